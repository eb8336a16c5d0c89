// How the widget feels under a finger: what the browser bench (tools/bench.mjs) times and its test
// (tests/e2e/feel.test.mjs) counts. For the bench, input goes in as the browser's own process would send it, at the pace
// of a real device and without waiting for the page, so that a page that is too slow falls behind here too. For the
// test, each event waits until the page is done with the last: how busy the machine is changes nothing.
//
// The time of an event runs from its `timeStamp`, when the browser got it from the device, to the moment when the
// texts that follow it stand in the document. It has two parts: the wait until the page hears of the event (Chromium
// holds moves back to the next frame; a page that still draws the last one makes it longer), and the work after that.

import { live } from "../tests/e2e/support.mjs";

/** How many times slower the processor is made. */
export const SLOWER = 4;
/** Milliseconds from an input event to the updated text that 95 of 100 events must stay under: one frame. */
export const BOUND = 16;
/** The share of a gesture's events up to which the texts must follow it at least: where they stop, the widget lost hold. */
const FOLLOWED = 0.8;
/** Milliseconds between two frames of a screen at 60 Hz. */
export const FRAME = 1000 / 60;

export const SIZES = {
  390: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  1024: { viewport: { width: 1024, height: 768 } },
};

/** A drag of three seconds, 120 moves in each. */
const MOVES = 360;
const MOVES_PER_SECOND = 120;
/** Where each waits for the last: fewer, since a page may take a frame for each. */
const MOVES_IN_TURN = 90;
const SWINGS = 3;
const REACH = 60;
/** A held key repeats this often, someone who types fast takes so long for a digit; both in milliseconds. */
const REPEAT = 33;
const TYPE = 100;
const NUMBERS = ["15000", "9000", "12500", "8400", "25000", "6100", "13000", "10900", "7000", "18200"];
/** Everything in the field, to be replaced by what is typed next. */
const SELECT = "select";
const HELD = [["ArrowUp", 30], ["ArrowDown", 40], ["ArrowUp", 20]];

/** What a reader does, by name. Each takes the page's hands and gives the number of events sent. */
export const SCENARIOS = {
  "drag the number": async (hands) => hands.drag(await hands.number()),
  "drag the slider": async (hands) => hands.drag(await hands.thumb()),
  "hold an arrow key": async (hands) => {
    await hands.enter();
    return hands.keys(HELD.flatMap(([key, times]) => Array.from({ length: times }, (_, turn) => ({ key, held: turn > 0 }))), REPEAT);
  },
  "type digits": async (hands) => {
    await hands.enter();
    return hands.keys(NUMBERS.flatMap((number) => [SELECT, ...number].map((key) => ({ key }))), TYPE);
  },
};

/** What the browser itself takes for a drag that nobody listens to but the measure. */
export const NOTHING = "drag over the article's text";

/**
 * Does one scenario on a fresh page, slowed down, and gives its figures.
 *
 * @param {(options: object) => Promise<{page, close}>} open opens the article in a context with these options
 * @param {{size: keyof SIZES, panels: boolean, scenario: string}} what
 */
export async function feel(open, what) {
  const { page, close } = await open({ ...SIZES[what.size], init: watch });
  try {
    const hands = await prepare(page, what, Boolean(SIZES[what.size].hasTouch), paced, MOVES);
    const quick = await page.evaluate(() => window.feel.sum());
    await hands.cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.waitForTimeout(500);
    const slow = await page.evaluate(() => window.feel.sum());
    await page.evaluate(() => window.feel.begin());
    const sent = what.scenario === NOTHING ? await hands.drag(await hands.elsewhere()) : await SCENARIOS[what.scenario](hands);
    const seen = await page.evaluate(() => window.feel.end());
    return { ...what, sent, slower: spread(slow).p50 / Math.min(...quick), ...figures(seen) };
  } finally {
    await close();
  }
}

/** Does the same with a finger, where the size has one, each event when the page is done with the last: what follows? */
export const follows = (open, what) => counted(open, what, Boolean(SIZES[what.size].hasTouch));

/**
 * The same with a mouse, for what moves: Chromium keeps quiet about layout shifts while a finger is down. Gives the sum
 * of all shifts too, those right after an input among them, and what moved.
 */
