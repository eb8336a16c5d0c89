// How the widget feels under a finger: the texts follow every gesture to its end, and nothing jumps. How long they take
// on a slow processor is measured by `make bench-browser`: on a shared machine such times pass or fail by the neighbours.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCENARIOS, SIZES, faults, feel, isLost, jumps } from "../../tools/feel.mjs";
import { suite } from "./support.mjs";

const open = suite();

for (const scenario of Object.keys(SCENARIOS)) {
  for (const panels of [false, true]) {
    test(`${scenario}, panels ${panels ? "open" : "closed"}: with a finger on a slow phone, the texts follow to the end`, async (t) => {
      const result = await feel((options) => open(t, "/index.html", options), { size: "390", panels, scenario });
      assert.ok(result.changes > 20, `${result.changes} changes`);
      assert.equal(isLost(result), false, `they followed ${Math.round(result.followed * 100)} % of the gesture`);
    });

    for (const size of Object.keys(SIZES)) {
      test(`${scenario}, ${size} px, panels ${panels ? "open" : "closed"}: nothing jumps`, async (t) => {
        assert.deepEqual(faults(await jumps((options) => open(t, "/index.html", options), { size, panels, scenario })), []);
      });
    }
  }
}
