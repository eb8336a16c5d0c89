// How the widget feels under a finger, on a processor made four times slower: the texts follow every gesture to its end,
// from an input event to the updated text within a frame, and nothing jumps. `make bench-browser` gives all figures.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCENARIOS, SIZES, faults, feel, jumps } from "../../tools/feel.mjs";
import { suite } from "./support.mjs";

/** A machine that does something else at the time is slower than it is; the bound stays the same in each round. */
const ROUNDS = 3;
const open = suite();

for (const scenario of Object.keys(SCENARIOS)) {
  for (const panels of [false, true]) {
    test(`${scenario}, panels ${panels ? "open" : "closed"}: the texts follow within a frame`, async (t) => {
      let found;
      for (let round = 0; round < ROUNDS; round++) {
        found = faults({ ...(await feel((options) => open(t, "/index.html", options), { size: "390", panels, scenario })), shift: 0 });
        if (!found.length) return;
      }
      assert.deepEqual(found, []);
    });
  }

  for (const size of Object.keys(SIZES)) {
    test(`${scenario}, ${size} px: nothing jumps`, async (t) => {
      assert.deepEqual(faults(await jumps((options) => open(t, "/index.html", options), { size, panels: true, scenario })), []);
    });
  }
}
