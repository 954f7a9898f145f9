// Smooth steps into the picture of a timeline: days spread, dots and words keep their size. Links do the same without.
"use strict";

const LEFT = 90, MOST = 64, STEP = 2, LASTS = 180;
const SIDES = ["x", "cx", "x1", "x2"];

document.querySelectorAll("[data-zoom]").forEach((frame) => {
  const svg = frame.querySelector("svg"), box = svg.viewBox.baseVal, across = box.width;
  const marks = [...svg.querySelectorAll("circle, rect, line, text.tick, text.more")].map((shape) => ({
    shape,
    at: SIDES.filter((side) => shape.hasAttribute(side)).map((side) => [side, Number(shape.getAttribute(side))]),
    wide: shape.localName === "rect" ? Number(shape.getAttribute("width")) : null,
  }));
  const lanes = [...svg.querySelectorAll("text.lane")];
  let spread = 1, moving = 0;

  // where most of what is in sight lies: it stays where it is while all around it spreads
  function anchor() {
    const unit = box.width / svg.clientWidth, from = frame.scrollLeft * unit, until = from + frame.clientWidth * unit;
    const seen = marks.filter((mark) => mark.at.some(([side]) => side === "cx" || side === "x") && mark.shape.localName !== "text")
      .map((mark) => mark.at[0][1]).filter((x) => from <= x_of(x, spread) && x_of(x, spread) <= until).sort((a, b) => a - b);
    return seen.length ? seen[seen.length >> 1] : (from + until) / 2 / spread;
  }

  const x_of = (x, to) => LEFT + (x - LEFT) * to;

  function draw(to, kept) {
    const before = x_of(kept, spread) * (svg.clientWidth / box.width) - frame.scrollLeft;
    spread = to;
    for (const { shape, at, wide } of marks) {
      for (const [side, value] of at) shape.setAttribute(side, x_of(value, to));
      if (wide !== null) shape.setAttribute("width", Math.max(3, wide * to));
    }
    box.width = LEFT + (across - LEFT) * to;
    svg.style.width = svg.style.maxWidth = to === 1 ? "" : `${(100 * box.width) / across}%`;
    frame.scrollLeft = x_of(kept, to) * (svg.clientWidth / box.width) - before;
    hold();
  }

  function hold() {  // the names of the lanes stay in sight
    const unit = box.width / svg.clientWidth;
    lanes.forEach((lane) => lane.setAttribute("x", frame.scrollLeft * unit));
  }

  function go(to) {
    to = Math.min(MOST, Math.max(1, to));
    cancelAnimationFrame(moving);
    const kept = anchor();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return draw(to, kept);
    const from = spread, began = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, now - began) / LASTS);
      draw(from * (to / from) ** part, kept);
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  }

  const steps = [["+", "Closer", () => go(spread * STEP)], ["-", "Further", () => go(spread / STEP)], ["0", "Whole", () => go(1)]];
  const buttons = document.createElement("div");
  buttons.className = "zoom";
  buttons.setAttribute("role", "toolbar");
  buttons.setAttribute("aria-label", "Zoom of the picture");
  for (const [key, name, act] of steps) {
    const button = document.createElement("button");
    const shown = document.createElement("kbd");
    button.type = "button";
    button.className = "secondary";
    shown.textContent = key === "-" ? "−" : key;
    button.append(`${name} `, shown);
    button.addEventListener("click", act);
    buttons.append(button);
  }
  frame.before(buttons);
  frame.scrollLeft = frame.scrollWidth;  // where it is cut off, the latest shows first
  hold();
  frame.addEventListener("scroll", hold);
  frame.addEventListener("keydown", (event) => {
    const chosen = steps.find(([key]) => key === (event.key === "=" ? "+" : event.key));
    if (chosen && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); chosen[2](); }
  });
});
