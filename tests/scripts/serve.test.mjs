// The command line of tools/serve.mjs, which `make serve` runs.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
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
