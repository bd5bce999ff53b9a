// A file control speaks Vietnamese: the browser's own lies over it unseen, and what was chosen is
// told beside the button. Without scripting the browser's own is seen instead (components.css).
const told = ({ files }) => [...files].map((file) => file.name).join(", ");

const tell = (input) => {
  const name = input.closest(".file-control")?.querySelector(".file-name");
  if (name) name.textContent = told(input) || name.dataset.none;
};

document.addEventListener("change", ({ target }) => {
  if (target.matches("input[type=file]")) tell(target);
});
document.addEventListener("reset", ({ target }) => {
  setTimeout(() => target.querySelectorAll("input[type=file]").forEach(tell));
});
// The browser keeps what was chosen when one comes back to the page.
addEventListener("pageshow", () => document.querySelectorAll("input[type=file]").forEach(tell));
