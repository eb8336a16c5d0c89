// A copy of a script in a folder of its own, with stand-ins for the programs it calls: what it does on a machine that is
// not this one, without installing anything.

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const text = (path) => readFileSync(join(ROOT, path), "utf8");

/**
 * An empty folder that goes with the test `t`.
 *
 * @returns `path`; `copy(file, change)`, which takes a file of the project along, its text through `change`;
 *   `write(file, text)` and `read(file)`; `program(file, script)`, an executable; `run(command, args, env)`, which runs
 *   in the folder with that environment and no other.
 */
export function sandbox(t, name = "emissions") {
  const path = mkdtempSync(join(tmpdir(), `${name}-`));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  const place = (file) => {
    const full = join(path, file);
    mkdirSync(dirname(full), { recursive: true });
    return full;
  };
  const write = (file, content) => writeFileSync(place(file), content);
  return {
    path,
    write,
    copy(file, change) {
      cpSync(join(ROOT, file), place(file));
      if (change) write(file, change(text(file)));
    },
    program(file, script) {
      write(file, `#!/bin/sh\n${script}\n`);
      chmodSync(join(path, file), 0o755);
    },
    read: (file) => readFileSync(join(path, file), "utf8"),
    run(command, args = [], env = {}) {
      const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: path, env: { HOME: path, ...env }, encoding: "utf8" });
      if (error) throw error;
      return { status, stdout, stderr };
    },
  };
}
