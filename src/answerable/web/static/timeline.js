// Smooth steps into the picture of a timeline: days spread, dots and words keep their size. Links do the same without.
"use strict";

const LEFT = 90, MOST = 64, STEP = 2, LASTS = 180;
const SIDES = ["x", "cx", "x1", "x2"];

document.querySelectorAll("[data-zoom]").forEach((frame) => {
  const svg = frame.querySelector("svg"), box = svg.viewBox.baseVal, across = box.width;
  const marks = [...svg.querySelectorAll("circle, rect, line, text.tick")].map((shape) => ({
    shape,
    at: SIDES.filter((side) => shape.hasAttribute(side)).map((side) => [side, Number(shape.getAttribute(side))]),
    wide: shape.localName === "rect" ? Number(shape.getAttribute("width")) : null,
  }));
  const lanes = [...svg.querySelectorAll("text.lane")];
  let spread = 1, moving = 0;

  function draw(to) {
    const middle = (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth;
    spread = to;
    for (const { shape, at, wide } of marks) {
      for (const [side, value] of at) shape.setAttribute(side, LEFT + (value - LEFT) * to);
      if (wide !== null) shape.setAttribute("width", Math.max(3, wide * to));
    }
    box.width = LEFT + (across - LEFT) * to;
    svg.style.width = svg.style.maxWidth = to === 1 ? "" : `${(100 * box.width) / across}%`;
    frame.scrollLeft = middle * frame.scrollWidth - frame.clientWidth / 2;
    hold();
  }

  function hold() {  // the names of the lanes stay in sight
    const unit = box.width / svg.clientWidth;
    lanes.forEach((lane) => lane.setAttribute("x", frame.scrollLeft * unit));
  }

  function go(to) {
    to = Math.min(MOST, Math.max(1, to));
    cancelAnimationFrame(moving);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return draw(to);
    const from = spread, began = performance.now();
    const step = (now) => {
      const part = Math.min(1, Math.max(0, now - began) / LASTS);
      draw(from * (to / from) ** part);
      if (part < 1) moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  }

  const steps = [["+", "Closer", () => go(spread * STEP)], ["-", "Further", () => go(spread / STEP)], ["0", "Whole", () => go(1)]];
  const buttons = document.createElement("div");
  buttons.className = "judge zoom";
  buttons.setAttribute("role", "group");
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
  frame.addEventListener("scroll", hold);
  frame.addEventListener("keydown", (event) => {
    const chosen = steps.find(([key]) => key === (event.key === "=" ? "+" : event.key));
    if (chosen && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); chosen[2](); }
  });
});
