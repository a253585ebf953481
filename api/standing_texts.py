"""Texts of standing questions and of their letters: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["STANDING_TEXTS"]

STANDING_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "nav_standing": ("Merkliste", "Saved questions"),
        "standing_title": ("Gemerkte Fragen", "Saved questions"),
        "standing_lead": (
            "Hier stehen die Fragen, die Sie in diesem Browser gemerkt haben. Kommt ein Dokument "
            "hinzu, das eine davon beantwortet, steht „neu beantwortet“ daneben.",
            "These are the questions that you saved in this browser. Once a document is added "
            "that answers one of them, it is marked as newly answered.",
        ),
        "standing_all_lead": (
            "Sie sind angemeldet und sehen alle gemerkten Fragen dieser Installation.",
            "You are signed in and see all saved questions of this installation.",
        ),
        "standing_none": (
            "Sie haben noch keine Frage gemerkt. Stellen Sie eine Frage und wählen Sie unter der "
            "Antwort „Frage merken“.",
            "You have not saved a question yet. Ask one and choose “Save the question” below "
            "the answer.",
        ),
        "standing_save": ("Frage merken", "Save the question"),
        "standing_save_hint": (
            "Mit „Frage merken“ bleibt die Frage stehen. Sobald ein neues Dokument sie "
            "beantwortet, sehen Sie es auf Ihrer Merkliste, im Feedreader oder in Ihrem Postfach. "
            "Ein Konto brauchen Sie nicht.",
            "With “Save the question” it stays. As soon as a new document answers it, you see it "
            "on your list, in your feed reader or in your mailbox. You need no account.",
        ),
        "standing_kept": (
            "Diese Frage steht auf Ihrer Merkliste. Sobald ein neues Dokument sie beantwortet, "
            "sehen Sie es dort.",
            "This question is on your list. As soon as a new document answers it, you see it "
            "there.",
        ),
        "standing_kept_itself": (
            "Weil Sie angemeldet sind und noch niemand eine Lösung hat, steht diese Frage nun auf "
            "Ihrer Merkliste. Sobald ein neues Dokument sie beantwortet, sehen Sie es dort.",
            "As you are signed in and nobody has a solution yet, this question is now on your "
            "list. As soon as a new document answers it, you see it there.",
        ),
        "standing_open": ("Gemerkte Frage öffnen", "Open the saved question"),
        "open_questions": ("Offene Fragen", "Open questions"),
        "open_questions_lead": (
            "Das suchen andere, und noch beantwortet es kein Dokument. Hier stehen nur der "
            "Wortlaut und wie oft eine Frage gemerkt wurde.",
            "This is what others look for and no document answers yet. Only the words stand "
            "here, and how often a question was saved.",
        ),
        "open_questions_none": (
            "Zurzeit wartet keine gemerkte Frage auf ihre erste Antwort.",
            "No saved question waits for its first answer right now.",
        ),
        "open_question_once": ("einmal gemerkt", "saved once"),
        "open_question_often": ("{count} Mal gemerkt", "saved {count} times"),
        "standing_new": ("neu beantwortet", "newly answered"),
        "standing_waiting": ("wartet auf ein neues Dokument", "waiting for a new document"),
        "standing_answered": ("beantwortet und gelesen", "answered and read"),
        "standing_since": ("gemerkt am {date}", "saved on {date}"),
        "standing_found": ("Neue Dokumente zu dieser Frage", "New documents on this question"),
        "standing_found_on": ("gefunden am {date}", "found on {date}"),
        "standing_nothing": (
            "Seit Sie die Frage gemerkt haben, ist kein Dokument hinzugekommen, das sie "
            "beantwortet.",
            "No document that answers the question was added since you saved it.",
        ),
        "standing_seen": ("Als gelesen merken", "Mark as read"),
        "standing_answer": ("Zur ganzen Antwort", "See the whole answer"),
        "standing_channels": ("So erfahren Sie davon", "How you hear of it"),
        "standing_feed": ("Atom-Feed dieser Frage", "Atom feed of this question"),
        "standing_feed_hint": (
            "Diese Adresse nehmen Outlook, Thunderbird und jeder Feedreader an.",
            "Outlook, Thunderbird and every feed reader take this address.",
        ),
        "standing_mail": ("E-Mail-Adresse", "E-mail address"),
        "standing_mail_hint": (
            "Sie bekommen zuerst eine Nachricht mit einem Link zur Bestätigung, danach eine "
            "Nachricht je neuer Antwort. Jede enthält einen Link zum Abbestellen; dann wird die "
            "Adresse gelöscht. Unbestätigte Adressen werden nach sieben Tagen gelöscht.",
            "First you get a message with a link to confirm, then one message for each new "
            "answer. Each has a link to unsubscribe, which erases the address. Unconfirmed "
            "addresses are erased after seven days.",
        ),
        "standing_mail_button": ("Benachrichtigen", "Notify me"),
        "standing_mail_off": (
            "Nachrichten per E-Mail sind in dieser Installation nicht eingerichtet.",
            "Messages by e-mail are not set up in this installation.",
        ),
        "standing_mail_asked": (
            "Wir haben eine Nachricht an diese Adresse geschickt. Bitte öffnen Sie den Link darin.",
            "We have sent a message to this address. Please open the link in it.",
        ),
        "standing_mail_wrong": (
            "Das ist keine E-Mail-Adresse. Richtig wäre zum Beispiel name@stadt.example.",
            "This is no e-mail address. A right one would be name@town.example.",
        ),
        "standing_subscribers": ("Bestätigte Adressen: {count}", "Confirmed addresses: {count}"),
        "standing_remove": ("Frage entfernen", "Remove the question"),
        "standing_remove_hint": (
            "Die Frage verschwindet mit allen Adressen, die an ihr hängen.",
            "The question disappears with all addresses that hang on it.",
        ),
        "standing_news": (
            "Zu {count} Ihrer gemerkten Fragen gibt es etwas Neues.",
            "There is news on {count} of your saved questions.",
        ),
        "standing_news_link": ("Merkliste öffnen", "Open the list"),
        "subscription_confirm": (
            "Möchten Sie Nachrichten zu dieser Frage?",
            "Do you want messages on this question?",
        ),
        "subscription_confirm_button": ("Ja, benachrichtigen", "Yes, notify me"),
        "subscription_confirmed": (
            "Sie bekommen von nun an eine Nachricht, sobald ein neues Dokument die Frage "
            "beantwortet.",
            "From now on you get a message as soon as a new document answers the question.",
        ),
        "subscription_end": ("Keine Nachrichten mehr?", "No more messages?"),
        "subscription_end_button": (
            "Abbestellen und Adresse löschen",
            "Unsubscribe and erase the address",
        ),
        "subscription_ended": (
            "Sie bekommen keine Nachrichten mehr. Ihre Adresse wurde gelöscht.",
            "You get no more messages. Your address was erased.",
        ),
        "mail_confirm_subject": (
            "Bitte bestätigen: Nachrichten von Nachbarwissen",
            "Please confirm: messages from Nachbarwissen",
        ),
        "mail_confirm_text": (
            "Guten Tag,\n\n"
            "jemand hat diese Adresse eingetragen, um von {pages} zu erfahren, wenn ein neues "
            "Dokument eine gemerkte Frage beantwortet.\n\n"
            "Waren Sie das? Dann bestätigen Sie bitte hier:\n{link}\n\n"
            "Wenn nicht, brauchen Sie nichts zu tun. Die Adresse wird nach sieben Tagen "
            "gelöscht.\n",
            "Hello,\n\n"
            "somebody entered this address to hear from {pages} when a new document answers a "
            "saved question.\n\n"
            "Was that you? Then please confirm here:\n{link}\n\n"
            "If not, you need not do anything. The address is erased after seven days.\n",
        ),
        "mail_subject": (
            "Neu beantwortet: Ihre Frage an Nachbarwissen",
            "Newly answered: your question to Nachbarwissen",
        ),
        "mail_text": (
            "Guten Tag,\n\n"
            "zu Ihrer Frage\n\n    {question}\n\n"
            "ist etwas Neues hinzugekommen:\n\n{documents}\n\n"
            "Die Stellen im Wortlaut finden Sie hier:\n{page}\n\n"
            "Keine Nachrichten mehr zu dieser Frage (Ihre Adresse wird gelöscht):\n{end}\n",
            "Hello,\n\n"
            "there is something new on your question\n\n    {question}\n\n"
            "{documents}\n\n"
            "Read the passages here:\n{page}\n\n"
            "No more messages on this question (your address is erased):\n{end}\n",
        ),
    }
)
