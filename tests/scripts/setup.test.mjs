// scripts/setup on machines where something is missing, old or broken. Its programs are stand-ins that write down how
// they were called; nothing is installed and nothing fetched.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sandbox, text } from "./sandbox.mjs";

const SCRIPT = text("scripts/setup");
const pinned = (name) => SCRIPT.match(new RegExp(`^${name}=(\\S+)`, "m"))[1];
const TRUNK = pinned("trunk_version");
const BINDGEN = pinned("wasm_bindgen_version");

/** What the script uses of every system. */
const SYSTEM = ["bash", "cat", "chmod", "cp", "dirname", "env", "grep", "head", "mkdir", "mktemp", "rm", "sha256sum", "sort", "tail"];
const PLACES = Object.fromEntries(SYSTEM.map((name) => [name, execFileSync("/bin/sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim()]));

const rustc = (version) => `case $1 in --version) echo "rustc ${version} (0123abc 2026-01-01)" ;; --print) echo "$HOME/libdir" ;; esac`;
const says = (line) => `echo "${line}"`;
const FAILS = "exit 1";
const BROWSER = "Chromium 141.0.7390.54 built on Debian GNU/Linux 12 (bookworm)";
const DRIVER = "ChromeDriver 141.0.7390.54 (0123abc)";
const FIREFOX = "Mozilla Firefox 153.7.0esr";
const SNAP_STUB = `echo "Command '$0' requires the chromium snap to be installed." >&2; exit 1`;

/** A Debian with everything in place; in `programs` a script stands for another one, null for none. */
const COMPLETE = {
  WebKitWebDriver: "",
  Xvfb: "",
  "apt-get": "",
  "cargo-clippy": says("clippy 0.1.95"),
  "cargo-deny": says(`cargo-deny ${pinned("cargo_deny_version")}`),
  "cargo-fmt": says("rustfmt 1.9.0"),
  "dpkg-deb": "",
  "fc-list": says("Noto Sans CJK SC"),
  "wasm-bindgen": says(`wasm-bindgen ${BINDGEN}`),
  "wasm-pack": says(`wasm-pack ${pinned("wasm_pack_version")}`),
  cargo: "",
  cc: "",
  chromedriver: says(DRIVER),
  chromium: says(BROWSER),
  "firefox-esr": says(FIREFOX),
  geckodriver: says(`geckodriver ${pinned("geckodriver_version")} (0123abc 2026-01-01)`),
  id: says("0"),
  node: says("v22.12.0"),
  npm: "mkdir -p node_modules",
  rustc: rustc("1.95.0"),
  rustup: "",
  trunk: says(`trunk ${TRUNK}`),
  valgrind: "",
};

function machine(t, programs = {}, { system = "ID=debian", fetched = true } = {}) {
  const box = sandbox(t, "setup");
  // What it reads by an absolute path is this machine's; the copy reads it in its own folder.
  box.copy("scripts/setup", (script) => ["/etc/os-release", '"/usr/share/wordpress/'].reduce((changed, path) => {
    assert.ok(changed.includes(path), `scripts/setup looks at ${path}`);
    return changed.replaceAll(path, path.replace("/", `${box.path}/`));
  }, script));
  box.write("etc/os-release", `${system}\n`);
  box.write("Cargo.lock", "");
  box.write("package.json", "{}");
  box.write("package-lock.json", "{}");
  box.write("libdir/core.rlib", "");
  if (fetched) {
    const sum = createHash("sha256").update("{}").digest("hex");
    box.write("node_modules/.setup.sha256", `${sum}  package.json\n${sum}  package-lock.json\n`);
    box.write(".tools/wordpress/wp-embed.js", "");
  }
  box.write("calls", "");
  for (const [name, script] of Object.entries({ ...COMPLETE, ...programs })) {
    if (script !== null) box.program(`bin/${name}`, `echo "${name} $*" >>"$HOME/calls"\n${script}`);
  }
  for (const [name, place] of Object.entries(PLACES)) {
    if (!(name in programs)) symlinkSync(place, join(box.path, "bin", name));
  }
  return {
    ...box,
    setup: (mode = "test", env = {}) => box.run(join(box.path, "scripts/setup"), [mode], { PATH: join(box.path, "bin"), ...env }),
    /** The calls that change the machine or take from the network, in their order. */
    installed: () => box.read("calls").split("\n").filter((call) =>
      /^(apt-get|npm|rustup|sudo|dpkg-deb) |^cargo (install|fetch)/.test(call) && !call.startsWith("cargo fetch --quiet --locked --offline")),
  };
}

/** It stops, and the one line that says why matches. */
function stops({ status, stdout, stderr }, line) {
  assert.equal(status, 1, stdout + stderr);
  const lines = stderr.split("\n").filter((each) => each.startsWith("setup: "));
  assert.equal(lines.length, 1, `one line says why: ${stderr}`);
  assert.match(lines[0], line);
}

test("with everything in place nothing is installed and nothing said", (t) => {
  for (const mode of ["build", "test", "shots"]) {
    const whole = machine(t);
    assert.deepEqual(whole.setup(mode), { status: 0, stdout: "", stderr: "" });
    assert.deepEqual(whole.installed(), []);
  }
});

test("another word than build, test and shots", (t) => {
  stops(machine(t).setup("everything"), /scripts\/setup build/);
});

test("Rust is missing", (t) => {
  const bare = machine(t, { rustc: null, cargo: null, cc: null });
  stops(bare.setup(), /Rust is missing: install rustup .*rustup toolchain install 1\.95/);
  assert.deepEqual(bare.installed(), [], "a person is told before apt is asked for anything");
});

test("Rust is too old", (t) => {
  stops(machine(t, { rustc: rustc("1.90.0") }).setup(), /Rust 1\.90\.0 is too old, .* 1\.95: run 'rustup toolchain install 1\.95'/);
});

test("Rust is newer", (t) => {
  const { status, stdout, stderr } = machine(t, { rustc: rustc("1.99.0") }).setup();
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  assert.match(stdout, /^setup: Rust 1\.99\.0 is newer than 1\.95[^\n]*\n$/);
});

test("rustup without a toolchain", (t) => {
  const proxy = "echo 'error: rustup could not choose a version of rustc to run' >&2; exit 1";
  const result = machine(t, { rustc: proxy, cargo: proxy }).setup();
  stops(result, /rustup has no Rust for this folder, .* 1\.95: run 'rustup toolchain install 1\.95'/);
  assert.doesNotMatch(result.stderr, /unset/);
  stops(machine(t, { rustc: proxy }).setup("test", { RUSTUP_TOOLCHAIN: "1.80" }), /unset RUSTUP_TOOLCHAIN/);
  stops(machine(t, { rustc: proxy, rustup: null }).setup(), /rustc does not start: install rustup/);
});

test("the wasm target, rustfmt and clippy are added by rustup, or a line says that they cannot be", (t) => {
  const elsewhere = rustc("1.95.0").replace("libdir", "nowhere");
  const missing = { rustc: elsewhere, "cargo-fmt": null, "cargo-clippy": FAILS };
  const fresh = machine(t, missing);
  assert.equal(fresh.setup().status, 0);
  assert.deepEqual(fresh.installed(), ["rustup --quiet target add wasm32-unknown-unknown", "rustup --quiet component add rustfmt", "rustup --quiet component add clippy"]);
  stops(machine(t, { ...missing, rustup: FAILS }).setup(), /rustup target add wasm32-unknown-unknown/);
  stops(machine(t, { ...missing, rustup: null }).setup(), /wasm32-unknown-unknown target is missing/);
  stops(machine(t, { "cargo-fmt": null, rustup: null }).setup(), /rustfmt is missing/);
});

test("Node is missing, broken, or one that the npm tools refuse", (t) => {
  const both = /Node 20 \(20\.19 or newer\) or Node 22\.12 or newer/;
  stops(machine(t, { node: null }).setup(), both);
  stops(machine(t, { npm: null }).setup(), both);
  stops(machine(t, { node: FAILS }).setup(), both);
  for (const version of ["18.20.4", "20.18.3", "21.7.3", "22.5.0", "22.11.0"]) {
    const result = machine(t, { node: says(`v${version}`) }).setup();
    stops(result, both);
    assert.ok(result.stderr.includes(`Node ${version} does not do`), result.stderr);
  }
  for (const version of ["20.19.0", "20.20.2", "22.12.0", "23.0.0", "24.1.0"]) {
    assert.equal(machine(t, { node: says(`v${version}`) }).setup().status, 0, version);
  }
});

test("no Chromium, and no apt to install it", (t) => {
  stops(machine(t, { "apt-get": null, chromium: null }).setup(), /for the browser tests, install chromium chromium-driver with your system's package manager/);
});

test("what apt installs: Debian's names, and patience with another apt", (t) => {
  const fresh = machine(t, { chromium: null, "apt-get": `case $* in *install*) cp "$HOME/new" "$HOME/bin/chromium" ;; update*) exit 100 ;; esac` });
  fresh.program("new", says(BROWSER));
  const { status, stdout, stderr } = fresh.setup();
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "setup: installing chromium chromium-driver with apt, for the browser tests\n", stderr: "" });
  assert.deepEqual(fresh.installed(), ["apt-get update -qq", "apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends chromium chromium-driver"]);
});

test("apt cannot install it, or says so and has not", (t) => {
  const result = machine(t, { chromium: null, "apt-get": `echo "E: no such package" >&2; exit 100` }).setup();
  stops(result, /apt could not install chromium chromium-driver/);
  assert.match(result.stderr, /E: no such package/);
  stops(machine(t, { chromium: null }).setup(), /Chromium and its driver are missing/);
});

test("not root", (t) => {
  const user = { id: says("1000"), cc: null };
  stops(machine(t, user).setup(), /run 'apt-get install build-essential' as root/);
  stops(machine(t, { ...user, sudo: FAILS }).setup(), /run 'apt-get install build-essential' as root/);
  const able = machine(t, { ...user, sudo: 'shift; "$@"' });
  assert.equal(able.setup().status, 0);
  assert.ok(able.installed().includes("sudo -n true"), "where nobody can answer, sudo must not ask");
  assert.ok(able.installed().some((call) => call.startsWith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get ")));
});

test("Ubuntu: its snap where snapd runs, a line where it does not", (t) => {
  for (const system of ["ID=ubuntu\nID_LIKE=debian", 'ID=pop\nID_LIKE="ubuntu debian"']) {
    const bare = machine(t, { chromium: null, chromedriver: null }, { system });
    stops(bare.setup(), /Ubuntu's Chromium is a snap and needs snapd; install Google Chrome/);
    assert.deepEqual(bare.installed(), []);
  }
  const desktop = machine(t, { chromium: null, snap: "", "apt-get": `case $* in *install*) cp "$HOME/new" "$HOME/bin/chromium-browser" ;; esac` }, { system: "ID=ubuntu" });
  desktop.program("new", says(BROWSER));
  assert.equal(desktop.setup().status, 0);
  assert.match(desktop.installed().at(-1), /install .* chromium-browser chromium-chromedriver$/);
});

test("a browser or a driver that does not start", (t) => {
  const name = /chromium-browser does not start: Ubuntu's Chromium is a snap and needs snapd/;
  stops(machine(t, { chromium: null, "chromium-browser": SNAP_STUB }).setup(), name);
  stops(machine(t, { chromedriver: SNAP_STUB }).setup(), /chromedriver does not start: Ubuntu's Chromium is a snap/);
  stops(machine(t, { chromium: FAILS }).setup(), /chromium does not start: run '[^']*chromium --version' to see why/);
  stops(machine(t, { chromium: "" }).setup(), /chromium does not start/);
  stops(machine(t, { chromedriver: FAILS }).setup(), /chromedriver does not start: run 'chromedriver --version'/);
});

test("a browser and a driver of different versions", (t) => {
  stops(machine(t, { chromedriver: says("ChromeDriver 140.0.7000.1 (0123abc)") }).setup(), /version 141 and chromedriver 140, they do not match/);
});

test("CHROMIUM names the browser", (t) => {
  const other = machine(t, { chromium: FAILS });
  other.program("a folder/browser", says(BROWSER));
  const CHROMIUM = join(other.path, "a folder/browser");
  assert.deepEqual(other.setup("test", { CHROMIUM }), { status: 0, stdout: "", stderr: "" });
  stops(machine(t).setup("test", { CHROMIUM: "/nowhere/chrome" }), /CHROMIUM is set to '\/nowhere\/chrome', which is no program/);
  const driverless = machine(t, { chromedriver: null });
  stops(driverless.setup("test", { CHROMIUM: "chromium" }), /chromedriver is missing/);
  assert.deepEqual(driverless.installed(), [], "apt has the driver of its own Chromium, not of yours");
});

test("the crates are fetched where cargo does not have them", (t) => {
  const unfetched = machine(t, { cargo: `case $* in *--offline*) echo "error: no matching package" >&2; exit 101 ;; esac` });
  const { status, stdout, stderr } = unfetched.setup("build");
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  assert.match(stdout, /^setup: fetching the crates[^\n]*\n$/);
  assert.deepEqual(unfetched.installed(), ["cargo fetch --quiet --locked"]);
  stops(machine(t, { cargo: "exit 101" }).setup("build"), /could not fetch the crates: run 'cargo fetch --locked'/);
  const unlocked = machine(t);
  unlocked.run("/bin/rm", ["Cargo.lock"]);
  stops(unlocked.setup("build"), /Cargo\.lock is missing/);
});

test("a tool in another version is installed in the pinned one, into this folder", (t) => {
  const old = { trunk: says("trunk 0.21.13"), "wasm-bindgen": null, "wasm-pack": FAILS };
  const outdated = machine(t, old);
  assert.equal(outdated.setup().status, 0);
  const install = "cargo install --quiet --locked --root .tools --target-dir target/tools";
  assert.deepEqual(outdated.installed(), [
    `${install} trunk --version ${TRUNK}`,
    `${install} wasm-bindgen-cli --version ${BINDGEN}`,
    `${install} wasm-pack --version ${pinned("wasm_pack_version")}`,
  ]);
  stops(machine(t, { ...old, cargo: "case $1 in install) exit 101 ;; esac" }).setup(), /could not install trunk/);
});

test("tools are compiled to be there soon, and a line says how long it takes at a guess", (t) => {
  const cargo = 'case $1 in install) echo "$* $CARGO_PROFILE_RELEASE_OPT_LEVEL $CARGO_PROFILE_RELEASE_LTO" >>"$HOME/compiled" ;; esac';
  const bare = machine(t, { cargo, trunk: null, "wasm-bindgen": null, "cargo-deny": null });
  const { status, stdout } = bare.setup();
  assert.equal(status, 0);
  const guesses = [...stdout.matchAll(/^setup: compiling (\S+) .* \(found: none\); at a guess (\d+) min until the tools are there$/gm)];
  assert.deepEqual(guesses.map(([, tool, minutes]) => [tool, minutes]), [["trunk", "6"], ["wasm-bindgen-cli", "3"], ["cargo-deny", "2"]]);
  assert.deepEqual(bare.read("compiled").trim().split("\n").map((line) => line.split(" ").slice(-2).join(" ")), ["0 off", "1 off", "0 off"]);
});

test("valgrind: asked for once, and done without where it is not to be had", (t) => {
  const absent = { valgrind: null, "apt-get": "exit 100" };
  const refused = machine(t, absent);
  const { status, stdout } = refused.setup();
  assert.equal(status, 0);
  assert.match(stdout, /without valgrind, the tests that count instructions will be skipped \(delete \.tools\/valgrind-refused, and it is tried again\)/);
  assert.deepEqual(refused.setup(), { status: 0, stdout: "", stderr: "" });
});

test("npm's tools are installed once, and again when their list changes", (t) => {
  const fresh = machine(t, {}, { fetched: false });
  fresh.write("node_modules/.setup.sha256", "");
  assert.equal(fresh.setup("build").status, 0);
  assert.equal(fresh.setup("build").status, 0);
  assert.deepEqual(fresh.installed(), ["npm ci --silent --no-audit --no-fund"]);
  fresh.write("package-lock.json", "{ }");
  assert.equal(fresh.setup("build").status, 0);
  assert.equal(fresh.installed().length, 2);
  stops(machine(t, { npm: FAILS }, { fetched: false }).setup("build"), /run 'npm ci' to see why/);
});

test("what may need a person comes before what takes minutes", (t) => {
  for (const mode of ["build", "test", "shots"]) {
    const bare = machine(t, {
      "apt-get": `case $* in *chromium*) cp "$HOME/new" "$HOME/bin/chromium" ;; esac`,
      "cargo-clippy": null, "cargo-deny": null, "cargo-fmt": null, "fc-list": null, "wasm-bindgen": null, "wasm-pack": null,
      WebKitWebDriver: null, Xvfb: null, geckodriver: null,
      cargo: "case $* in *--offline*) exit 101 ;; esac",
      cc: null, chromium: null, trunk: null, valgrind: null,
      rustc: rustc("1.95.0").replace("libdir", "nowhere"),
    }, { fetched: false });
    bare.program("new", says(BROWSER));
    const { status, stderr } = bare.setup(mode);
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    const steps = bare.installed().map((call) => call.replace(/^(?:apt-get .*-recommends|cargo install .*target\/tools) /, "").replace(/ --version .*/, ""));
    const tested = mode === "test";
    assert.deepEqual(steps, [
      "apt-get update -qq", "build-essential", "rustup --quiet target add wasm32-unknown-unknown",
      ...(tested ? ["rustup --quiet component add rustfmt", "rustup --quiet component add clippy"] : []),
      ...(mode === "build" ? [] : ["apt-get update -qq", "chromium chromium-driver"]),
      ...(tested ? ["apt-get download -qq wordpress", "dpkg-deb -x wordpress_*.deb .", "apt-get update -qq", "webkit2gtk-driver xvfb", "apt-get update -qq", "valgrind"] : []),
      ...(mode === "shots" ? ["apt-get update -qq", "fontconfig fonts-noto-cjk"] : []),
      "cargo fetch --quiet --locked", "npm ci --silent --no-audit --no-fund", "trunk", "wasm-bindgen-cli",
      ...(tested ? ["wasm-pack", "cargo-deny", "geckodriver"] : []),
    ]);
  }
});

test("WordPress's script: taken once; a refusal is remembered until its note is deleted", (t) => {
  const take = (programs) => {
    const box = machine(t, programs);
    box.run("/bin/rm", ["-r", ".tools/wordpress"]);
    return box;
  };
  const served = take({ "dpkg-deb": 'mkdir -p usr/share/wordpress/wp-includes/js; echo theirs >usr/share/wordpress/wp-includes/js/wp-embed.js' });
  assert.equal(served.setup().status, 0);
  assert.equal(served.read(".tools/wordpress/wp-embed.js"), "theirs\n");
  const first = served.installed().length;
  assert.deepEqual(served.setup(), { status: 0, stdout: "", stderr: "" });
  assert.equal(served.installed().length, first);

  const refused = take({ "apt-get": "exit 100" });
  const { status, stdout, stderr } = refused.setup();
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  assert.match(stdout, /is not to be had: .*\(delete \.tools\/wordpress-refused, and it is tried again\)/);
  assert.deepEqual(refused.setup(), { status: 0, stdout: "", stderr: "" });
  refused.run("/bin/rm", [".tools/wordpress-refused"]);
  assert.match(refused.setup().stdout, /is not to be had/);
});

test("Firefox and Safari's engine: tried once, and done without where they are not to be had", (t) => {
  const absent = { "firefox-esr": null, WebKitWebDriver: null, Xvfb: null, geckodriver: null };
  const served = machine(t, { ...absent, "apt-get": `case $* in *install*) cp "$HOME/new" "$HOME/bin/firefox-esr" ;; esac` });
  served.program("new", says(FIREFOX));
  const { status, stdout, stderr } = served.setup();
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  assert.match(stdout, /installing firefox-esr webkit2gtk-driver xvfb with apt, for the tests in Firefox and in Safari's engine/);
  assert.match(served.installed().at(-1), /^cargo install .* geckodriver --version /);

  for (const programs of [{ "apt-get": "exit 100" }, { "apt-get": null }, { id: says("1000") }]) {
    const refused = machine(t, { ...absent, ...programs });
    const { status, stdout } = refused.setup();
    assert.equal(status, 0);
    assert.match(stdout, /the tests in Firefox and in Safari's engine will be skipped \(delete \.tools\/browsers-refused, and it is tried again\)/);
    assert.ok(refused.installed().every((call) => !call.includes("geckodriver")), "no driver for a browser that is not there");
    const before = refused.installed().length;
    assert.deepEqual(refused.setup(), { status: 0, stdout: "", stderr: "" });
    assert.equal(refused.installed().length, before, "not asked for again");
  }

  const ubuntu = machine(t, { ...absent, firefox: SNAP_STUB }, { system: "ID=ubuntu" });
  assert.equal(ubuntu.setup().status, 0);
  assert.match(ubuntu.installed().at(-1), /install .* webkit2gtk-driver xvfb$/);
});

test("where a command fails that nobody thought of, there is a line too", (t) => {
  stops(machine(t, { mktemp: FAILS, chromium: null }).setup(), /a command failed: run "bash -x scripts\/setup test"/);
});
