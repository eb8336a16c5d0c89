// Stands in for the wasm's glue where a test needs what the real one never does: a trap, an error at will, a count of
// what is alive. It computes petrol cars and nothing else, and reads its orders from the disclosure's `stub` field.

const DISTANCE = "petrol-car-year.distance";
const live = new Set();
export const counts = (globalThis.stub = { inits: 0, mounts: 0, updates: 0, destroys: 0, frees: 0, configs: [], sets: [], copied: [], live });

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
    Object.assign(this, { root, onEvent, text: document.createTextNode(""), share: document.createElement("button") });
    this.share.setAttribute("part", "share");
    this.share.addEventListener("click", () => counts.copied.push(location.hash));
    root.append(this.text, this.share);
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
    const parts = (config.fragment ?? "").split(",").slice(1);
    const others = parts.filter((part) => !part.startsWith(DISTANCE));
    Object.assign(this, { article: distance, amount, others });
    this.distance = Number(parts.find((part) => part.startsWith(DISTANCE))?.slice(DISTANCE.length + 1) ?? distance);
    this.#render();
  }

  figure(name) {
    return name === "petrol-car-year" ? this.#cars() : undefined;
  }

  assumption(name) {
    if (name !== DISTANCE) return undefined;
    const value = String(this.distance);
    return { text: `${this.#format(this.distance)} km`, value, now: value, unit: "km/yr", min: "5000", max: "30000", step: "500", changed: this.distance !== this.article, label: "Distance a year" };
  }

  set(name, text, plain) {
    counts.sets.push([name, text, plain]);
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
    const own = this.distance === this.article ? [] : [`${DISTANCE}:${this.distance}`];
    const parts = [...this.others, ...own];
    return parts.length ? `v1,${parts}` : "";
  }

  #cars() {
    return this.#format(Math.floor((this.amount * 1000) / (this.distance * 0.203)));
  }

  #format(value) {
    return new Intl.NumberFormat(this.config.lang).format(value);
  }

  #render() {
    this.text.data = `${JSON.parse(this.config.locale).cars}: ${this.#cars()} (${this.config.theme ?? "auto"})`;
  }
}
