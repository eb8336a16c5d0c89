// Fetched when the first element nears the viewport: ties the elements to the one wasm instance.
import { LiveCalculator } from "./calculator.js";
import { fault } from "./fault.js";
import { LiveFigure, LiveInput } from "./inline.js";
import { choose } from "./language.js";

const KINDS = { "emissions-calculator": LiveCalculator, "emissions-figure": LiveFigure, "emissions-input": LiveInput };

/**
 * Starts the wasm instance.
 * @returns {Promise<(element: HTMLElement, root: ShadowRoot) => {update(): void, destroy(): void}>} what makes an element live
 */
export async function start({ glue, wasm, style, ...loader }) {
  await glue.default({ module_or_path: wasm });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const instance = new Instance({ glue, sheet, ...loader });
  instance.watch(wasm.url);
  return (element, root) => {
    if (instance.panicked) throw fault("panic", "the calculator stopped after a fault");
    return new KINDS[element.localName](instance, element, root);
  };
}

/** What the elements of a page share. */
class Instance {
  panicked = false;
  /** Element to its live calculator. @type {Map<Element, LiveCalculator>} */
  calculators = new Map();
  /** The live figures and inputs in the article's sentences. @type {Set<LiveFigure | LiveInput>} */
  followers = new Set();
  #texts = new Map();

  /** @param parts `glue`, `sheet`, and what the loader lends: `get`, `begin`, `assets` */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** The widget's language for an element, and the text of that language's file. */
  async language(element) {
    const { locales } = this.assets;
    const lang = choose(element, Object.keys(locales));
    if (!this.#texts.has(lang)) this.#texts.set(lang, this.get(locales[lang]).then((response) => response.text()));
    try {
      return { lang, locale: await this.#texts.get(lang) };
    } catch (error) {
      this.#texts.delete(lang);
      throw fault("locale", String(error));
    }
  }

  /** Tells the figures and inputs that follow `element`, outside of any call into wasm. */
  notify(element) {
    queueMicrotask(() => {
      for (const follower of this.followers) if (follower.target === element) follower.refresh();
    });
  }

  /** A wasm instance that trapped must not be called again: every element shows its static version from here on. */
  panic(error) {
    if (this.panicked) return;
    this.panicked = true;
    // Blanks stand where a path of the machine that built it did.
    const told = typeof error === "string" ? error.replace(/ {9,}/g, "…") : error;
    console.warn("emissions-calculator: stopped after a fault, the static version stays.", told);
    // Not from inside the call that is about to trap: a listener of the page might call into it once more.
    queueMicrotask(() => {
      for (const live of [...this.calculators.values(), ...this.followers]) live.fail(fault("panic", String(told)));
    });
  }

  /** A trap in a listener or a timer of the instance reaches nobody but the window. @param {string} url where the wasm came from, as the trap's stack names it */
  watch(url) {
    const check = (event, error) => {
      if (!(error instanceof WebAssembly.RuntimeError && String(error.stack).includes(url))) return;
      event.preventDefault();
      this.panic(error);
    };
    addEventListener("error", (event) => check(event, event.error));
    addEventListener("unhandledrejection", (event) => check(event, event.reason));
    addEventListener("hashchange", () => this.calculators.forEach((live) => live.readAddress()));
  }
}
