// One live <emissions-calculator>: its configuration, its mount in the wasm instance, and the way back to the slot.
import { AddressWriter, hasRoom, read } from "./address.js";
import { fault } from "./fault.js";
import { focusedOf, keepFields } from "./fields.js";
import { locate } from "./locate.js";
import { repeat, written } from "./repeat.js";
import { Room } from "./room.js";
import { keepSelection } from "./selection.js";
import { isStill } from "./still.js";

const ATTRIBUTES = ["amount", "equivalence", "preset", "theme", "view", "lead"];

export class LiveCalculator {
  /** Whether the live widget is shown, and whether it is on its way. */
  ready = false;
  isPending = true;
  instance;
  /** What took the element over before, and told of it. */
  #place;
  #element;
  #root;
  #slot;
  /** Holds the widget with its panels. */
  #box;
  /** What stood there before, until it is taken over: the drawing, with what the reader did there. */
  #drawn;
  #host;
  #handle;
  #config;
  #address;
  #state = "";
  /** The state that the widget last told: unlike the address's it is one that it follows. */
  #told = "";
  #words;
  #subject;
  #turn = 0;
  #room;
  #isSharing = false;
  #isRefused = false;

  constructor(instance, element, root, slot, place) {
    this.instance = instance;
    this.#element = element;
    this.#root = root;
    this.#slot = slot;
    this.#place = place;
    this.#address = new AddressWriter(element, () => this.#checkLink());
    instance.calculators.set(element, this);
    this.update();
  }

