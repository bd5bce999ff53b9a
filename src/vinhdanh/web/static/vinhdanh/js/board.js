// On a narrow screen the year is an accordion: only the present quarter starts open.
if (window.matchMedia("(max-width: 68.99rem)").matches) {
  const current = document.querySelector(".quarter-current") ?? document.querySelector(".quarter");
  for (const quarter of document.querySelectorAll(".quarter")) quarter.open = quarter === current;
}
