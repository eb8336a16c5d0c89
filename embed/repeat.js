import { controlsOf, signature } from "./touches.js";

/** How many microtasks the widget may need to write to its fields as it takes them over. */
const TURNS = 10;

/** Resolves before the reader can do anything more. */
export async function written() {
  for (let turn = 0; turn < TURNS; turn++) await undefined;
}

/** The widget draws in a microtask, or in a task of its own where it was at it for long. */
const drawn = async () => {
  for (let turn = 0; turn < 2; turn++) await new Promise((done) => setTimeout(done));
};

const TYPES = { click: MouseEvent, focus: FocusEvent, blur: FocusEvent, input: InputEvent, keydown: KeyboardEvent };

/**
 * Does again, in order, what a reader did while the widget was drawn only, and then lets the live widget hear.
 * @param {import("./touches.js").Touches} touches
 * @param focused what had the focus when the live widget came: `focusedOf` of its controls
 * @param {Element} host where the live widget is now
 */
export async function repeat(touches, focused, host) {
  const { log, controls } = touches;
  const now = controlsOf(host);
  // The same element where the live widget took it over, else the one in the same place.
  const counterpart = (one) => (host.contains(one) ? one : now[controls.indexOf(one)]);
  const field = focused && counterpart(focused.field);
  if (field && field !== focused.field) {
    touches.pass(() => field.focus({ preventScroll: true }));
    if (focused.caret) field.setSelectionRange(...focused.caret);
  }
  // The caret stays where the reader has it, though a number that is entered is selected.
  if (field) field.select = () => {};
  while (log.length) {
    const { type, target, signature: was, pointer, key, value } = log.shift();
    const isSame = (one) => one?.isConnected && signature(one) === was;
    // Something done before may have moved it, or taken it away.
    const found = [counterpart(target)].find(isSame) ?? controlsOf(host).find(isSame);
    if (!found) continue;
    if (value !== undefined && found.value !== value) found.value = value;
    const Type = pointer ? PointerEvent : (TYPES[type] ?? Event);
    const event = new Type(type, { bubbles: !/^(focus|blur)$/.test(type), cancelable: true, composed: true, ...pointer, key });
    touches.pass(() => found.dispatchEvent(event));
    // What was done after a step or a choice was done to what it had changed.
    if (type === "click" || type === "change" || type === "keydown") await drawn();
  }
  touches.end();
  if (!field) return;
  await drawn();
  delete field.select;
}