  /** Reads the element's attributes and properties again; the last of several calls wins. */
  async update() {
    const turn = ++this.#turn;
    try {
      const [disclosure, language] = await Promise.all([this.#disclosure(), this.instance.page.language(this.#element)]);
      if (turn !== this.#turn || this.instance.panicked) return;
      const config = Object.create(null);
      for (const name of ATTRIBUTES) config[name] = this.#element.getAttribute(name) ?? undefined;
      config.heading = this.#element.getAttribute("heading-level") ?? undefined;
      // What the reader changed outlives a new language or theme. A new subject, set by the host, starts afresh.
      const subject = JSON.stringify([disclosure, config.amount, config.equivalence, config.preset]);
      if (!this.#handle) this.#state = read(this.#element);
      else if (subject !== this.#subject) this.#state = "";
      this.#subject = subject;
      Object.assign(config, language, { disclosure, fragment: this.#state });
      this.#config = config;
      this.#words = undefined;
      if (this.#handle) this.#call("update", config);
      else this.#mount();
    } catch (error) {
      if (turn === this.#turn) this.fail(error);
    }
  }

  /** The reader pasted a link with other numbers. A fragment without any is a jump within the page: they stay. */
  readAddress() {
    const state = read(this.#element);
    if (!this.#handle || !state || state === this.#state) return;
    this.#state = state;
    this.update();
  }

  /** The text of a computed figure, such as `petrol-car-year`. @returns {string | undefined} */
  figure(name) {
    return this.ready ? this.#call("figure", name) : undefined;
  }

  /** An assumption as the widget shows it now, such as `petrol-car-year.distance`. */
  assumption(name) {
    return this.ready ? this.#call("assumption", name) : undefined;
  }

  /** Whether the reader chose anything for this comparison, such as `petrol-car-year`. */
  isOwn(name) {
    return this.#told.split(",").some((part) => part.startsWith(`${name}:`) || part.startsWith(`${name}.`));
  }

  /** A sentence in the widget's language; undefined if that language has none of this name. */
  words(key, values) {
    this.#words ??= JSON.parse(this.#config.locale);
    return this.#words[key]?.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /**
   * What the reader typed for an assumption, in the widget's language.
   * @param {boolean} [isPlain] it is a plain decimal in the assumption's unit instead, such as the handle itself gives
   * @returns {string} why it is refused, or ""
   */
  set(name, text, isPlain = false) {
    return this.#call("set", name, text, isPlain) ?? "";
  }

  /** Moves an assumption by so many of its steps. */
  step(name, count) {
    this.#call("step", name, count);
  }

  /** Back to the static version, with the reason. */
  fail(error) {
    this.#close();
    if (error.reason !== "panic") console.warn("emissions-calculator: the static version stays.", error);
    this.#dispatch("emissions-error", { reason: error.reason ?? "mount", message: String(error.message ?? error) });
    this.instance.notify(this.#element);
  }

  destroy() {
    this.#close();
    this.instance.calculators.delete(this.#element);
    this.instance.notify(this.#element);
  }

  /** The disclosure's text, wherever the page has it: property, child, file; undefined for a plain amount. */
  async #disclosure() {
    const element = this.#element;
    const given = element.disclosure;
    if (given != null) return typeof given === "string" ? given : JSON.stringify(given);
    const child = element.querySelector(':scope > script[type="application/json"]');
    if (child) return child.textContent;
    const src = element.getAttribute("src");
    if (src) return (await this.instance.page.disclosure(locate(src, element))).text;
    if (element.hasAttribute("amount")) return undefined;
    throw fault("missing", "no src, disclosure or amount");
  }

  #mount() {
    const drawn = this.#place.hand();
    drawn?.touches.hold();
    // What differs cannot be taken over: the live widget then takes its place.
    const isSame = drawn && !this.#state && isStill(drawn.seat, drawn.snapshot.tree);
    this.#drawn = drawn && { ...drawn, restore: keepFields(drawn.touches.controls), select: keepSelection(drawn.host) };
    this.#host = isSame ? drawn.host : document.createElement("div");
    const box = (this.#box = isSame ? drawn.box : this.instance.page.box(this.#host));
    box.addEventListener("click", (event) => this.#beforeShare(event), { capture: true });
    if (!isSame) {
      box.hidden = true;
      this.#root.append(box);
    }
    const config = isSame ? { ...this.#config, hydrate: drawn.snapshot.by } : this.#config;
    this.#handle = this.instance.glue.mount(this.#host, config, (type, detail) => {
      if (type === "emissions-panic") this.instance.panic(detail?.message ?? detail);
      else if (box === this.#box) this.#event(type, detail);
    });
    // Not before it is told, which may be after the reader's next key.
    if (isSame) written().then(this.#drawn.restore);
  }

  #event(type, detail) {
    if (type === "emissions-error") {
      // Out of the call that reports it, which still holds the handle that this frees.
      return void queueMicrotask(() => this.fail(fault(detail?.reason ?? "disclosure", detail?.message)));
    }
    const state = detail?.fragment;
    if (typeof state === "string") this.#told = state;
    const isFirst = type === "emissions-ready" && !this.ready;
    if (isFirst) this.#show();
    const isKnown = type === "emissions-ready" && this.#place.isReady;
    const allowed = isKnown || this.#dispatch(type, detail);
    if (type === "emissions-ready") this.#place.isReady = true;
    if (isFirst) this.#place.done();
    // A listener may have taken the element away.
    if (!this.#box) return;
    if (type === "emissions-change" && typeof state === "string") {
      this.#state = state;
      if (allowed) this.#address.write(state);
      else this.#checkLink();
      if (this.#isSharing) this.#address.flush();
    }
    this.instance.notify(this.#element);
  }

  #dispatch(type, detail) {
    return this.#element.dispatchEvent(
      new CustomEvent(type, { detail: Object.freeze(detail ?? {}), bubbles: true, composed: true, cancelable: type === "emissions-change" }),
    );
  }

  #call(method, ...values) {
    try {
      return this.#handle?.[method]?.(...values);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.instance.panic(error);
    }
  }

  /** The link that a reader copies is the page's address: where that has other numbers than the widget, none is offered. */
  #checkLink() {
    // An address that is not followed has other numbers too.
    const isRight = read(this.#element) === this.#state && Boolean(this.#told) === Boolean(this.#state);
    this.#box.dataset.link = !hasRoom(this.#element) ? "none" : isRight ? "" : "stale";
  }

  /**
   * The address is written a moment after the numbers, which the widget tells a moment after they moved: when it reads
   * the address, that must be up to date.
   */
  #beforeShare(event) {
    if (!event.target.closest("[part=share]")) return;
    this.#isSharing = true;
    setTimeout(() => (this.#isSharing = false));
    this.#address.flush();
    if (this.#box.dataset.link) return event.stopPropagation();
    // Where there is a finger, there is the device's own menu, with the reader's own programs in it.
    if (!navigator.share || !matchMedia("(pointer: coarse)").matches || this.#isRefused) return;
    event.stopPropagation();
    this.#share(event.target);
  }

  /** Hands the link to the device. Where that refuses, as in a frame that may not share, the button copies from then on. */
  async #share(button) {
    try {
      await navigator.share({ title: document.title, url: location.href });
    } catch (error) {
      if (error.name === "AbortError") return;
      this.#isRefused = true;
      button.click();
    }
  }

  /** The live widget takes the place of what was shown. */
  #show() {
    const drawn = this.#drawn;
    this.#drawn = undefined;
    drawn?.restore();
    const focused = drawn && focusedOf(drawn.touches.controls);
    if (this.#box === drawn?.box) {
      // A wasm of another build than the drawing's has made its own.
      if (this.#host.children.length > 1) drawn.seat.remove();
      this.#room = drawn.room;
    } else {
      const before = this.#element.getBoundingClientRect();
      // What goes with the drawing was not done by the reader.
      drawn?.touches.end();
      this.#box.hidden = false;
      for (const one of [...this.#root.children]) if (one !== this.#box) one.remove();
      drawn?.room.release();
      this.#room = new Room(this.#box, before);
    }
    this.#checkLink();
    this.ready = true;
    this.isPending = false;
    if (drawn) this.#resume(drawn, focused);
  }

  /** The reader goes on where they are: what is open stays open, what is selected selected, and what was done is done. */
  #resume({ host, status, touches, select }, focused) {
    const panels = [...this.#host.querySelectorAll("details")];
    [...host.querySelectorAll("details")].forEach((one, index) => {
      if (!one.open || !panels[index]) return;
      if (panels[index].open) panels[index].dispatchEvent(new Event("toggle"));
      else panels[index].open = true;
    });
    for (const one of this.#host.querySelectorAll("[aria-busy]")) one.removeAttribute("aria-busy");
    status.remove();
    select();
    repeat(touches, focused, this.#host);
  }

  #close() {
    this.#turn++;
    this.#address.cancel();
    this.#room?.release();
    this.#drawn?.room.release();
    this.#drawn?.touches.end();
    const handle = this.#handle;
    this.#handle = this.#room = this.#box = this.#drawn = undefined;
    if (handle && !this.instance.panicked) {
      handle.destroy();
      handle.free?.();
    }
    this.ready = this.isPending = false;
    this.#told = "";
    this.#root.replaceChildren(this.#slot);
  }
}
