import { NUMBER } from "./touches.js";

const caretOf = (field) => (field.matches(NUMBER) ? [field.selectionStart, field.selectionEnd, field.selectionDirection] : undefined);

/**
 * Keeps what stands in the fields of a drawing, which the live widget writes to as it takes them over.
 * @param {Element[]} controls the drawing's
 * @returns {() => void} puts it back
 */
export function keepFields(controls) {
  const fields = controls.filter((one) => one.value !== one.defaultValue).map((one) => [one, one.value, caretOf(one)]);
  return () => {
    for (const [field, value, caret] of fields.splice(0)) {
      if (field.value === value) continue;
      field.value = value;
      if (caret) field.setSelectionRange(...caret);
    }
  };
}

/** The control that has the focus, and where the caret is in it. */
export function focusedOf(controls) {
  const field = controls.find((one) => one.getRootNode().activeElement === one);
  return field && { field, text: field.value, caret: caretOf(field) };
}
