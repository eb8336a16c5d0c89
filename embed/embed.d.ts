// The elements, their events, and what the compiled module exports. Numbers are decimal strings throughout.

/** Any text of a disclosure: one string, or one for each language tag. */
export type Text = string | Record<string, string>;

/** A disclosure as its JSON file has it; `disclosure.schema.json` is the whole contract. */
export interface Disclosure {
  version: 1;
  id?: string;
  lang?: string;
  organisation?: Text;
  entries?: Record<string, unknown>[];
  claims?: Record<string, unknown>[];
  targets?: Record<string, unknown>[];
  equivalences?: (string | Record<string, unknown>)[];
  [field: string]: unknown;
}

export type Theme = "auto" | "light" | "dark";
export type View = "full" | "compact" | "sentence";

/** Why an element shows its static version. */
export type Reason =
  /** Neither src, disclosure, child JSON nor amount is there. */
  | "missing"
  /** `src` is on neither the page's host nor the widget's. */
  | "origin"
  /** `src` could not be fetched. */
  | "src"
  /** The disclosure cannot be used; the message names each place. */
  | "disclosure"
  /** The amount cannot be read. */
  | "amount"
  /** The language's file could not be fetched. */
  | "locale"
  /** A file of the widget could not be fetched, is not the one expected, or the browser cannot run it. */
  | "load"
  /** The widget refused to start. */
  | "mount"
  /** The widget stopped after a fault of its own. */
  | "panic"
  /** A figure or an input names a calculator that is not on the page. */
  | "for";

/** What the widget shows now. Without a comparison, as in a disclosure without an amount, most of it is missing. */
export interface Detail {
  readonly amount?: string;
  /** The headline in words, in the widget's language. */
  readonly sentence?: string;
  /** The comparison shown, such as "petrol-car-year", its count, and the count as the headline rounds it. */
  readonly equivalence?: string;
  readonly value?: string;
  readonly rounded?: string;
  /** The least and the most under the other published assumptions. */
  readonly low?: string;
  readonly high?: string;
  /** "own" once the reader has set a number. */
  readonly preset?: string;
  /** The reader's state as the address has it; "" while nothing differs from the article. */
  readonly fragment?: string;
  readonly changed?: boolean;
  readonly assumptions?: readonly {
    readonly id: string;
    readonly value: string;
    readonly unit: string;
    readonly article: string;
    /** The value with its unit, and its name, in the widget's language. */
    readonly text: string;
    readonly label: string;
    readonly min: string;
    readonly max: string;
    readonly step: string;
    readonly changed: boolean;
  }[];
}
export interface ErrorDetail {
  readonly reason: Reason | (string & {});
  readonly message: string;
}

/** Each bubbles and crosses shadow roots. */
export interface EmissionsEventMap {
  /** The widget is seen, drawn or live. */
  "emissions-ready": CustomEvent<Detail>;
  /** The widget is live. */
  "emissions-live": CustomEvent<Record<string, never>>;
  /** What is shown changed. Cancelable: `preventDefault()` keeps the state out of the page's address. */
  "emissions-change": CustomEvent<Detail>;
  "emissions-error": CustomEvent<ErrorDetail>;
}

/** `<emissions-calculator>`. A property that is set to null takes its attribute away. */
export interface EmissionsCalculatorElement extends HTMLElement {
  src: string | null;
  /** An amount without a disclosure, such as "37909.87 tCO2e". */
  amount: string | null;
  equivalence: string | null;
  preset: string | null;
  theme: Theme | null;
  view: View | null;
  lead: "comparison" | "scopes" | null;
  headingLevel: string | null;
  /** When the widget is made live: when a reader touches it, or as soon as it is near. */
  load: "touch" | "visible" | null;
  /** The address of a snapshot, where it is not beside `src`. */
  snapshot: string | null;
  /** The disclosure itself, or its JSON text; goes before `src`. */
  disclosure: Disclosure | string | null | undefined;
}

/** `<emissions-figure>`: a computed figure inside the article's own sentence. */
export interface EmissionsFigureElement extends HTMLElement {
  /** The id of the calculator. */
  for: string | null;
  value: string | null;
}

/** `<emissions-input>`: an assumption inside the article's own sentence. */
export interface EmissionsInputElement extends HTMLElement {
  for: string | null;
  assumption: string | null;
}

declare global {
  interface HTMLElementTagNameMap {
    "emissions-calculator": EmissionsCalculatorElement;
    "emissions-figure": EmissionsFigureElement;
    "emissions-input": EmissionsInputElement;
  }
  interface HTMLElementEventMap extends EmissionsEventMap {}
  interface DocumentEventMap extends EmissionsEventMap {}
}
