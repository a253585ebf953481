"use strict";
// What a half-typed field may become: fills the field's own list, which browsers show and read out.
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = field.list;
  let waiting = 0;
  let asked = "";
  const suggest = async () => {
    const typed = field.value.trim();
    if (typed.length < 2 || typed === asked) return;
    asked = typed;
    const query = new URLSearchParams({ q: typed, kind: field.dataset.suggest });
    const response = await fetch(`/api/v1/suggest?${query}`).catch(() => null);
    if (!response || !response.ok || asked !== typed) return;
    const names = await response.json();
    list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 120);
  });
}
