// A box that hides the rows of a table that do not have its words, with or without diacritics.
// Rows stay in the form. Without this file the box is not shown.
const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/\s+/g, " ");

// The options of a choice say what every row says; what is read is the rest.
const said = (row) => fold([...row.cells].filter((cell) => !cell.querySelector("select")).map((cell) => cell.textContent).join(" "));

for (const box of document.querySelectorAll("[data-sift]")) {
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const rows = [...document.querySelectorAll(`#${box.dataset.sift} tbody tr`)].map((row) => [row, said(row)]);

  input.addEventListener("input", () => {
    const words = fold(input.value).trim().split(" ");
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    status.textContent = input.value.trim() ? `${shown} trong ${rows.length} dòng` : "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  box.hidden = false;
}
