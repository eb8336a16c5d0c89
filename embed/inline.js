// Figures and inputs inside the article's own sentences, once their calculator is live. They show the author's text
// until the reader changes a number, so that the article reads as it was written, and go back to it when the numbers do.
import { describe, make, textOf, write } from "./field.js";

/** What both have in common: the calculator they name, and the author's text in the slot. */
class Follower {
  /** @param follower the element with its `root`, its `slot`, its `target` and, where it has one, its `field` */
  constructor(instance, follower) {
    Object.assign(this, { instance, follower, element: follower.element });
    this.note = make("span", { id: "note", className: "spoken" });
    instance.followers.add(this);
  }

  get target() {
    return this.follower.target;
  }

  get calculator() {
    return this.instance.calculators.get(this.target);
  }

  /** Marks what is shown as the reader's own, or no longer. @param {string} part its other name for `::part()` */
  mark(shown, part, isOwn) {
    const words = (isOwn && this.calculator.words("ui.your-figure", { base: textOf(this.element) })) || "";
    shown.part = isOwn ? `${part} own` : part;
    shown.title = words;
    this.note.textContent = words && ` (${words})`;
  }

  fail(error) {
    this.follower.fail(error);
  }

  destroy() {
    this.instance.followers.delete(this);
  }
}

/** `<emissions-figure for value>` */
export class LiveFigure extends Follower {
  refresh() {
    const { follower } = this;
    const name = this.element.getAttribute("value");
    const live = this.calculator?.figure(name);
    if (this.name !== name) this.article = undefined;
    this.name = name;
    if (live !== undefined && !this.calculator.isOwn(name)) this.article = live;
    if (live === undefined || live === this.article) return follower.show(follower.slot);
    this.value ??= make("span");
    this.value.textContent = live;
    this.mark(this.value, "value", true);
    follower.show(this.value, this.note);
  }
}

/** Keys to steps. */
const STEPS = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** `<emissions-input for assumption>` */
export class LiveInput extends Follower {
  refresh() {
    const { follower } = this;
    const name = this.element.getAttribute("assumption");
    const now = this.calculator?.assumption(name);
    if (!now) return follower.show(follower.slot);
    this.now = now;
    if (!this.parts) this.#begin();
    follower.show(this.parts.box);
    const isOwn = now.changed && this.calculator.isOwn(name.split(".")[0]);
    if (!this.dirty) write(this.parts, isOwn ? now.text : textOf(this.element));
    this.mark(this.parts.field, "control", isOwn);
    describe(this.parts, this.element, now);
  }

  destroy() {
    super.destroy();
    this.end?.abort();
  }

  /** Takes the field that is drawn already, with what the reader did there, or makes one. */
  #begin() {
    const { parts, log } = this.follower.field();
    const { field, mirror, note } = (this.parts = parts);
    this.note = note;
    const { signal } = (this.end = new AbortController());
    this.before = this.now.value;
    field.addEventListener("focus", () => (this.before = this.now.value), { signal });
    field.addEventListener("input", () => this.#typed(mirror, field), { signal });
    field.addEventListener("keydown", (event) => this.#key(event), { signal });
    field.addEventListener("blur", () => this.dirty && this.#set(field.value), { signal });
    const typed = field.value;
    for (const { type, key, value } of log) {
      if (type === "input") {
        field.value = value;
        this.#typed(mirror, field);
      } else if (type === "blur") this.dirty && this.#set(field.value);
      else {
        this.#key({ key, preventDefault() {} });
        this.now = this.calculator.assumption(this.element.getAttribute("assumption")) ?? this.now;
      }
    }
    // Written to, a field that has the focus moves its caret: only where something else is to stand there.
    if (this.dirty && field.value !== typed) field.value = typed;
  }

  #typed(mirror, field) {
    this.dirty = true;
    mirror.textContent = field.value;
  }

  #key(event) {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    // In a text that is being edited, Home and End move the caret.
    const limit = !this.dirty && { Home: this.now.min, End: this.now.max }[key];
    const { field } = this.parts;
    if (key === "Enter") this.dirty && this.#set(field.value);
    else if (key === "Escape") this.#set(this.dirty ? undefined : this.before, true);
    else if (limit) this.#set(limit, true);
    else if (key in STEPS) {
      if (this.dirty) this.#set(field.value);
      this.calculator?.step(this.element.getAttribute("assumption"), STEPS[key]);
    } else return;
    event.preventDefault();
  }

  /** `undefined` only drops what was typed. @param {boolean} [isPlain] it was not typed: see `LiveCalculator.set` */
  #set(text, isPlain) {
    const why = text === undefined ? "" : (this.calculator?.set(this.element.getAttribute("assumption"), text, isPlain) ?? "");
    this.parts.why.textContent = why;
    this.parts.field.setAttribute("aria-invalid", String(Boolean(why)));
    if (why) return;
    this.dirty = false;
    this.instance.notify(this.target);
  }
}
