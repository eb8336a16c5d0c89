// The command line of tools/serve.mjs, which `make serve` runs.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { serve as start } from "../../tools/serve.mjs";
import { ROOT, sandbox } from "./sandbox.mjs";

/** Starts the server; `first` is the first line of its output. */
function serve(t, args) {
  const child = spawn(process.execPath, [join(ROOT, "tools/serve.mjs"), ...args], { stdio: ["ignore", "pipe", "pipe"] });
  t.after(() => child.kill());
  let stdout = "";
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (part) => { stderr += part; });
  const first = new Promise((done) => {
    child.stdout.setEncoding("utf8").on("data", (part) => {
      stdout += part;
      if (stdout.includes("\n")) done(stdout.split("\n")[0]);
    }).on("end", () => done(stdout));
  });
  return { first, ended: once(child, "close").then(([code]) => ({ code, stdout, stderr })) };
}

test("the line names the folder and an address that answers; a second server on that port says what to do", async (t) => {
  const box = sandbox(t, "serve");
  box.write("index.html", "<p>served</p>");
  const line = await serve(t, [box.path, "--port", "0"]).first;
  const [, folder, address, port] = line.match(/^serve: (.*) at (http:\/\/127\.0\.0\.1:(\d+)\/) \(stop with Ctrl-C\)$/) ?? assert.fail(line);
  assert.equal(folder, box.path);
  assert.equal(await (await fetch(address)).text(), "<p>served</p>");

  const { code, stdout, stderr } = await serve(t, [box.path, "--port", port]).ended;
  assert.deepEqual({ code, stdout, stderr }, { code: 1, stdout: "", stderr: `serve: port ${port} is taken: choose another with --port (make serve PORT=8081)\n` });
});

test("with an address for it, pages listen there and are told to load again; others are left alone", async (t) => {
  const box = sandbox(t, "serve");
  box.write("index.html", "<p>served</p>");
  box.write("page.css", "p { }");
  const server = await start({ roots: [box.path], reload: "/reload" });
  t.after(() => server.close());
  const get = async (path) => (await fetch(server.url + path)).text();
  assert.match(await get("/"), /^<p>served<\/p><script>new EventSource\("\/reload"\)\.onmessage = \(\) => location\.reload\(\)<\/script>$/);
  assert.equal(await get("/page.css"), "p { }");
  const told = (await fetch(`${server.url}/reload`)).body.pipeThrough(new TextDecoderStream()).getReader();
  assert.equal((await told.read()).value, "\n");
  server.reload();
  assert.equal((await told.read()).value, "data: changed\n\n");

  const plain = await start({ roots: [box.path] });
  t.after(() => plain.close());
  assert.equal(await (await fetch(`${plain.url}/`)).text(), "<p>served</p>");
  assert.equal((await fetch(`${plain.url}/reload`)).status, 404);
});
