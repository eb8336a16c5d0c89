// The stable entry: defines the three elements and fetches nothing else until one of them comes near the viewport.
// Every page with an element pays for it, so what can wait lives in drawn.js. The build writes the file names in.
const ASSETS = __ASSETS__;
const locate = (path) => new URL(path, import.meta.url);

/** Fetches a file of the widget (or of the host page): no cookies, and the host page's address goes nowhere. */
const get = async (path, integrity = "") => {
  // Asked for as a style sheet, or Vite's development server makes a script of it.
  const headers = { accept: "text/css,*/*" };
  const response = await fetch(locate(path), { headers, integrity, credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw Error(`${response.status} ${response.url}`);
  return response;
};

// import() cannot check a hash. A preload can, and import() waits for the module that is being preloaded.
const code = async (path, integrity) => {
  const link = document.createElement("link");
  const failed = new Promise((_, fail) => (link.onerror = () => fail(Error(path))));
  if (integrity && link.relList.supports("modulepreload")) {
    link.rel = "modulepreload";
    link.crossOrigin = "";
    link.referrerPolicy = "no-referrer";
    link.integrity = integrity;
    link.nonce = document.querySelector("script[nonce]")?.nonce ?? "";
    link.href = locate(path);
    document.head.append(link);
  }
  // A host that stops every event stops `load` too, so it is not waited for.
  return Promise.race([import(/* @vite-ignore */ /* webpackIgnore: true */ locate(path)), failed]).finally(() => link.remove());
};

// Once however many elements, and a failure is forgotten so that the next element tries again.
let loading;
const load = () =>
  (loading ??= Promise.all([code(ASSETS.drawn, ASSETS.drawnIntegrity), get(ASSETS.style, ASSETS.styleIntegrity).then((response) => response.text())])
    .then(([drawn, style]) => drawn.start({ style, get, code, begin, assets: ASSETS }))
    .catch((error) => {
      console.warn("emissions-calculator: not loaded, the static version stays.", error);
      loading = undefined;
      throw error;
    }));

// An element that is not shown (a closed <details>, a hidden panel) does not intersect: it loads when it is opened.
const near = new IntersectionObserver((all) => all.forEach((one) => one.isIntersecting && begin(one.target)), { rootMargin: "600px" });

/** Starts an element, now; drawn.js uses it too, for the calculator that a figure in a sentence names. */
let begin;

/** `heading-level` is headingLevel. */
const propertyOf = (attribute) => attribute.replace(/-(.)/, (_, letter) => letter.toUpperCase());

class Emissions extends HTMLElement {
  #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  #place;
  #queued;

  constructor() {
    super();
    this.#root.replaceChildren(document.createElement("slot"));
  }

  connectedCallback() {
    // Properties set before the definition hide the accessors: set them again through those.
    for (const name of ["disclosure", ...this.constructor.observedAttributes.map(propertyOf)])
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    if (!this.#place) near.observe(this);
  }

  disconnectedCallback() {
    // A move removes and inserts in one go; only an element that stays out is freed.
    queueMicrotask(() => {
      if (this.isConnected) return;
      near.unobserve(this);
      this.#place?.destroy();
      this.#place = null;
    });
  }

  attributeChangedCallback() {
    if (this.#queued) return;
    this.#queued = true;
    // Several changes in one go make one update; after a failed load, a change is a reason to try again.
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#place) this.#place.update();
      else if (this.isConnected) near.observe(this);
    });
  }

  static {
    begin = async (element) => {
      near.unobserve(element);
      try {
        const attach = await load();
        if (element.isConnected) return (element.#place ??= attach(element, element.#root));
      } catch (error) {
        const detail = { reason: error.reason ?? "load", message: String(error) };
        element.dispatchEvent(new CustomEvent("emissions-error", { detail, bubbles: true, composed: true }));
      }
    };
  }
}

const block = new CSSStyleSheet();
block.replaceSync(":host{display:block}:host([hidden]){display:none}");

class Calculator extends Emissions {
  #disclosure;

  constructor() {
    super();
    this.shadowRoot.adoptedStyleSheets = [block];
  }

  get disclosure() {
    return this.#disclosure;
  }

  set disclosure(value) {
    this.#disclosure = value;
    this.attributeChangedCallback();
  }
}

const define = (name, type, attributes) => {
  if (customElements.get(name)) return;
  type.observedAttributes = [...attributes, "lang"];
  for (const attribute of attributes)
    Object.defineProperty(type.prototype, propertyOf(attribute), {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute);
      },
      set(value) {
        value == null ? this.removeAttribute(attribute) : this.setAttribute(attribute, value);
      },
    });
  customElements.define(name, type);
};
define("emissions-calculator", Calculator, ["src", "amount", "equivalence", "preset", "theme", "view", "lead", "heading-level", "load", "snapshot"]);
define("emissions-figure", class extends Emissions {}, ["for", "value"]);
define("emissions-input", class extends Emissions {}, ["for", "assumption"]);
