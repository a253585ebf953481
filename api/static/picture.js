"use strict";
// Pictures come closer and move: by buttons, by keys, and with a pointer. Names and dots keep their size.
const STEP = 1.5;
const CLOSEST = 12;

for (const frame of document.querySelectorAll(".picture")) {
  const picture = frame.querySelector("svg");
  const tools = frame.previousElementSibling;
  const whole = picture.viewBox.baseVal;
  const full = { width: whole.width, height: whole.height };
  let zoom = 1;
  let middle = { x: full.width / 2, y: full.height / 2 };

  const show = () => {
    const width = full.width / zoom;
    const height = full.height / zoom;
    const within = (at, size, all) => Math.min(Math.max(at, size / 2), all - size / 2);
    middle = { x: within(middle.x, width, full.width), y: within(middle.y, height, full.height) };
    picture.setAttribute("viewBox", `${middle.x - width / 2} ${middle.y - height / 2} ${width} ${height}`);
    for (const thing of picture.querySelectorAll(".at")) {
      const place = thing.getAttribute("transform").replace(/ scale.*/, "");
      thing.setAttribute("transform", zoom === 1 ? place : `${place} scale(${1 / zoom})`);
    }
    picture.classList.toggle("near", zoom >= 3);
  };
  const turn = (factor) => {
    zoom = Math.min(Math.max(zoom * factor, 1), CLOSEST);
    show();
  };
  const move = (x, y) => {
    middle = { x: middle.x + x / zoom, y: middle.y + y / zoom };
    show();
  };
  const all = () => {
    zoom = 1;
    show();
  };
  const doings = { in: () => turn(STEP), out: () => turn(1 / STEP), all };
  const keys = {
    "+": doings.in,
    "=": doings.in,
    "-": doings.out,
    0: all,
    ArrowLeft: () => move(-full.width / 8, 0),
    ArrowRight: () => move(full.width / 8, 0),
    ArrowUp: () => move(0, -full.height / 8),
    ArrowDown: () => move(0, full.height / 8),
  };

  // Where the picture is wider than its frame, its dots come first into view.
  const dots = [...picture.querySelectorAll(".spot")].map((dot) => dot.getBoundingClientRect());
  if (dots.length && frame.scrollWidth > frame.clientWidth) {
    const left = Math.min(...dots.map((dot) => dot.left));
    const right = Math.max(...dots.map((dot) => dot.right));
    frame.scrollLeft += (left + right) / 2 - frame.getBoundingClientRect().left - frame.clientWidth / 2;
  }

  for (const button of tools.querySelectorAll("button")) {
    button.addEventListener("click", doings[button.dataset.do]);
  }
  frame.addEventListener("keydown", (event) => {
    const pressed = keys[event.key];
    // Before it is closer, the arrows scroll the page as anywhere else.
    if (!pressed || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow") && zoom === 1) return;
    event.preventDefault();
    pressed();
  });
  picture.addEventListener("pointermove", (event) => {
    if (event.buttons !== 1 || zoom === 1) return;
    const unit = full.width / picture.clientWidth;
    move(-event.movementX * unit, -event.movementY * unit);
  });
  picture.addEventListener("dragstart", (event) => event.preventDefault());
}
