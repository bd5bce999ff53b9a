// Chosen rows bring a bar that counts them. Without this file the bar is simply always there.
for (const bar of document.querySelectorAll("[data-bulk]")) {
  const boxes = () => [...document.querySelectorAll(`.pick input[type=checkbox][name][form="${bar.dataset.bulk}"]`)];
  const all = document.querySelector(`[data-check-all="${bar.dataset.bulk}"]`);
  const count = bar.querySelector("[data-bulk-count]");
  const words = bar.querySelector("[data-bulk-words]");

  const show = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    bar.hidden = chosen === 0;
    count.textContent = chosen ? `Đã chọn ${chosen}` : "";
    words.textContent = words.dataset.what;
    if (all) {
      all.checked = chosen > 0 && chosen === boxes().length;
      all.indeterminate = chosen > 0 && !all.checked;
    }
  };

  bar.classList.add("is-live");
  if (all) {
    all.closest("[hidden]")?.removeAttribute("hidden");
    all.addEventListener("change", () => {
      for (const box of boxes()) box.checked = all.checked;
      show();
    });
  }
  document.addEventListener("change", (event) => {
    if (event.target.matches(`input[form="${bar.dataset.bulk}"]`)) show();
  });
  show();
}
