"use strict";
// Files dropped on the form, the bar while they travel, and the bar while they are read.
const form = document.querySelector("form.bring[enctype]");
if (form) {
  const field = form.querySelector("input[type=file]");
  const list = form.querySelector("#chosen");
  const show = () => {
    const names = [...field.files].map((file) => Object.assign(document.createElement("li"), { textContent: file.name }));
    list.replaceChildren(...names);
  };
  field.addEventListener("change", show);
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    form.addEventListener(kind, (event) => {
      event.preventDefault();
      form.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });
  }
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    show();
  });
  form.addEventListener("submit", (event) => {
    if (!field.files.length) return;
    event.preventDefault();
    const line = form.querySelector(".progress");
    const problem = document.getElementById("bring-problem");
    const request = new XMLHttpRequest();
    problem.hidden = true;
    line.hidden = false;
    form.querySelector("button").disabled = true;
    request.upload.addEventListener("progress", (sent) => {
      const percent = sent.lengthComputable ? Math.round((100 * sent.loaded) / sent.total) : 0;
      line.querySelector("progress").value = percent;
      line.querySelector("span").textContent = `${percent} %`;
    });
    const fail = () => {
      problem.textContent = problem.dataset.failed;
      problem.hidden = line.hidden = false;
      line.hidden = true;
      form.querySelector("button").disabled = false;
    };
    request.addEventListener("load", () => {
      if (request.status === 200) location.assign(request.responseURL);
      else fail();
    });
    request.addEventListener("error", fail);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "text/html");
    request.send(new FormData(form));
  });
}
const line = document.querySelector("[data-state]");
if (line) {
  const look = async () => {
    const response = await fetch(line.dataset.state).catch(() => null);
    if (response && response.ok) {
      const now = await response.json();
      if (!["reading", "keeping", "undoing"].includes(now.state)) return location.reload();
      const bar = line.querySelector("progress");
      bar.max = now.total;
      bar.value = now.done;
      line.querySelector("span").textContent = line.dataset.progress.replace("{done}", now.done).replace("{total}", now.total);
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 700);
}
