// The reader's state in the address: `#emissions=v1;…`, or `#emissions-ID=v1;…` for a calculator with an id.
// What else stands in the fragment is left as it is.

/** Browsers refuse, some with an error, more than about a hundred changes of the address in half a minute. */
const PAUSE = 300;

const key = (element) => (element.id ? `emissions-${encodeURIComponent(element.id)}` : "emissions");
const parts = () => location.hash.slice(1).split("&").filter(Boolean);

/** Of several calculators without an id only the first has a place in the address. */
const hasPlace = (element) => element.id || element === element.getRootNode().querySelector?.("emissions-calculator:not([id])");

/**
 * Whether the address can hold the element's state. A host that routes by its fragment keeps it for itself, and the
 * address of an <iframe srcdoc> leads nowhere.
 */
export const hasRoom = (element) => hasPlace(element) && /^https?:/.test(location.protocol) && !/^#[!/]/.test(location.hash);

/** The element's state as the address has it, "" if it has none. */
export function read(element) {
  if (!hasPlace(element)) return "";
  const part = parts().find((one) => one.startsWith(`${key(element)}=`)) ?? "";
  const value = part.slice(part.indexOf("=") + 1);
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Writes the states of one element, the last of a quick series. */
export class AddressWriter {
  #element;
  #written;
  #timer;
  #state;

  /** @param {() => void} written called once a state is in the address, or was refused there */
  constructor(element, written) {
    this.#element = element;
    this.#written = written;
  }

  /** @param {string} state "" takes the element's state out of the address */
  write(state) {
    this.#state = state;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Writes now what would be written in a moment. */
  flush() {
    if (!this.#timer) return;
    this.cancel();
    this.#replace(this.#state);
    this.#written();
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #replace(state) {
    if (!hasRoom(this.#element)) return;
    const name = key(this.#element);
    const kept = parts().filter((one) => !one.startsWith(`${name}=`));
    const own = state && `${name}=${encodeURI(state).replace(/[#&]/g, encodeURIComponent)}`;
    // The whole address, because a <base> elsewhere would carry a lone fragment off.
    const address = new URL(location.href);
    address.hash = [...kept, own].filter(Boolean).join("&");
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, "", address.href);
    } catch {
      // A sandboxed frame may not change its address; the calculator works without.
    }
  }
}