export const jumps = (open, what) => counted(open, what, false);

async function counted(open, what, hasTouch) {
  const { page, close } = await open({ ...SIZES[what.size], hasTouch, init: watch });
  try {
    const hands = await prepare(page, what, hasTouch, inTurn, MOVES_IN_TURN);
    await page.evaluate(() => window.feel.begin({ looks: true }));
    const sent = await SCENARIOS[what.scenario](hands);
    const seen = await page.evaluate(() => window.feel.end());
    const { changes, followed, shift } = figures(seen);
    return { ...what, sent, changes, followed, shift, moved: seen.moved };
  } finally {
    await close();
  }
}

/** Of several rounds the one in which the machine was disturbed least: fewest faults, then the quickest. */
export const best = (rounds) => rounds.toSorted((one, other) => faults(one).length - faults(other).length || one.total.p95 - other.total.p95)[0];

/** Whether the texts stopped following before the gesture ended. */
export const isLost = ({ followed }) => followed < FOLLOWED;

/**
 * What is wrong with a scenario's figures, in sentences. A key is judged from its `timeStamp` on. Moves wait for the
 * browser's next frame, a finger's for up to two, even where nobody listens: they are judged from where the page hears
 * of them, and a page that keeps them waiting by its drawing misses frames, which are judged too.
 */
export function faults(result) {
  const { size, panels, scenario, sent, total, work, frames, changes, followed, shift, moved } = result;
  const where = `${scenario}, ${size} px, panels ${panels ? "open" : "closed"}`;
  const found = [];
  if (isLost(result)) found.push(`${where}: the texts followed ${Math.round(followed * 100)} % of the gesture (${changes} changes, ${sent} events), then it was lost`);
  const isDrag = scenario.startsWith("drag");
  const [judged, from] = isDrag ? [work, "hearing of the event"] : [total, "the event"];
  if (judged?.p95 >= BOUND) found.push(`${where}: from ${from} to the text ${judged.p95.toFixed(1)} ms at the 95th percentile, the bound is ${BOUND} ms`);
  if (isDrag && frames?.p95 > 1.5 * FRAME) found.push(`${where}: ${frames.missed} of ${frames.n + frames.missed} frames missed, more than 5 in 100 were late`);
  if (shift > 0) found.push(`${where}: layout shift ${shift.toFixed(4)}; moved: ${(moved ?? []).join(", ") || "unknown, with a finger"}`);
  return found;
}

function figures({ events, frames, long, timing, shifts }) {
  const changing = events.filter(({ text }) => text);
  const follows = (name) => spread(events.filter((event) => event[name]).map((event) => event[name] - event.stamp));
  const missed = frames.map((interval) => Math.max(0, Math.round(interval / FRAME) - 1));
  return {
    heard: events.length,
    changes: changing.length,
    followed: (events.findLastIndex(({ text }) => text) + 1) / events.length,
    total: spread(changing.map(({ stamp, text }) => text - stamp)),
    wait: spread((changing.length ? changing : events).map(({ stamp, heard }) => heard - stamp)),
    work: spread(changing.map(({ heard, text }) => text - heard)),
    article: follows("article"),
    panelsText: follows("panels"),
    frames: { ...spread(frames), missed: missed.reduce((sum, count) => sum + count, 0) },
    long: spread(long),
    timing: { duration: spread(timing.map(({ duration }) => duration)), handled: spread(timing.map(({ delay, processing }) => delay + processing)) },
    shift: shifts.reduce((sum, value) => sum + value, 0),
  };
}

