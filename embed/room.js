/**
 * The room that the reader sees the static version take: kept as the live widget takes its place, so that the text
 * below does not jump. No more than that, since the static version may be much longer. It is given back where the reader
 * cannot see it: once what follows stays out of sight without it, the widget itself is, or the column's width changes.
 */
export class Room {
  #box;
  #end = new AbortController();

  /** @param before the place of the element with its static version, already replaced */
  constructor(box, before) {
    this.#box = box;
    const { height, width } = box.getBoundingClientRect();
    // What follows and was out of sight may come nearer, but not into sight.
    const room = Math.min(before.height, innerHeight - before.top);
    if (width !== before.width || room <= height) return;
    box.style.minBlockSize = `${room}px`;

    const { signal } = this.#end;
    const release = () => this.release();
    // Not by a ResizeObserver: panels whose height is known only once they are seen make Firefox report its loop as an error.
    const check = () => {
      const { bottom } = box.firstElementChild?.getBoundingClientRect() ?? { bottom: 0 };
      const now = box.getBoundingClientRect();
      if (bottom >= innerHeight || now.bottom <= 0 || now.width !== width) release();
    };
    const sight = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting || release());
    signal.addEventListener("abort", () => sight.disconnect());
    addEventListener("scroll", check, { capture: true, passive: true, signal });
    addEventListener("resize", check, { signal });
    sight.observe(box);
  }

  release() {
    this.#end.abort();
    this.#box.style.minBlockSize = "";
  }
}
