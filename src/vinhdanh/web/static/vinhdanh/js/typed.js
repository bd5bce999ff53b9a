// What was typed outlives a session that ended: after signing in it is put back into its form.
// Kept in this tab only, until the next page; never secrets, ballots (autocomplete off) or files.
const AGAIN = "#gui-lai";
const KEY = "typed";
const KINDS = "textarea, select, input:not([type=hidden], [type=password], [type=file])";

const goal = (form) => form.getAttribute("action") ?? "";

const typedIn = (form) =>
  [...form.querySelectorAll(KINDS)].filter((field) => field.name).map((field) => ({
    name: field.name,
    value: field.value,
    checked: field.checked,
  }));

document.addEventListener("submit", ({ target: form }) => {
  if (form.method !== "post" || form.getAttribute("autocomplete") === "off") return;
  const page = location.pathname;
  sessionStorage.setItem(KEY, JSON.stringify({ page, action: goal(form), typed: typedIn(form) }));
});

const putBack = ({ action, typed }) => {
  const form = [...document.forms].find((each) => goal(each) === action);
  if (!form) return;
  for (const { name, value, checked } of typed) {
    const fields = [...form.querySelectorAll(KINDS)].filter((each) => each.name === name);
    const isTick = (each) => each.type === "checkbox" || each.type === "radio";
    for (const field of fields) {
      if (!isTick(field)) field.value = value;
      else if (field.value === value) field.checked = checked;
    }
  }
  form.closest("details")?.setAttribute("open", "");
  form.scrollIntoView({ block: "center" });
};

const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
sessionStorage.removeItem(KEY);
if (location.hash === AGAIN && kept?.page === location.pathname) putBack(kept);
