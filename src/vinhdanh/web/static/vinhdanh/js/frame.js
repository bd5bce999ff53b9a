// The frame works without this file; it adds the "/" key and menus that close by themselves.
const openMenus = () => document.querySelectorAll("details.menu[open], details.bottom-more[open]");

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of openMenus()) {
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    }
    return;
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const field = document.querySelector("[data-shortcut='/']");
  if (event.key === "/" && field && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

// While a form is on its way, a page that refreshes itself waits: else it would reload over the
// answer, and what that says would be lost.
const PATIENCE = 15_000;
let sentAt = -PATIENCE;
const isSending = (event) => !event.detail.elt.closest("form") && event.timeStamp - sentAt < PATIENCE;

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) sentAt = event.timeStamp;
});
for (const name of ["htmx:beforeRequest", "htmx:beforeOnLoad"]) {
  document.addEventListener(name, (event) => {
    if (isSending(event)) event.preventDefault();
  });
}
