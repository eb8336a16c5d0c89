// Fetched once a reader touches something, or where nothing is drawn: ties the elements to the one wasm instance.
import { LiveCalculator } from "./calculator.js";
import { fault } from "./fault.js";
import { LiveFigure, LiveInput } from "./inline.js";

/** Starts the wasm instance. @param page what the elements of the page share: see drawn.js */
export async function start({ glue, wasm, page }) {
  await glue.default({ module_or_path: wasm });
  const instance = new Instance(glue, page);
  instance.watch(wasm.url);
  return instance;
}

/** What the live elements of a page share. */
class Instance {
  panicked = false;
  /** Element to its live calculator. @type {Map<Element, LiveCalculator>} */
  calculators = new Map();
  /** The live figures and inputs in the article's sentences. @type {Set<LiveFigure | LiveInput>} */
  followers = new Set();

  constructor(glue, page) {
    Object.assign(this, { glue, page });
  }

  /** Makes a calculator live. @param place what took it over before: see drawn.js */
  calculator(...parts) {
    return new LiveCalculator(this, ...parts);
  }

  /** Makes a figure or an input live, whose calculator is. */
  follow(follower) {
    const Live = follower.element.localName === "emissions-figure" ? LiveFigure : LiveInput;
    return new Live(this, follower);
  }

  /** Tells the figures and inputs that follow `element`, outside of any call into wasm. */
  notify(element) {
    this.page.notify(element);
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
  }
}
