// Stands in for the glue of the panels, beside stub-glue.js: one panel that shows the state it was last told.

const counts = (globalThis.stubDetails = { inits: 0, mounts: 0, updates: 0, follows: 0, destroys: 0, frees: 0, last: undefined });

export default async function init({ module_or_path }) {
  counts.inits++;
  const { instance } = await WebAssembly.instantiateStreaming(module_or_path);
  counts.trap = instance.exports.trap;
}

export function mountDetails(root, config, onEvent) {
  counts.mounts++;
  root.innerHTML = `<details><summary>${config.lang}</summary><output></output></details>`;
  const show = (fragment) => (root.querySelector("output").textContent = fragment);
  show(config.fragment);
  return (counts.last = {
    onEvent,
    update: (config) => (counts.updates++, (root.querySelector("summary").textContent = config.lang), show(config.fragment)),
    follow: (fragment) => (counts.follows++, show(fragment)),
    destroy: () => (counts.destroys++, root.replaceChildren()),
    free: () => counts.frees++,
  });
}
