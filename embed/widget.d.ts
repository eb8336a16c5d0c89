// The widget's compiled module, for scripts that mount it themselves.

import type { Theme, View } from "./embed.js";

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module | Promise<Response>;

/** Must have finished before anything else here is called. Without an argument it fetches the wasm beside this module. */
export default function init(input?: { module_or_path: InitInput }): Promise<unknown>;

export interface Config {
  /** JSON text. Either this or `amount`. */
  disclosure?: string;
  amount?: string;
  equivalence?: string;
  preset?: string;
  /** One of the widget's languages, such as "en" or "zh-CN". */
  lang: string;
  /** The text of that language's file. */
  locale: string;
  theme?: Theme;
  view?: View;
  lead?: "comparison" | "scopes";
  /** Of the panels' titles, "2" to "6". */
  heading?: string;
  /** The `by` of the snapshot that is drawn in the root's one element: it is taken over, node for node. */
  hydrate?: string;
  /** The reader's state, as an event's `detail.fragment` gave it. */
  fragment?: string;
}

/** An assumption as the widget shows it now. */
export interface Assumption {
  /** With its unit, in the widget's language. */
  readonly text: string;
  readonly value: string;
  readonly unit: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly now: string;
  /** Whether it differs from the article's. */
  readonly changed: boolean;
  readonly label?: string;
}

export class Handle {
  private constructor();
  update(config: Config): void;
  /** Ends the widget and empties its root; a second call does nothing. */
  destroy(): void;
  /** The text of a computed figure, such as "petrol-car-year"; undefined if there is none of that name. */
  figure(name: string): string | undefined;
  /** An assumption, such as "petrol-car-year.distance"; undefined if there is none of that name. */
  assumption(name: string): Assumption | undefined;
  /**
   * Takes what a reader would type in the widget's language, or with `plain` a decimal in the assumption's own unit, such
   * as `min`. Answers "" or, in a sentence, why it is refused.
   */
  set(name: string, text: string, plain?: boolean): string;
  /** Moves an assumption by so many of its steps. */
  step(name: string, count: number): void;
  /** Goes back to the article's numbers. */
  reset(): void;
}

export type EventType = "emissions-ready" | "emissions-change" | "emissions-error" | "emissions-panic";

/** Mounts the widget in an element of its own. The page brings `widget.css`. */
export function mount(root: Element, config: Config, onEvent: (type: EventType, detail: Record<string, unknown>) => void): Handle;
