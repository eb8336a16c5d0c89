// The second script: shows each element as it was drawn when it was published, and makes it live once a reader touches
// it, or where there is nothing drawn.
import { hasRoom, read } from "./address.js";
import { endCompositions } from "./composition.js";
import { keepDrags } from "./drag.js";
import { fault } from "./fault.js";
import { OWN, describe, fieldIn, make, textOf, write } from "./field.js";
import { choose } from "./language.js";
import { locate } from "./locate.js";
import { Room } from "./room.js";
import { addressOf, asked, hash, make as draw, understood } from "./snapshot.js";
import { Touches } from "./touches.js";

/** After so long a reader is told that something is loading, in milliseconds. */
const PATIENCE = 300;

/** @returns {(element: HTMLElement, root: ShadowRoot) => {update(): void, destroy(): void}} what takes an element over */
export function start({ style, ...loader }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const page = new Page({ sheet, ...loader });
  addEventListener("beforeprint", () => page.print(true));
  addEventListener("afterprint", () => page.print(false));
  addEventListener("hashchange", () => page.calculators.forEach((one) => one.readAddress()));
  return (element, root) => new { "emissions-calculator": Calculator, "emissions-figure": Figure, "emissions-input": Input }[element.localName](page, element, root);
}

/** What the elements of a page share, live or not. */
class Page {
  /** Element to what takes it over. @type {Map<Element, Calculator>} */
  calculators = new Map();
  /** @type {Set<Figure | Input>} */
  followers = new Set();
  #files = new Map();
  #live;
  #tries = 0;

  /** @param parts `sheet`, and what the loader lends: `get`, `code`, `begin`, `assets` */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** A file that is fetched once, unless it could not be. @param {(response: Response) => Promise} take */
  file(path, take) {
    if (!this.#files.has(path)) {
      const file = this.get(path).then(take);
      this.#files.set(path, file);
      file.catch(() => this.#files.delete(path));
    }
    return this.#files.get(path);
  }

  /** The widget's language for an element, and the text of that language's file. */
  async language(element) {
    const lang = this.languageOf(element);
    try {
      return { lang, locale: await this.file(this.assets.locales[lang], (response) => response.text()) };
    } catch (error) {
      throw fault("locale", String(error));
    }
  }

  languageOf(element) {
    return choose(element, Object.keys(this.assets.locales));
  }

  /** A disclosure's text, and its hash. */
  async disclosure(url) {
    try {
      const bytes = new Uint8Array(await this.file(url, (response) => response.arrayBuffer()));
      return { text: new TextDecoder().decode(bytes), hash: hash(bytes) };
    } catch (error) {
      throw fault("src", String(error));
    }
  }

  /** The one wasm instance of the page. A failure is said, and forgotten: who asks again tries again. */
  async live() {
    const { live, liveIntegrity, glue, glueIntegrity, wasm, wasmIntegrity } = this.assets;
    // A browser may remember that a script could not be had; under another address it asks again.
    const again = (path) => (this.#tries ? `${path}?${this.#tries}` : path);
    this.#live ??= Promise.all([this.code(again(live), liveIntegrity), this.code(again(glue), glueIntegrity), this.get(wasm, wasmIntegrity)])
      .then(([live, glue, wasm]) => live.start({ glue, wasm, page: this }))
      .catch((error) => {
        console.warn("emissions-calculator: not loaded.", error);
        this.#tries++;
        this.#live = undefined;
        throw error;
      });
    const instance = await this.#live;
    if (instance.panicked) throw fault("panic", "the calculator stopped after a fault");
    return instance;
  }

  /** An element's own place in its shadow root: the box, and in it the element that the widget is in. */
  box(host = document.createElement("div")) {
    const box = make("div", { className: "seat" });
    keepDrags(host);
    endCompositions(host);
    box.append(host);
    return box;
  }

  /** Tells the figures and inputs that follow `element`, outside of any call into wasm. */
  notify(element) {
    queueMicrotask(() => {
      for (const follower of this.followers) if (follower.target === element) follower.refresh();
    });
  }

  print(isPrinted) {
    for (const one of this.calculators.values()) one.print(isPrinted);
  }
}

const dispatch = (element, type, detail) => element.dispatchEvent(new CustomEvent(type, { detail: Object.freeze(detail), bubbles: true, composed: true }));
const fail = (element, error) => dispatch(element, "emissions-error", { reason: error.reason ?? "load", message: String(error.message ?? error) });

/** An `<emissions-calculator>`. */
class Calculator {
  /** What makes it live, once something does. */
  live;
  /** Whether `emissions-ready` was told. */
  isReady = false;
  #page;
  #element;
  #root;
  #slot;
  #drawn;
  #detail;
  #wanted;
  #waking;
  #turn = 0;
  #timer;

  constructor(page, element, root) {
    this.#page = page;
    this.#element = element;
    this.#root = root;
    this.#slot = root.querySelector("slot");
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== page.sheet), page.sheet];
    page.calculators.set(element, this);
    this.update();
  }

