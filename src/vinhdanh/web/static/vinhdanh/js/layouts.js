// Boxes of a certificate that move by pointer and by arrow keys. Without this file the numbers
// are typed and "Xem thử" draws them.
const form = document.querySelector("#layout-form");
const side = form.closest(".layout-side");
const sheet = document.querySelector("#handles");
const page = { width: Number(form.dataset.pageWidth), height: Number(form.dataset.pageHeight) };
const STEP = 1;
const FINE = 0.1;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const field = (name) => form.elements.namedItem(name);
const read = (name) => Number((field(name)?.value ?? "0").replace(",", ".")) || 0;
const written = (value) => String(Math.round(value * 10) / 10).replace(".", ",");
const clamp = (value, most) => Math.min(Math.max(value, 0), Math.max(most, 0));

class Handle {
  constructor(fields) {
    this.fields = fields;
    this.name = fields.dataset.box;
    this.words = fields.dataset.words;
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "handle";
    this.button.dataset.handle = this.name;
    this.button.append(document.createElement("span"));
    this.button.setAttribute("aria-describedby", "handles-help");
    sheet.append(this.button);
    this.listen();
    this.place();
  }

  get box() {
    const side = field(`${this.name}-side`) ? read(`${this.name}-side`) : null;
    return {
      x: read(`${this.name}-x`),
      y: read(`${this.name}-y`),
      width: side ?? read(`${this.name}-width`),
      height: side ?? read(`${this.name}-height`),
    };
  }

  place() {
    const { x, y, width, height } = this.box;
    const share = (value, whole) => `${(value / whole) * 100}%`;
    const { style } = this.button;
    style.left = share(x + read("offset_x"), page.width);
    style.top = share(y + read("offset_y"), page.height);
    style.width = share(width, page.width);
    style.height = share(height, page.height);
    this.button.classList.toggle("is-high", y < page.height / 10);
    this.button.classList.toggle("is-right", x > page.width / 2);
    this.button.classList.toggle("is-off", this.isOff());
    this.button.firstElementChild.textContent = this.words;
    this.button.ariaLabel = `Ô “${this.words}”: cách mép trái ${written(x)} mm, cách mép trên ${written(y)} mm`;
  }

  isOff() {
    const printing = field(`${this.name}-printing`)?.value;
    return printing === "khong" || (printing === "khung" && field("mode").value === "overlay");
  }

  moveTo(x, y) {
    const { width, height } = this.box;
    field(`${this.name}-x`).value = written(clamp(x, page.width - width));
    field(`${this.name}-y`).value = written(clamp(y, page.height - height));
    this.place();
  }

  tell() {
    field(`${this.name}-x`).dispatchEvent(new Event("change", { bubbles: true }));
  }

  choose() {
    for (const other of handles) {
      other.button.classList.toggle("is-chosen", other === this);
      other.fields.open = other === this;
    }
    const shift = this.fields.getBoundingClientRect().top - side.getBoundingClientRect().top;
    side.scrollTop += shift - side.clientHeight / 4;
  }

  listen() {
    this.button.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow) return;
      event.preventDefault();
      const step = event.shiftKey ? FINE : STEP;
      this.moveTo(this.box.x + arrow[0] * step, this.box.y + arrow[1] * step);
      this.tell();
    });
    this.button.addEventListener("focus", () => this.choose());
    this.button.addEventListener("pointerdown", (event) => this.grab(event));
  }

  grab(start) {
    const from = this.box;
    const scale = page.width / sheet.clientWidth;
    let moved = false;
    const drag = (event) => {
      moved = true;
      this.moveTo(
        from.x + (event.clientX - start.clientX) * scale,
        from.y + (event.clientY - start.clientY) * scale,
      );
    };
    const drop = () => {
      this.button.removeEventListener("pointermove", drag);
      if (moved) this.tell();
    };
    this.button.setPointerCapture(start.pointerId);
    this.button.addEventListener("pointermove", drag);
    this.button.addEventListener("lostpointercapture", drop, { once: true });
  }
}

const handles = [...form.querySelectorAll("[data-box]")].map((fields) => new Handle(fields));

const onPaper = () => {
  const other = field("paper").value === "khac";
  form.querySelector("[data-other-paper]").hidden = !other;
  const [width, height] = other
    ? [read("width"), read("height")]
    : field("paper").value.split("x").map(Number);
  // The boxes take the new page's measures when it is saved; until then only the print shows them.
  sheet.hidden = width !== page.width || height !== page.height;
};

document.querySelector("#handles-help").hidden = false;
form.addEventListener("change", () => {
  onPaper();
  for (const handle of handles) handle.place();
});
onPaper();
