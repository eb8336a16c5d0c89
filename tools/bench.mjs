// The browser bench: how long the built article takes from an input event to the updated text, with the processor
// slowed down four times; what frames are missed, and what jumps.
//
//   node tools/bench.mjs [dist] [--rounds 3] [--json file] [--only "drag the number"]
//
// Every scenario runs in so many rounds, each on a fresh page; the round in which the machine was disturbed least is
// told, with the worst beside it. Exits 1 when a bound is missed.

import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch, openPage, serve } from "../tests/e2e/support.mjs";
import { BOUND, NOTHING, SCENARIOS, SIZES, SLOWER, best, faults, feel, jumps } from "./feel.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "3" }, json: { type: "string" }, only: { type: "string" } },
});
const rounds = Number(values.rounds);
const server = await serve({ roots: [resolve(positionals[0] ?? "dist")] });
const browser = await launch();
const open = (options) => openPage(browser, `${server.url}/index.html`, options);
const results = [];

console.log(`bench: Chromium ${browser.version()}, processor ${SLOWER} times slower; milliseconds`);
console.log(`
total   from the event's timeStamp to the updated text, for the events that changed a text: n of so many sent
worst   the same at the 95th percentile in the worst of ${rounds} rounds; every other column is the best round's
wait    of it, until the page heard of the event
work    of it, from there to the text in the document
article from the timeStamp of the last event before it to the article's own sentence, which follows once the number rests
panels  the same to the text in the open panels, which follow then too
missed  frames of 60 in a second that did not come; long: frames above 50 ms
timing  Event Timing, events of 16 ms and more only: the longest duration (in steps of 8, to the next paint), and
        input delay and processing
slower  how much slower the same sum ran in truth: above ${SLOWER} where something else had the processor too
shift   the sum of all layout shifts, those after an input too
`);
const heading = ["n", "p50", "p95", "max", "worst", "wait p95", "work p50", "p95", "article p95", "panels p95", "missed", "long", "timing n", "longest", "handled p95", "slower", "shift"];
const widths = [9, 6, 6, 6, 6, 9, 9, 6, 12, 11, 9, 5, 9, 8, 12, 7, 8];
const line = (title, cells) => console.log(title.padEnd(42) + cells.map((cell, place) => cell.padStart(widths[place])).join(""));
line("", heading);

try {
  for (const size of Object.keys(SIZES)) {
    await run({ size, panels: false, scenario: NOTHING });
    for (const panels of [false, true]) {
      for (const scenario of Object.keys(SCENARIOS)) await run({ size, panels, scenario });
    }
  }
} finally {
  await browser.close();
  await server.close();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ chromium: browser.version(), slower: SLOWER, bound: BOUND, results }, null, 2)}\n`);
const found = results.filter(({ scenario }) => scenario !== NOTHING).flatMap(faults);
for (const fault of found) console.error(`bench: ${fault}`);
process.exitCode = found.length ? 1 : 0;

async function run(what) {
  if (values.only && !what.scenario.includes(values.only)) return;
  const measured = [];
  for (let round = 0; round < rounds; round++) measured.push(await feel(open, what));
  const { shift, ...figures } = best(measured);
  const worst = Math.max(...measured.map(({ total }) => total.p95));
  const result = { ...figures, rounds: measured.map(({ total }) => total.p95), worst, shift: Math.max(...measured.map((one) => one.shift)), moved: [] };
  if (what.scenario !== NOTHING) {
    const moves = await jumps(open, what);
    Object.assign(result, { shift: Math.max(result.shift, moves.shift), moved: moves.moved });
  }
  results.push(result);
  show(result);
}

function show({ size, panels, scenario, sent, changes, total, worst, wait, work, article, panelsText, frames, long, timing, slower, shift }) {
  const ms = (value) => (Number.isFinite(value) ? value.toFixed(1) : "–");
  line(`${size} px, ${panels ? "open  " : "closed"} ${scenario}`, [
    `${changes}/${sent}`, ms(total.p50), ms(total.p95), ms(total.max), ms(worst), ms(wait.p95), ms(work.p50), ms(work.p95), ms(article.p95), ms(panelsText.p95),
    `${frames.missed}/${frames.n + frames.missed}`, String(long.n), String(timing.duration.n), ms(timing.duration.max), ms(timing.handled.p95), ms(slower), shift.toFixed(4),
  ]);
}