  /** What the snapshot tells of, until the widget itself does. */
  get detail() {
    return !this.live || this.live.isPending ? this.#detail : undefined;
  }

  /** Reads the element's attributes and properties again; the last of several calls wins. */
  async update() {
    if (this.live) return this.live.update();
    const element = this.#element;
    const wanted = asked(element, this.#page.languageOf(element));
    const names = ["src", "snapshot"].map((name) => element.getAttribute(name));
    const key = JSON.stringify([wanted, names]);
    if (!this.#canBeDrawn()) return this.wake();
    if (this.#waking || key === this.#wanted) return;
    this.#wanted = key;
    const turn = ++this.#turn;
    try {
      const drawn = await this.#fetched(wanted, ...names);
      if (turn === this.#turn && !this.#waking) this.#show(drawn);
    } catch (error) {
      if (turn !== this.#turn || this.#waking) return;
      // What is wrong with the disclosure itself, the live widget says.
      if (!error.reason) console.warn("emissions-calculator: not shown as it was drawn, but made live at once.", error);
      this.wake();
    }
  }

  /** Makes it live; a second call waits with the first. */
  wake() {
    this.#waking ??= this.#wake().finally(() => (this.#waking = undefined));
    return this.#waking;
  }

  /** The reader's numbers are in the page's address. */
  readAddress() {
    if (this.live) this.live.readAddress();
    else if (read(this.#element)) this.wake();
  }

  /** On paper nothing can be opened. */
  print(isPrinted) {
    if (!this.#drawn || this.live) return;
    const { host, opened = [] } = this.#drawn;
    const panels = isPrinted ? [...host.querySelectorAll("details.panel:not([open])")] : opened;
    for (const panel of panels) panel.open = isPrinted;
    this.#drawn.opened = isPrinted ? panels : [];
  }

  /** The drawing, for the live widget that takes it over or takes its place; it is nobody's afterwards. */
  hand() {
    const drawn = this.#drawn;
    this.#drawn = undefined;
    return drawn;
  }

  /** The live widget is there. */
  done() {
    clearTimeout(this.#timer);
    dispatch(this.#element, "emissions-live", {});
  }

  destroy() {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#page.calculators.delete(this.#element);
    this.live?.destroy();
    this.#clear();
    this.#page.notify(this.#element);
  }

  /** A drawing is one of a file, by nobody's choice but the article's. */
  #canBeDrawn() {
    const element = this.#element;
    const has = (name) => element.hasAttribute(name);
    const isGiven = element.disclosure != null || element.querySelector(':scope > script[type="application/json"]');
    return !isGiven && element.getAttribute("load") !== "visible" && (has("src") || (has("snapshot") && has("amount"))) && !read(element);
  }

  async #fetched(wanted, src, name) {
    const url = src && locate(src, this.#element);
    const address = name ? locate(name, this.#element) : addressOf(url, wanted);
    if (!address) throw Error(`${src} does not end in .json: its snapshot has no name`);
    const [text, disclosure] = await Promise.all([this.#page.file(address, (response) => response.text()), url && this.#page.disclosure(url)]);
    const snapshot = understood(text, wanted, disclosure?.hash);
    return { snapshot, nodes: draw(snapshot.tree) };
  }

  /** The drawing takes the place of what is shown. */
  #show({ snapshot, nodes }) {
    const element = this.#element;
    const before = element.getBoundingClientRect();
    this.#clear();
    const host = document.createElement("div");
    // Yew's own root, and what `Seat` makes where nothing is drawn.
    const seat = document.createElement("div");
    seat.append(nodes);
    host.append(seat);
    const box = this.#page.box(host);
    box.dataset.link = hasRoom(element) ? "" : "none";
    const status = make("p", { className: "wait", part: "loading" });
    status.setAttribute("role", "status");
    box.append(status);
    this.#root.replaceChildren(box);
    const touches = new Touches(host, (control, isPressed) => this.#touched(control, isPressed));
    this.#drawn = { snapshot, box, host, seat, status, touches, room: new Room(box, before) };
    this.#detail = snapshot.detail;
    if (!this.isReady) dispatch(element, "emissions-ready", snapshot.detail);
    this.isReady = true;
    this.#page.notify(element);
  }

  #clear() {
    const drawn = this.hand();
    drawn?.touches.end();
    drawn?.room.release();
    if (!this.live) this.#root.replaceChildren(this.#slot);
  }

  /** The pressed control shows at once that it was heard, and after a while that something is loading. */
  #touched(control, isPressed) {
    if (!this.#drawn) return;
    const { status, box, snapshot } = this.#drawn;
    if (isPressed) {
      control.setAttribute("aria-busy", "true");
      this.#drawn.control = control;
      const { bottom, left } = control.getBoundingClientRect();
      const { top, left: start } = box.getBoundingClientRect();
      Object.assign(status.style, { top: `${bottom - top}px`, left: `${Math.max(0, left - start)}px` });
      const say = () => (status.textContent = snapshot.words.loading);
      if (status.textContent) say();
      else this.#timer ??= setTimeout(say, PATIENCE);
    }
    this.wake();
  }

  async #wake() {
    const element = this.#element;
    try {
      // Asked for together; who needs them says what is wrong with them.
      this.#page.language(element).catch(() => {});
      const src = element.getAttribute("src");
      if (src && element.disclosure == null) this.#page.disclosure(locate(src, element)).catch(() => {});
    } catch {
      // As above.
    }
    try {
      const instance = await this.#page.live();
      await this.#drawn?.touches.pause();
      if (this.live || this.#page.calculators.get(element) !== this) return;
      this.live = instance.calculator(element, this.#root, this.#slot, this);
      this.#page.notify(element);
    } catch (error) {
      this.#refused();
      if (this.#page.calculators.get(element) === this) fail(element, error);
    } finally {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
  }

  /** The drawing stays readable, and the next touch tries again. */
  #refused() {
    if (!this.#drawn) return;
    const { host, status, control, snapshot } = this.#drawn;
    for (const one of host.querySelectorAll("[aria-busy]")) one.removeAttribute("aria-busy");
    if (control) status.textContent = snapshot.words.failed;
  }
}

/** A figure or an input: the calculator it names, and the author's text in the slot. */
class Follower {
  live;

  constructor(page, element, root) {
    Object.assign(this, { page, element, root, slot: root.querySelector("slot") });
    root.adoptedStyleSheets = [OWN];
    page.followers.add(this);
    this.update();
  }

  /** The calculator may be anywhere on the page, far from the viewport: the reader needs it now. */
  update() {
    const id = this.element.getAttribute("for") ?? "";
    const scope = this.element.getRootNode();
    this.target = scope.getElementById?.(id) ?? document.getElementById(id);
    if (this.target?.localName !== "emissions-calculator") return this.fail(fault("for", `no calculator has the id "${id}"`));
    this.page.begin(this.target);
    this.page.notify(this.target);
  }

  get calculator() {
    return this.page.calculators.get(this.target);
  }

  show(...nodes) {
    if (nodes[0].parentNode !== this.root) this.root.replaceChildren(...nodes);
  }

  /** What the calculator shows is new. */
  refresh() {
    const live = this.calculator?.live;
    if (live && !live.isPending) this.live ??= live.instance.follow(this);
    if (this.live) this.live.refresh();
    else this.drawn();
  }

  drawn() {
    this.show(this.slot);
  }

  fail(error) {
    this.show(this.slot);
    fail(this.element, error);
  }

  destroy() {
    this.page.followers.delete(this);
    this.live?.destroy();
    this.show(this.slot);
  }
}

/** An `<emissions-figure>`: until a reader changes a number it is the author's text. */
class Figure extends Follower {}

/** Keys that change a number, or end what is typed. */
const KEYS = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Enter", "Escape"];

/** An `<emissions-input>`: a field from the start, whose calculator becomes live when it is touched. */
class Input extends Follower {
  #field;

  drawn() {
    const detail = this.calculator?.detail;
    const name = this.element.getAttribute("assumption") ?? "";
    const now = detail?.assumptions?.find(({ id }) => name === `${detail.equivalence}.${id}`);
    // Of another comparison the drawing knows nothing.
    if (detail && !now) this.calculator.wake();
    if (!now) return this.show(this.slot);
    const { parts } = (this.#field ??= this.#make());
    this.show(parts.box);
    if (this.#field.log.length) return;
    write(parts, textOf(this.element));
    describe(parts, this.element, now);
  }

  /** The field, with what the reader did there until now; it is the asker's from here on. */
  field() {
    const { parts, log, end } = this.#field ?? this.#make();
    end.abort();
    this.#field = undefined;
    return { parts, log };
  }

  #make() {
    const parts = fieldIn(this.root);
    const { field, mirror } = parts;
    const log = [];
    const end = new AbortController();
    const on = (type, act) => field.addEventListener(type, (event) => act(event), { signal: end.signal });
    const wake = () => this.calculator?.wake();
    on("pointermove", (event) => event.pointerType === "mouse" && (event.movementX || event.movementY) && wake());
    on("focus", wake);
    on("input", () => {
      log.push({ type: "input", value: field.value });
      mirror.textContent = field.value;
      wake();
    });
    on("blur", () => log.length && log.push({ type: "blur" }));
    on("keydown", (event) => {
      const { key } = event;
      const isTyping = log.at(-1)?.type === "input";
      if (!KEYS.includes(key) || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || (isTyping && /Home|End/.test(key))) return;
      event.preventDefault();
      log.push({ type: "keydown", key });
      wake();
    });
    return { parts, log, end };
  }
}
