"use strict";
// Keys for the review desk, and decisions that need no new page; the last of them can be taken back.
const tasks = document.getElementById("tasks");
const said = document.getElementById("said");
const done = [];
const all = () => [...tasks.querySelectorAll(".task")];
const at = () => document.activeElement.closest(".task");
const say = (text) => {
  said.textContent = text;
  said.hidden = false;
};
const move = (step) => {
  const list = all();
  const here = list.indexOf(at());
  const next = list[Math.min(Math.max(here + step, 0), list.length - 1)];
  if (next) next.focus();
};
const send = async (form, decision) => {
  const body = new FormData(form);
  if (decision) body.set("decision", decision);
  const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(response.status);
  say((await response.json()).said);
};
const decide = async (task, decision) => {
  const list = all();
  const next = list[list.indexOf(task) + 1] || list[list.indexOf(task) - 1];
  try {
    await send(task.querySelector("form"), decision);
  } catch {
    return location.reload();
  }
  done.push({ task, before: task.nextElementSibling });
  task.remove();
  if (next) next.focus();
  else location.reload();
};
const undo = async () => {
  const last = done.pop();
  const written = document.querySelector("#lately form");
  if (!last) return written && written.requestSubmit();
  const form = last.task.querySelector("form").cloneNode(true);
  form.action += "/zurueck";
  try {
    await send(form);
  } catch {
    return location.reload();
  }
  tasks.insertBefore(last.task, last.before && last.before.isConnected ? last.before : null);
  last.task.focus();
};
tasks.addEventListener("submit", (event) => {
  event.preventDefault();
  decide(event.target.closest(".task"), event.submitter.value);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
  const task = at() || all()[0];
  const acts = {
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    a: () => task && decide(task, "accept"),
    m: () => task && task.dataset.kind === "pair" && decide(task, "accept"),
    r: () => task && decide(task, "reject"),
    u: undo,
  };
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
});