/** The number of values, their middle, the one that 95 of 100 do not exceed, and the greatest. */
function spread(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Waits until the widget is at rest, opens its panels if so wished, and gives hands to act with. */
async function prepare(page, { panels }, isTouch, repeat, moves) {
  const field = page.locator("#ant .num").first();
  const slider = page.locator("#ant input[type=range]").first();
  await field.waitFor();
  await live(page);
  // What comes below a number must be in sight, or nobody notices that it jumps.
  await page.evaluate(() => document.querySelector("#ant").scrollIntoView());
  await page.locator("#ant .panel").first().waitFor();
  for (let turn = 0; panels && turn < 2; turn++) {
    await page.evaluate(() => document.querySelector("#ant").shadowRoot.querySelectorAll("details:not([open]) > summary").forEach((one) => one.click()));
    await page.waitForTimeout(300);
  }
  await page.waitForTimeout(500);
  const cdp = await page.context().newCDPSession(page);
  const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

  const pointer = (kind, { x, y }) => {
    if (isTouch) return cdp.send("Input.dispatchTouchEvent", { type: { down: "touchStart", move: "touchMove", up: "touchEnd" }[kind], touchPoints: kind === "up" ? [] : [{ x, y }] });
    return cdp.send("Input.dispatchMouseEvent", { type: { down: "mousePressed", move: "mouseMoved", up: "mouseReleased" }[kind], x, y, button: "left", buttons: kind === "up" ? 0 : 1, clickCount: 1 });
  };
  return {
    cdp,
    number: async () => middle(await field.boundingBox()),
    async elsewhere() {
      const text = page.locator("main > p").last();
      // Or a finger would scroll, and the page hear no more of it.
      await text.evaluate(({ style }) => (style.touchAction = "none"));
      await text.scrollIntoViewIfNeeded();
      return middle(await text.boundingBox());
    },
    async thumb() {
      const { x, y, width, height } = await slider.boundingBox();
      const share = await slider.evaluate(({ value, min, max }) => (value - min) / (max - min));
      return { x: x + height / 2 + share * (width - height), y: y + height / 2 };
    },
    enter: () => field.focus(),
    /** There and back, several times. */
    async drag(from) {
      await pointer("down", from);
      await repeat(moves, 1000 / MOVES_PER_SECOND, (turn) => pointer("move", { ...from, x: from.x + REACH * Math.sin(((turn + 1) / moves) * SWINGS * 2 * Math.PI) }));
      await pointer("up", from);
      return moves;
    },
    async keys(all, pace) {
      await repeat(all.length, pace, async (turn) => {
        const { key, held } = all[turn];
        if (key === SELECT) {
          const select = { key: "a", code: "KeyA", windowsVirtualKeyCode: 65, modifiers: 2 };
          await cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...select, commands: ["selectAll"] });
          return cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...select });
        }
        const digit = /\d/.test(key) && { text: key, code: `Digit${key}`, windowsVirtualKeyCode: key.charCodeAt(0) };
        const arrow = { ArrowUp: 38, ArrowDown: 40 }[key];
        await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", key, autoRepeat: held, ...(digit || { code: key, windowsVirtualKeyCode: arrow }) });
        if (digit) await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key });
      });
      return all.filter(({ key }) => key !== SELECT).length;
    },
  };
}

/** Does something so many times at a steady pace, whether or not the page keeps up, and waits until it has. */
async function paced(times, pace, act) {
  const begun = performance.now();
  const acts = [];
  for (let turn = 0; turn < times; turn++) {
    const due = begun + turn * pace - performance.now();
    if (due > 0) await new Promise((done) => setTimeout(done, due));
    acts.push(act(turn));
  }
  await Promise.all(acts);
}

/** Does something so many times, each when the page is done with the last. */
async function inTurn(times, _, act) {
  for (let turn = 0; turn < times; turn++) await act(turn);
}

