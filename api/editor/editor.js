// The SPARQL editor: takes the place of the page's text field, which stays what the form sends.
// It lives in a shadow root, where its styles are adopted sheets that the page's policy allows.
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

const KEYWORDS = (
  "SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK WHERE FROM NAMED GRAPH OPTIONAL UNION MINUS FILTER BIND " +
  "VALUES SERVICE SILENT PREFIX BASE GROUP_BY ORDER_BY HAVING LIMIT OFFSET ASC DESC AS COUNT SUM MIN MAX AVG " +
  "SAMPLE GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI COALESCE IF STRLEN SUBSTR UCASE " +
  "LCASE STRSTARTS STRENDS CONTAINS STRBEFORE STRAFTER REPLACE REGEX YEAR MONTH DAY IN EXISTS NOT"
)
  .split(" ")
  .map((word) => ({ label: word === "GROUP_CONCAT" ? word : word.replace("_", " "), type: "keyword" }));

// Contrast of each colour on white is 4.5 or more.
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword, tags.modifier], color: "#0b4f7a", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "#7a3b00" },
  { tag: [tags.string, tags.literal], color: "#0d5c2e" },
  { tag: [tags.number, tags.bool], color: "#7a1f5c" },
  { tag: [tags.namespace, tags.typeName, tags.propertyName, tags.url, tags.link], color: "#3d3a8c" },
  { tag: tags.comment, color: "#55606b" },
]);

const LOOK = EditorView.theme({
  "&": { backgroundColor: "#fff", color: "#1b2733", border: "1px solid #6b7987", borderRadius: "6px" },
  "&.cm-focused": { outline: "3px solid #b35900", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace', fontSize: "15px", lineHeight: "1.5", minHeight: "16rem" },
  ".cm-content": { padding: "8px 0" },
  ".cm-gutters": { backgroundColor: "#f3f5f7", color: "#46535f", borderRight: "1px solid #ccd4dc" },
  ".cm-tooltip": { maxWidth: "90vw" },
  ".cm-tooltip.cm-completionInfo": { padding: "8px", fontFamily: "system-ui, sans-serif", maxWidth: "22rem" },
  ".cm-completionDetail": { fontStyle: "normal", color: "#46535f" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "#0b4f7a", color: "#fff" },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "#fff" },
});

let asked = null;

function vocabulary(address) {
  asked ??= fetch(address)
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .catch(() => ({ prefixes: {}, terms: [], concepts: [] }));
  return asked;
}

// Inserts a term, and above everything the prefix that it needs and the query lacks.
function withPrefix(prefixes, text) {
  return (view, _completion, from, to) => {
    const prefix = text.slice(0, text.indexOf(":"));
    const known = new RegExp(`prefix\\s+${prefix}:`, "i").test(view.state.doc.toString());
    const changes = [{ from, to, insert: text }];
    const line = `PREFIX ${prefix}: <${prefixes[prefix]}>\n`;
    if (!known && prefixes[prefix]) changes.push({ from: afterComments(view.state), insert: line });
    const set = view.state.changes(changes);
    view.dispatch({ changes: set, selection: { anchor: set.mapPos(to, 1) }, userEvent: "input.complete" });
  };
}

function afterComments(state) {
  let number = 1;
  while (number < state.doc.lines && state.doc.line(number).text.startsWith("#")) number += 1;
  return state.doc.line(number).from;
}

function completions(address) {
  return async (context) => {
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) {
      const names = new Set(context.state.doc.toString().match(/[?$]\w+/g));
      names.delete(variable.text);
      return { from: variable.from, options: [...names].map((label) => ({ label, type: "variable" })) };
    }
    const word = context.matchBefore(/[\p{L}][\p{L}\d_-]*(:[\p{L}\d_-]*)?/u);
    if (!word && !context.explicit) return null;
    const { prefixes, terms, concepts } = await vocabulary(address);
    const options = [
      ...terms.map((term) => ({
        label: term.name,
        detail: term.label,
        info: term.definition || undefined,
        type: term.kind,
        apply: withPrefix(prefixes, term.name),
      })),
      ...concepts.map((concept) => ({
        label: concept.label,
        detail: concept.kind,
        info: concept.definition || undefined,
        type: "constant",
        apply: `<${concept.iri}>`,
      })),
      ...Object.keys(prefixes).map((prefix) => ({ label: `${prefix}:`, detail: prefixes[prefix], type: "namespace" })),
      ...KEYWORDS,
    ];
    return { from: word ? word.from : context.pos, options, validFor: /^[\p{L}\d_:-]*$/u };
  };
}

// Left to the browser, typing over a selection keeps its look by an inline style, which the page's
// policy forbids and reports.
function typed(event, view) {
  if (event.inputType !== "insertText" || !event.data || view.composing) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

function start(field) {
  const form = field.form;
  const host = document.createElement("div");
  host.className = "editor";
  const root = host.attachShadow({ mode: "open" });
  field.before(host);
  const run = () => {
    form.requestSubmit();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        bracketMatching(),
        EditorView.lineWrapping,
        sparql(),
        syntaxHighlighting(COLOURS),
        autocompletion({ override: [completions(field.dataset.vocabulary)], icons: false }),
        keymap.of([{ key: "Mod-Enter", run, preventDefault: true }, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({
          "aria-label": field.labels[0].textContent,
          "aria-description": document.getElementById(field.getAttribute("aria-describedby")).textContent,
        }),
        EditorView.domEventHandlers({ beforeinput: typed }),
        LOOK,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) field.value = update.state.doc.toString();
        }),
      ],
    }),
  });
  field.labels[0].addEventListener("click", () => view.focus());
  // A hidden field that must be filled in would keep the form from being sent without a word.
  field.required = false;
  field.hidden = true;
}

const field = document.querySelector("textarea[data-vocabulary]");
if (field) start(field);
