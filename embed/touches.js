// What a reader does on the controls of a drawn widget: kept in order, and done again once the widget is live.

const CONTROL = "button, input, select, textarea, [role=spinbutton], [role=slider]";
export const NUMBER = "[role=spinbutton]";
/** Keys that a number understands; the others are the browser's own affair. */
const STEPS = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];
const KEYS = [...STEPS, "Enter", "Escape"];
/** How far a pointer must move before a press is a drag and not a tap. */
const TAP = 4;

export const controlsOf = (host) => [...host.querySelectorAll(CONTROL)];

/** Tells a control from its neighbours, also when those have moved. */
export const signature = (one) => ["type", "aria-label", "min", "max", "step"].map((name) => one.getAttribute(name)).join() + (one.localName === "button" ? one.textContent : "");

/** What is chosen in a list stands in front of it. */
const name = (list, { text }) => (list.previousElementSibling.lastChild.textContent = text);

export class Touches {
  #host;
  #log = [];
  #drag;
  #end = new AbortController();
  #isComposing = false;
  #controls;
  #isHeld = false;
  #isPassing = false;

  /**
   * @param {Element} host what the widget is drawn in
   * @param {(control: Element, isPressed: boolean) => void} touched told of all that wants a live widget
   */
  constructor(host, touched) {
    this.#host = host;
    this.#controls = controlsOf(host);
    const on = (type, act) =>
      host.addEventListener(
        type,
        (event) => {
          const control = event.target.closest?.(CONTROL);
          if (!control || this.#isPassing) return;
          act(event, control, control.matches(NUMBER));
          if (this.#isHeld) event.stopPropagation();
        },
        { capture: true, signal: this.#end.signal },
      );
    const log = (event, target, more) => this.#log.push({ type: event.type, target, signature: signature(target), ...more });
    const pointer = (event, target) => {
      const { pointerId, pointerType, clientX, clientY, button } = event;
      log(event, target, { pointer: { pointerId, pointerType, clientX, clientY, button } });
    };

    on("pointermove", (event, control) => {
      const drag = this.#drag;
      if (drag?.pointerId === event.pointerId) {
        if (this.#log.at(-1).type === "pointermove") this.#log.pop();
        pointer(event, drag.control);
        const across = Math.abs(event.clientX - drag.clientX);
        if (across < TAP || drag.isMoving || across < Math.abs(event.clientY - drag.clientY)) return;
        drag.isMoving = true;
        try {
          drag.control.setPointerCapture(event.pointerId);
        } catch {
          // A pointer that is gone by now cannot be captured; the drag then ends with it.
        }
        touched(control, true);
      } else if (event.pointerType === "mouse" && (event.movementX || event.movementY)) touched(control, false);
    });
    on("pointerdown", (event, control, isNumber) => {
      if (isNumber && event.button === 0) {
        pointer(event, control);
        const { pointerId, clientX, clientY } = event;
        this.#drag = { control, pointerId, clientX, clientY };
      }
      // A finger may be about to scroll.
      if (event.pointerType !== "touch") touched(control, true);
    });
    for (const type of ["pointerup", "pointercancel"])
      on(type, (event, control) => {
        const drag = this.#drag;
        if (drag?.pointerId === event.pointerId) {
          pointer(event, drag.control);
          this.#drag = undefined;
          // Who types next means another number.
          if (!drag.isMoving && drag.control.getRootNode().activeElement === drag.control) drag.control.select();
        }
        if (type === "pointerup") touched(control, true);
      });
    on("click", (event, control) => {
      if (control.localName !== "button") return;
      log(event, control);
      touched(control, true);
    });
    on("input", (event, control) => {
      const last = this.#log.at(-1);
      if (last?.type === "input" && last.target === control) this.#log.pop();
      log(event, control, { value: control.value });
      touched(control, true);
    });
    on("change", (event, control) => {
      if (control.localName !== "select") return;
      log(event, control, { value: control.value });
      name(control, control.selectedOptions[0]);
    });
    on("keydown", (event, control, isNumber) => {
      const { key } = event;
      if (key === "Tab" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isNumber && KEYS.includes(key)) {
        // While text is being typed these two move in the text, as in any field.
        const isTyping = control.value !== control.defaultValue;
        if (isTyping && (key === "Home" || key === "End")) return;
        if (STEPS.includes(key)) event.preventDefault();
        log(event, control, { key });
      }
      touched(control, true);
    });
    on("focus", (event, control, isNumber) => {
      if (isNumber) log(event, control);
      touched(control, true);
    });
    on("blur", (event, control, isNumber) => isNumber && log(event, control));
    on("compositionstart", () => (this.#isComposing = true));
    on("compositionend", () => (this.#isComposing = false));
  }

  /** Resolves once no input method is at it: a field that is written to would lose what it composes. */
  async pause() {
    if (this.#isComposing) await new Promise((done) => this.#host.addEventListener("compositionend", done, { once: true }));
  }

  /**
   * From here on the live widget hears nothing of the reader's: it is on its way, and what is done is done again, in
   * order, once it is there. What it takes over must be as it was drawn.
   */
  hold() {
    this.#isHeld = true;
    for (const list of this.#host.querySelectorAll("select")) name(list, list.querySelector("[selected]"));
  }

  /** What was done and is to be done again; the next of it goes from here. */
  get log() {
    return this.#log;
  }

  /** The controls as they were drawn, in order. */
  get controls() {
    return this.#controls;
  }

  /** Lets one event pass to the live widget. */
  pass(act) {
    this.#isPassing = true;
    act();
    this.#isPassing = false;
  }

  /** Stops listening: the live widget hears what is done from here on. */
  end() {
    this.#end.abort();
  }
}
