// The panels' compiled module, for scripts that mount the widget themselves and want its panels under it.

import type { Config, EventType, InitInput } from "./widget.js";

/** Must have finished before anything else here is called. Without an argument it fetches the wasm beside this module. */
export default function init(input?: { module_or_path: InitInput }): Promise<unknown>;

export class DetailsHandle {
  private constructor();
  update(config: Config): void;
  /** Follows the widget: give it the `fragment` of each of the widget's events. */
  follow(fragment: string): void;
  /** Ends the panels and empties their root; a second call does nothing. */
  destroy(): void;
}

/** Mounts the panels in an element of their own. Of the events only `emissions-error` and `emissions-panic` come. */
export function mountDetails(root: Element, config: Config, onEvent: (type: EventType, detail: Record<string, unknown>) => void): DetailsHandle;
