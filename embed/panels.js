// The panels under one live widget. Their module is a second one, fetched once the reader is there or does something:
// what is needed first comes first.

/** How long a reader must pause before the panels follow in any case, in milliseconds. */
const PAUSE = 200;
/** What part of the time following may take while one change comes after the other: open panels must not hold up the numbers. */
const SHARE = 1 / 20;
/** Roughly how high a closed panel is, in widths of its type, and how many there are in each view. */
const ROW = 2.85;
const ROWS = { sentence: 0, compact: 2 };
const ALL_ROWS = 6;
/** For browsers without requestIdleCallback: when the page will have done what it had to do. */
const IDLE = 300;

export class LivePanels {
  /** Resolves once the panels are there, or once it is certain that they are not to come. */
  settled;
  #settle;
  #instance;
  #config;
  #host = document.createElement("div");
  #handle;
  #asked = false;
  #state = "";
  #timer;
  /** When the panels may follow again, in the page's time. */
  #free = 0;
  #watch = new AbortController();

  /** @param {Element} box the element that holds the widget and, under it, the panels */
  constructor(instance, box) {
    this.#instance = instance;
    this.settled = new Promise((done) => (this.#settle = done));
    box.append(this.#host);
    const { signal } = this.#watch;
    const ask = () => this.#load();
    const sight = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && (sight.disconnect(), whenIdle(ask)));
    sight.observe(box);
    signal.addEventListener("abort", () => sight.disconnect());
    for (const type of ["pointerdown", "keydown", "focusin"]) box.addEventListener(type, ask, { signal, passive: true });
    addEventListener("beforeprint", ask, { signal });
    // `toggle` does not bubble. What a panel shows as it opens must be the widget's state now.
    this.#host.addEventListener("toggle", () => this.#flush(), { capture: true, signal });
  }

  /** Shows what this configuration asks for; a sentence has no panels. */
  update(config) {
    this.#config = config;
    this.#state = config.fragment;
    this.#host.hidden = config.view === "sentence";
    if (this.#host.hidden) this.#settle();
    else this.#call("update", config);
  }

  /** The height that the panels will have as they come, at a guess. */
  get room() {
    return (ROWS[this.#config.view] ?? ALL_ROWS) * ROW * parseFloat(getComputedStyle(this.#host).fontSize);
  }

  /** Follows the widget at once if a panel is open, as often as its share allows, else once the reader pauses. @param {string} state an event's `fragment` */
  follow(state) {
    if (state === this.#state) return;
    this.#state = state;
    if (!this.#handle) return;
    clearTimeout(this.#timer);
    const isOpen = this.#host.querySelector("details[open]");
    const wait = isOpen ? Math.min(PAUSE, Math.max(0, this.#free - performance.now())) : PAUSE;
    this.#timer = setTimeout(() => requestAnimationFrame(() => this.#flush()), wait);
  }

  destroy() {
    this.#watch.abort();
    clearTimeout(this.#timer);
    this.#settle();
    const handle = this.#handle;
    this.#handle = undefined;
    this.#config = undefined;
    this.#host.remove();
    if (handle && !this.#instance.panicked) {
      handle.destroy();
      handle.free?.();
    }
  }

  async #load() {
    if (this.#asked || this.#host.hidden || !this.#config) return;
    this.#asked = true;
    const details = await this.#instance.details();
    if (details && this.#config && !this.#instance.panicked) this.#mount(details);
    // Yew draws in a microtask.
    setTimeout(this.#settle);
  }

  #mount(details) {
    try {
      this.#handle = details.mountDetails(this.#host, this.#config, (type, detail) => {
        if (type === "emissions-panic") this.#instance.panic(detail?.message ?? detail);
        else console.warn("emissions-calculator: its panels stay as they are.", detail?.message);
      });
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return this.#instance.panic(error);
      console.warn("emissions-calculator: its panels are not shown.", error);
    }
    if (this.#state !== this.#config.fragment) this.#call("follow", this.#state);
  }

  #flush() {
    clearTimeout(this.#timer);
    if (!this.#timer) return;
    this.#timer = undefined;
    const begun = performance.now();
    this.#call("follow", this.#state);
    // After the frame: what a browser does to show it counts too.
    setTimeout(() => {
      const now = performance.now();
      this.#free = now + (now - begun) * (1 / SHARE - 1);
    });
  }

  #call(method, value) {
    try {
      this.#handle?.[method](value);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#instance.panic(error);
    }
  }
}

const whenIdle = (act) => (self.requestIdleCallback ? requestIdleCallback(act, { timeout: 2000 }) : setTimeout(act, IDLE));
