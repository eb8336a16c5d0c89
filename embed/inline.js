// Figures and inputs inside the article's own sentences. They show the author's text until the reader changes a
// number, so that the article reads as it was written, and go back to it when the numbers do.
import { fault } from "./fault.js";

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

const OWN = new CSSStyleSheet();
// Neither the dots of what can be set nor the single line of a link.
OWN.replaceSync(`
  [part~="own"] { text-decoration: underline double; text-underline-offset: 0.2em; }
  .spoken { position: absolute; inline-size: 1px; block-size: 1px; margin-inline-start: -1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; -webkit-user-select: none; user-select: none; }
`);

/** What both have in common: the calculator they name, and the author's text in the slot. */
class Follower {
  constructor(instance, element, root) {
    Object.assign(this, { instance, element, root, slot: root.querySelector("slot") });
    root.adoptedStyleSheets = [OWN];
    /** Says whose number it is to those who do not see how it is marked. */
    this.note = make("span", { id: "note", className: "spoken" });
    instance.followers.add(this);
    this.update();
  }

  /** The calculator may be anywhere on the page, far from the viewport: the reader needs it now. */
  update() {
    const id = this.element.getAttribute("for") ?? "";
    const scope = this.element.getRootNode();
    this.target = scope.getElementById?.(id) ?? document.getElementById(id);
    if (this.target?.localName !== "emissions-calculator") return this.fail(fault("for", `no calculator has the id "${id}"`));
    this.instance.begin(this.target);
    this.instance.notify(this.target);
  }

  get calculator() {
    return this.instance.calculators.get(this.target);
  }

  /** The author's text. */
  get text() {
    return this.element.textContent.replace(/\s+/g, " ").trim();
  }

  show(...nodes) {
    if (nodes[0].parentNode !== this.root) this.root.replaceChildren(...nodes);
  }

  /** Marks what is shown as the reader's own, or no longer. @param {string} part its other name for `::part()` */
  mark(shown, part, isOwn) {
    const words = (isOwn && this.calculator.words("ui.your-figure", { base: this.text })) || "";
    shown.part = isOwn ? `${part} own` : part;
    shown.title = words;
    this.note.textContent = words && ` (${words})`;
  }

  fail(error) {
    this.show(this.slot);
    const detail = { reason: error.reason, message: error.message };
    this.element.dispatchEvent(new CustomEvent("emissions-error", { detail, bubbles: true, composed: true }));
  }

  destroy() {
    this.instance.followers.delete(this);
    this.show(this.slot);
  }
}

/** `<emissions-figure for value>` */
export class LiveFigure extends Follower {
  refresh() {
    const name = this.element.getAttribute("value");
    const live = this.calculator?.figure(name);
    if (this.name !== name) this.article = undefined;
    this.name = name;
    if (live !== undefined && !this.calculator.isOwn(name)) this.article = live;
    if (live === undefined || live === this.article) return this.show(this.slot);
    this.value ??= make("span");
    this.value.textContent = live;
    this.mark(this.value, "value", true);
    this.show(this.value, this.note);
  }
}

const FIELD = new CSSStyleSheet();
// The mirror gives the field the width of its text; both share one cell.
FIELD.replaceSync(`
  .box { display: inline-grid; position: relative; white-space: nowrap; }
  .mirror { visibility: hidden; white-space: pre; grid-area: 1 / 1; }
  input { all: unset; grid-area: 1 / 1; inline-size: 0; min-inline-size: 100%; font: inherit; letter-spacing: inherit;
    cursor: text; color: var(--emissions-accent, inherit); text-decoration: underline dotted; text-underline-offset: 0.2em; }
  input:focus-visible { outline: 2px solid; outline-offset: 2px; }
  [role="alert"] { position: absolute; inset-block-start: 100%; inset-inline-start: 0; z-index: 1; padding: 0.2em 0.5em;
    inline-size: max-content; max-inline-size: 16em; white-space: normal; font-size: 0.85em;
    background: var(--emissions-surface, Canvas); color: var(--emissions-warn, CanvasText); border: 1px solid; }
  [role="alert"]:empty { display: none; }
  @media print { input { text-decoration: none; } }
`);

/** Keys to steps. */
const STEPS = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** `<emissions-input for assumption>` */
export class LiveInput extends Follower {
  refresh() {
    const name = this.element.getAttribute("assumption");
    const now = this.calculator?.assumption(name);
    if (!now) return this.show(this.slot);
    this.now = now;
    if (!this.box) this.#build();
    this.show(this.box);
    const isOwn = now.changed && this.calculator.isOwn(name.split(".")[0]);
    if (!this.dirty) this.#write(isOwn ? now.text : this.text);
    const field = this.field;
    this.mark(field, "control", isOwn);
    const label = this.element.getAttribute("aria-label") ?? now.label ?? name;
    const value = now.now ?? now.value;
    // An unusual value is beyond the limits, and still has to lie between what is told.
    const valuemin = Number(value) < Number(now.min) ? value : now.min;
    const valuemax = Number(value) > Number(now.max) ? value : now.max;
    const states = { label, valuenow: value, valuemin, valuemax, valuetext: field.value };
    for (const [state, value] of Object.entries(states)) if (value != null) field.setAttribute(`aria-${state}`, value);
  }

  #build() {
    this.box = make("span", { className: "box" });
    this.mirror = make("span", { className: "mirror" });
    this.mirror.setAttribute("aria-hidden", "true");
    this.field = make("input", { inputMode: "decimal", autocomplete: "off", spellcheck: false });
    this.field.setAttribute("role", "spinbutton");
    this.field.setAttribute("aria-describedby", "why note");
    this.why = make("span", { id: "why", part: "error" });
    this.why.setAttribute("role", "alert");
    // Read with the field that it describes, and not once more after it.
    this.note.hidden = true;
    this.box.append(this.mirror, this.field, this.why, this.note);
    this.root.adoptedStyleSheets = [FIELD, OWN];
    this.field.addEventListener("focus", () => (this.before = this.now.value));
    this.field.addEventListener("input", () => {
      this.dirty = true;
      this.mirror.textContent = this.field.value;
    });
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.field.addEventListener("blur", () => this.dirty && this.#set(this.field.value));
  }

  #key(event) {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    // In a text that is being edited, Home and End move the caret.
    const limit = !this.dirty && { Home: this.now.min, End: this.now.max }[key];
    if (key === "Enter") this.dirty && this.#set(this.field.value);
    else if (key === "Escape") this.#set(this.dirty ? undefined : this.before, true);
    else if (limit) this.#set(limit, true);
    else if (key in STEPS) {
      if (this.dirty) this.#set(this.field.value);
      this.calculator?.step(this.element.getAttribute("assumption"), STEPS[key]);
    } else return;
    event.preventDefault();
  }

  /** `undefined` only drops what was typed. @param {boolean} [isPlain] it was not typed: see `LiveCalculator.set` */
  #set(text, isPlain) {
    const why = text === undefined ? "" : (this.calculator?.set(this.element.getAttribute("assumption"), text, isPlain) ?? "");
    this.why.textContent = why;
    this.field.setAttribute("aria-invalid", String(Boolean(why)));
    if (why) return;
    this.dirty = false;
    this.instance.notify(this.target);
  }

  #write(text) {
    if (this.field.value !== text) this.field.value = text;
    this.mirror.textContent = text;
  }
}
