// One live <emissions-calculator>: its configuration, its mount in the wasm instance, and the way back to the slot.
import { AddressWriter, hasRoom, read } from "./address.js";
import { endCompositions } from "./composition.js";
import { keepDrags } from "./drag.js";
import { fault } from "./fault.js";
import { Room } from "./room.js";

const ATTRIBUTES = ["amount", "equivalence", "preset", "theme", "view"];

export class LiveCalculator {
  /** Whether the live widget is shown. */
  ready = false;
  #instance;
  #element;
  #root;
  #slot;
  /** Holds the widget with its panels. */
  #box;
  #handle;
  #config;
  #address;
  #state = "";
  /** The state that the widget last told: unlike the address's it is one that it follows. */
  #told = "";
  #words;
  #subject;
  #turn = 0;
  #source = {};
  #room;
  #isSharing = false;
  #isRefused = false;

  constructor(instance, element, root) {
    this.#instance = instance;
    this.#element = element;
    this.#root = root;
    this.#slot = root.querySelector("slot");
    this.#address = new AddressWriter(element, () => this.#checkLink());
    instance.calculators.set(element, this);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== instance.sheet), instance.sheet];
    this.update();
  }

  /** Reads the element's attributes and properties again; the last of several calls wins. */
  async update() {
    const turn = ++this.#turn;
    try {
      const [disclosure, language] = await Promise.all([this.#disclosure(), this.#instance.language(this.#element)]);
      if (turn !== this.#turn || this.#instance.panicked) return;
      const config = Object.create(null);
      for (const name of ATTRIBUTES) config[name] = this.#element.getAttribute(name) ?? undefined;
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
    this.#instance.notify(this.#element);
  }

  destroy() {
    this.#close();
    this.#instance.calculators.delete(this.#element);
    this.#instance.notify(this.#element);
  }

  /** The disclosure's text, wherever the page has it: property, child, file; undefined for a plain amount. */
  async #disclosure() {
    const element = this.#element;
    const given = element.disclosure;
    if (given != null) return typeof given === "string" ? given : JSON.stringify(given);
    const child = element.querySelector(':scope > script[type="application/json"]');
    if (child) return child.textContent;
    const src = element.getAttribute("src");
    if (src) return this.#file(locate(src, element));
    if (element.hasAttribute("amount")) return undefined;
    throw fault("missing", "no src, disclosure or amount");
  }

  /** A file is fetched once as long as `src` stays the same; a failed one again at the next change. */
  #file(url) {
    if (this.#source.url !== url) {
      const text = this.#instance.get(url).then((response) => response.text());
      this.#source = { url, text };
      text.catch(() => (this.#source = {}));
    }
    return this.#source.text.catch((error) => {
      throw fault("src", String(error));
    });
  }

  #mount() {
    const box = (this.#box = document.createElement("div"));
    const host = document.createElement("div");
    keepDrags(host);
    endCompositions(host);
    box.addEventListener("click", (event) => this.#beforeShare(event), { capture: true });
    box.hidden = true;
    box.append(host);
    this.#root.append(box);
    this.#handle = this.#instance.glue.mount(host, this.#config, (type, detail) => {
      if (type === "emissions-panic") this.#instance.panic(detail?.message ?? detail);
      else if (box === this.#box) this.#event(type, detail);
    });
  }

  #event(type, detail) {
    if (type === "emissions-error") {
      // Out of the call that reports it, which still holds the handle that this frees.
      return void queueMicrotask(() => this.fail(fault(detail?.reason ?? "disclosure", detail?.message)));
    }
    const state = detail?.fragment;
    if (typeof state === "string") this.#told = state;
    if (type === "emissions-ready" && !this.ready) this.#show();
    const allowed = this.#dispatch(type, detail);
    // A listener may have taken the element away.
    if (!this.#box) return;
    if (type === "emissions-change" && typeof state === "string") {
      this.#state = state;
      if (allowed) this.#address.write(state);
      else this.#checkLink();
      if (this.#isSharing) this.#address.flush();
    }
    this.#instance.notify(this.#element);
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
      this.#instance.panic(error);
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

  /** The live widget takes the static one's place. */
  #show() {
    const before = this.#element.getBoundingClientRect();
    this.#box.hidden = false;
    this.#checkLink();
    this.#slot.remove();
    this.ready = true;
    this.#room = new Room(this.#box, before);
  }

  #close() {
    this.#turn++;
    this.#address.cancel();
    this.#room?.release();
    const handle = this.#handle;
    this.#handle = this.#room = this.#box = undefined;
    if (handle && !this.#instance.panicked) {
      handle.destroy();
      handle.free?.();
    }
    this.ready = false;
    this.#told = "";
    this.#root.replaceChildren(this.#slot);
  }
}

/**
 * The address of a disclosure, as the page would resolve it. Nothing is asked of a third host: a <base> that points
 * to one is passed over, an address that does is refused.
 */
function locate(src, element) {
  const own = [self.origin, new URL(document.URL).origin, new URL(import.meta.url).origin];
  for (const base of [element.baseURI, document.URL]) {
    const url = parse(src, base);
    if (url && /^https?:$/.test(url.protocol) && own.includes(url.origin)) return url.href;
  }
  throw fault("origin", `${src} is on neither the page's host nor the widget's`);
}

function parse(src, base) {
  try {
    return new URL(src, base);
  } catch {
    return undefined;
  }
}
