// The sums alone, compiled: for a newsroom's own scripts, without the widget.

import type { InitInput } from "./widget.js";

/** Must have finished before anything else here is called. Without an argument it fetches the wasm beside this module. */
export default function init(input?: { module_or_path: InitInput }): Promise<unknown>;

/**
 * What `emissions equivalents --json` prints. `options` is JSON text such as
 * `{"only": ["petrol-car-year"], "presets": {"petrol-car-year": "uk"}, "set": {"petrol-car-year.distance": "15000 km/yr"}}`.
 * Throws a sentence that says what cannot be read or does not exist.
 */
export function equivalents(amount: string, options?: string): string;

/**
 * What `emissions check --json` prints for a disclosure's text. Its findings have their code, their place and their
 * numbers; the sentences are in the language files.
 */
export function check(disclosure: string): string;

/**
 * What `emissions detect --json` prints: the emission figures of a text or an HTML page, and the language that it was read
 * in. `start` and `end` are places in the string given, so that `text.slice(start, end)` is the figure.
 */
export function detect(text: string, language?: string): string;
