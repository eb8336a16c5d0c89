// The native command line `emissions`, for the tools: built once, then called as often as needed.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LIMIT = 64 * 1024 * 1024;
let program;

/**
 * What `emissions …args` prints. EMISSIONS_BIN names a program to use instead of building one.
 *
 * @throws an error with `told`: its message is one line for the person at the terminal.
 */
export function emissions(...args) {
  program ??= process.env.EMISSIONS_BIN ?? build();
  try {
    return execFileSync(program, args, { cwd: ROOT, encoding: "utf8", maxBuffer: LIMIT, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const why = String(error.stderr ?? "").trim() || error.message;
    throw Object.assign(new Error(`emissions ${args.join(" ")}: ${why}`), { told: true });
  }
}

function build() {
  const args = ["build", "--quiet", "--locked", "--bin", "emissions", "--message-format", "json-render-diagnostics"];
  try {
    const lines = execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8", maxBuffer: LIMIT, stdio: ["ignore", "pipe", "inherit"] }).split("\n");
    const artifacts = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    return artifacts.find(({ reason, executable }) => reason === "compiler-artifact" && executable).executable;
  } catch {
    throw Object.assign(new Error("the command line `emissions` does not build: see cargo's messages above"), { told: true });
  }
}
