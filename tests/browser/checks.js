// What axe-core does not look for, and a reader sees at once.
() => {
  const found = [];
  const shows = one => one.getClientRects().length > 0 && one.checkVisibility();
  const name = one => one.outerHTML.slice(0, 120);
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`wider than its window: ${root.scrollWidth}`);
  if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
  const boxes = "section, article, p, li, dt, dd, td, th, h1, h2, h3, a, button, summary, legend, label";
  for (const one of document.querySelectorAll(boxes)) {
    if (!shows(one) || one.closest("svg")) continue;
    const holds = one.querySelector("svg, input, select, textarea, progress, canvas");
    if (!one.textContent.trim() && !holds) found.push(`empty: ${name(one)}`);
  }
  for (const one of document.querySelectorAll("body :not(input)")) {
    const cuts = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1;
    if (cuts && shows(one) && ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
      found.push(`cut off: ${name(one)}`);
  }
  for (const one of document.querySelectorAll("table"))
    if (innerWidth < 640 && shows(one) && one.scrollWidth > one.parentElement.clientWidth + 1)
      found.push(`a table to be moved sideways on a telephone: ${name(one)}`);
  for (const one of document.querySelectorAll("svg text")) {
    if (!shows(one)) continue;
    const inner = one.getBoundingClientRect();
    const outer = one.ownerSVGElement.getBoundingClientRect();
    const out = Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top,
      inner.bottom - outer.bottom);
    if (out > 2) found.push(`cut off by ${Math.round(out)} px: ${one.textContent}`);
  }
  for (const one of document.querySelectorAll("a[href], button, input, select, textarea, summary"))
    if (shows(one) && !one.disabled && one.tabIndex < 0) found.push(`no key leads to: ${name(one)}`);
  return found;
}
