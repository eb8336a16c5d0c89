// What stands for a figure or an input in the article's own sentence.

export const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

export const OWN = new CSSStyleSheet();
// Neither the dots of what can be set nor the single line of a link.
OWN.replaceSync(`
  [part~="own"] { text-decoration: underline double; text-underline-offset: 0.2em; }
  .spoken { position: absolute; inline-size: 1px; block-size: 1px; margin-inline-start: -1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; -webkit-user-select: none; user-select: none; }
`);

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

/**
 * The field of an `<emissions-input>`, in its shadow root.
 * @returns its `box` and what stands in it
 */
export function fieldIn(root) {
  const box = make("span", { className: "box" });
  const mirror = make("span", { className: "mirror" });
  mirror.setAttribute("aria-hidden", "true");
  const field = make("input", { inputMode: "decimal", autocomplete: "off", spellcheck: false });
  field.setAttribute("role", "spinbutton");
  field.setAttribute("aria-describedby", "why note");
  field.part = "control";
  const why = make("span", { id: "why", part: "error" });
  why.setAttribute("role", "alert");
  /** Says whose number it is to those who do not see how it is marked; read with the field, and not once more after it. */
  const note = make("span", { id: "note", className: "spoken", hidden: true });
  box.append(mirror, field, why, note);
  root.adoptedStyleSheets = [FIELD, OWN];
  return { box, mirror, field, why, note };
}

/** What the field shows. */
export function write({ mirror, field }, text) {
  if (field.value !== text) field.value = text;
  mirror.textContent = text;
}

/** What the field tells those who do not see it. @param now the assumption, as the handle and the snapshot give it */
export function describe({ field }, element, now) {
  const label = element.getAttribute("aria-label") ?? now.label ?? element.getAttribute("assumption");
  const { value } = now;
  // An unusual value is beyond the limits, and still has to lie between what is told.
  const valuemin = Number(value) < Number(now.min) ? value : now.min;
  const valuemax = Number(value) > Number(now.max) ? value : now.max;
  const states = { label, valuenow: value, valuemin, valuemax, valuetext: field.value };
  for (const [state, value] of Object.entries(states)) if (value != null) field.setAttribute(`aria-${state}`, value);
}

/** The author's text. */
export const textOf = (element) => element.textContent.replace(/\s+/g, " ").trim();
