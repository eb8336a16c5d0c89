// Stands in for the wasm's glue where a test needs what the real one never does: a trap, an error at will, a count of
// what is alive. It computes petrol cars and nothing else, and reads its orders from the disclosure's `stub` field.

const live = new Set();
export const counts = (globalThis.stub = { inits: 0, mounts: 0, updates: 0, destroys: 0, frees: 0, configs: [], live });

export default async function init({ module_or_path }) {
  counts.inits++;
  const { instance } = await WebAssembly.instantiateStreaming(module_or_path);
  counts.trap = instance.exports.trap;
}

export function mount(root, config, onEvent) {
  counts.mounts++;
  const handle = new Handle(root, config, onEvent);
  live.add(handle);
  return handle;
}

class Handle {
  constructor(root, config, onEvent) {
    Object.assign(this, { root, onEvent });
    this.update(config, true);
    setTimeout(() => live.has(this) && onEvent("emissions-ready", { fragment: this.#fragment() }), 5);
  }

  update(config, first) {
    if (!first) counts.updates++;
    counts.configs.push({ ...config });
    this.config = config;
    const { stub, distance = 12000, amount = "37909.87" } = config.disclosure ? JSON.parse(config.disclosure) : { amount: parseFloat(config.amount) };
    if (stub === "throw") throw new Error("refused by the stub");
    if (stub === "error") return this.onEvent("emissions-error", { reason: "disclosure", message: "/entries/0" });
    Object.assign(this, { article: distance, amount });
    this.distance = Number(config.fragment?.match(/distance=(\d+)/)?.[1] ?? distance);
    this.#render();
  }

  figure(name) {
    return name === "petrol-car-year" ? this.#cars() : undefined;
  }

  assumption(name) {
    if (name !== "petrol-car-year.distance") return undefined;
    const value = String(this.distance);
    return { text: `${this.#format(this.distance)} km`, value, now: value, unit: "km/yr", min: "5000", max: "30000", step: "500", changed: this.distance !== this.article, label: "Distance a year" };
  }

  set(name, text) {
    const value = Number(text.replace(/[^\d.-]/g, ""));
    if (!text.match(/\d/) || !(value > 0)) return "Give a distance above zero.";
    this.distance = value;
    this.#changed();
    return "";
  }

  step(name, count) {
    this.distance += 500 * count;
    this.#changed();
  }

  destroy() {
    counts.destroys++;
    live.delete(this);
  }

  free() {
    counts.frees++;
  }

  #changed() {
    this.#render();
    this.onEvent("emissions-change", { fragment: this.#fragment(), cars: this.#cars() });
  }

  #fragment() {
    return this.distance === this.article ? "" : `v1;petrol-car-year.distance=${this.distance}`;
  }

  #cars() {
    return this.#format(Math.floor((this.amount * 1000) / (this.distance * 0.203)));
  }

  #format(value) {
    return new Intl.NumberFormat(this.config.lang).format(value);
  }

  #render() {
    this.root.textContent = `${JSON.parse(this.config.locale).cars}: ${this.#cars()} (${this.config.theme ?? "auto"})`;
  }
}
