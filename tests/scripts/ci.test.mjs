// How .ci/run counts: canned logs of `make test`, and the line that it makes of them.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { sandbox } from "./sandbox.mjs";

/** Runs .ci/run where `make` prints what is given and ends with that exit code. */
function ci(t, { log = "", status = 0, setup = "", setupStatus = 0 }) {
  const box = sandbox(t, "ci");
  box.copy(".ci/run");
  box.write("test.log", log);
  box.write("setup.log", setup);
  box.program("bin/make", `echo "make $*" >>calls; case $* in setup) cat setup.log; exit ${setupStatus} ;; *) cat test.log; exit ${status} ;; esac`);
  const { status: code, stdout } = box.run(join(box.path, ".ci/run"), [], { PATH: `${box.path}/bin:${process.env.PATH}` });
  return { code, last: stdout.trimEnd().split("\n").at(-1), stdout, calls: box.read("calls").trim().split("\n") };
}

const CARGO = `test-native: cargo test
test quantity::tests::adds ... ok
test result: ok. 120 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.31s

test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.02s
`;
const CARGO_FAILED = `test result: ok. 120 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.31s
test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.02s
error: 1 target failed:
make: *** [Makefile:66: test-native] Error 101
`;
const WASM = `running 13 tests
test result: ok. 13 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.89s
`;
const spec = (pass, fail = 0, cancelled = 0) => `✔ host: plain (12.3ms)\nℹ tests ${pass + fail}\nℹ pass ${pass}\nℹ fail ${fail}\nℹ cancelled ${cancelled}\nℹ skipped 1\n`;
const tap = (pass, fail = 0, cancelled = 0) => spec(pass, fail, cancelled).replaceAll("ℹ", "#");

test("all that the runners counted is added up", (t) => {
  const { code, last, calls } = ci(t, { log: tap(30) + CARGO + WASM + spec(41) });
  assert.deepEqual({ code, last }, { code: 0, last: "211 passed, 0 failed" });
  assert.deepEqual(calls, ["make setup", "make --keep-going test"]);
});

test("failed tests are counted once, not again for make's target", (t) => {
  const { code, last } = ci(t, { status: 2, log: CARGO_FAILED + WASM });
  assert.deepEqual({ code, last }, { code: 1, last: "138 passed, 2 failed" });
});

test("failed and cancelled tests of Node, in either reporter", (t) => {
  for (const reporter of [spec, tap]) {
    const { code, last } = ci(t, { status: 2, log: `${reporter(9, 3, 1)}make: *** [Makefile:81: test-browser] Error 1\n` });
    assert.deepEqual({ code, last }, { code: 1, last: "9 passed, 4 failed" });
  }
});

test("a check that fails adds one, also from a make within make", (t) => {
  const log = `${CARGO}make: *** [Makefile:52: clippy] Error 101\nmake[1]: *** [Makefile:89: size] Error 1\nmake: Target 'test' not remade because of errors.\n`;
  assert.equal(ci(t, { status: 2, log }).last, "127 passed, 2 failed");
});

test("a runner that fell over before it counted is a failure", (t) => {
  const { code, last } = ci(t, { status: 2, log: `${WASM}error: could not compile\nmake: *** [Makefile:66: test-native] Error 101\n` });
  assert.deepEqual({ code, last }, { code: 1, last: "13 passed, 1 failed" });
});

test("nothing tested is a failure", (t) => {
  assert.deepEqual(ci(t, { log: "fmt: cargo fmt --check\n" }).last, "0 passed, 1 failed");
  assert.equal(ci(t, { log: "" }).code, 1);
});

test("counts within other text are not counts", (t) => {
  assert.equal(ci(t, { log: `${WASM}the line # pass 3\n# pass 3 times\n` }).last, "13 passed, 0 failed");
});

test("where setup fails nothing is tested, and its line stands above the count", (t) => {
  const { code, stdout, calls } = ci(t, { setup: "setup: Rust is missing\n", setupStatus: 2, log: CARGO });
  assert.equal(code, 1);
  assert.equal(stdout, "setup: Rust is missing\n0 passed, 1 failed\n");
  assert.deepEqual(calls, ["make setup"]);
});
