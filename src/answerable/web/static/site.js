// What a page does better with script. Nothing is hidden from readers without it.
"use strict";

// "/" puts the cursor into the search box, as on other sites; not while one is typing
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    const box = document.querySelector('input[type="search"]');
    if (box) { event.preventDefault(); box.focus(); }
  }
  // a key on a review form is the button that names it
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (button) { event.preventDefault(); button.click(); }
});

// what narrows a list stays open while words are typed; browsers that cannot keep it open beside the list by style do so here
let narrowing = !CSS.supports("selector(::details-content)") && matchMedia("(min-width: 56.01rem)").matches;
const unfold = () => document.querySelectorAll("details.narrow").forEach((all) => { all.open = narrowing; });
if (narrowing) unfold();
document.addEventListener("toggle", (event) => {
  if (event.target.matches("details.narrow")) narrowing = event.target.open;
}, true);
document.addEventListener("htmx:after:swap", unfold);