/** Runs in the page: notes events, when the texts that follow them change, frames, and shifts. */
function watch() {
  /** Three pixels, from which Chromium too speaks of a shift. */
  const MOVED = 3;
  const shown = (one) => one?.textContent;
  const all = (...lists) => lists.flatMap((list) => [...(list ?? [])]);

  let isOn = false;
  let told, events, frames, long, timing, shifts, moved, last, places, looks, widget, figure, values, texts, beside;
  // What follows every value: the result, the reader's place in the range, and what is said beside the slider. The
  // article's own sentence and the open panels follow at a pause.
  const find = () => all(widget.querySelectorAll("[part=result], .range .now text, .slider .set"));
  // Sought again only where one was replaced: looking runs on the page's time.
  const read = () => (values?.every((one) => one.isConnected) ? values : (values = find())).map(shown).join("\n");
  const BESIDE = { article: () => shown(figure), panels: () => shown(widget.querySelector("[part=working] .exact")) };
  const readBeside = () => Object.fromEntries(Object.entries(BESIDE).map(([name, read]) => [name, read()]));

  const hear = (event) => isOn && events.push({ isKey: event.type === "keydown" && !event.ctrlKey, stamp: event.timeStamp, heard: performance.now() });
  for (const type of ["pointermove", "keydown"]) addEventListener(type, hear, { capture: true, passive: true });

  // Runs in a microtask of the event that changed something: the time is that of the change, not of the next frame.
  const look = () => {
    const now = performance.now();
    const event = events?.at(-1);
    if (!isOn || !event) return;
    if (texts !== (texts = read())) {
      event.text = now;
      // Every key changes the number: those that were heard since the last change have waited for this one.
      for (const key of events.slice(told).filter(({ isKey, text }) => isKey && !text)) key.text = now;
      told = events.length;
    }
    for (const [name, read] of Object.entries(BESIDE)) if (beside[name] !== (beside[name] = read())) event[name] = now;
  };

  const observe = (type, take, options) => new PerformanceObserver((list) => isOn && list.getEntries().forEach(take)).observe({ type, ...options });
  observe("layout-shift", ({ value }) => shifts.push(value));
  observe("long-animation-frame", ({ duration }) => long.push(duration));
  // Event Timing leaves out moves; it has the keys and the slider's and the field's `input`.
  observe("event", ({ name, duration, startTime, processingStart, processingEnd }) => {
    if (/^(keydown|input)$/.test(name)) timing.push({ duration, delay: processingStart - startTime, processing: processingEnd - processingStart });
  }, { durationThreshold: 16 });

  const name = (one) => one.localName + (one.getAttribute("class") ?? "").replace(/^(?=.)|\s+/g, ".");
  const place = () => new Map(all(widget.querySelectorAll("*"), document.querySelectorAll("main > *")).map((one) => [one, one.getBoundingClientRect()]));
  /** Where a line begins; at its end, what grows moves nothing. */
  const start = (one) => (one.closest("[dir]")?.dir === "rtl" ? "right" : "left");
  const compare = () => {
    const before = places;
    places = place();
    const by = (one) => {
      const [was, is] = [before.get(one), places.get(one)];
      return was?.width && is?.width ? [is[start(one)] - was[start(one)], is.y - was.y] : [0, 0];
    };
    for (const one of places.keys()) {
      // A mark on a line moves with its number; the picture that it is in must not.
      if (one.parentElement.closest("svg")) continue;
      const [[x, y], [parentX, parentY]] = [by(one), by(one.parentElement)];
      if (Math.hypot(x - parentX, y - parentY) >= MOVED) moved.add(name(one));
    }
  };

  const frame = (time) => {
    if (!isOn) return;
    if (last) frames.push(time - last);
    last = time;
    if (looks) compare();
    requestAnimationFrame(frame);
  };

  window.feel = {
    /** Times of always the same sum: how much slower the processor is in truth, what else runs on it included. */
    sum() {
      const times = Array.from({ length: 60 }, () => {
        const start = performance.now();
        for (let turn = 1, sum = 1; turn < 1e6; turn++) sum = (sum * 31 + turn) % 65521;
        return performance.now() - start;
      });
      // Not before the compiler has had its turn.
      return times.slice(30);
    },
    begin({ looks: wish = false } = {}) {
      widget = document.querySelector("#ant").shadowRoot;
      figure = document.querySelector("emissions-figure").shadowRoot;
      for (const root of [widget, figure]) new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
      [events, frames, long, timing, shifts, moved, last, looks] = [[], [], [], [], [], new Set(), undefined, wish];
      values = undefined;
      [texts, beside, places] = [read(), readBeside(), looks && place()];
      told = 0;
      isOn = true;
      requestAnimationFrame(frame);
    },
    /** A moment later, when the page and the observers have caught up. */
    async end() {
      await new Promise((done) => setTimeout(done, 400));
      isOn = false;
      return { events, frames, long, timing, shifts, moved: [...moved] };
    },
  };
}
