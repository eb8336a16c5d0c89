// Firefox, and the engine of Safari, driven through WebDriver: the system's Firefox by geckodriver, WebKitGTK's
// MiniBrowser by its own driver, on a screen that is none (Xvfb). Playwright drives only builds of its own.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Browser, Builder, Capabilities } from "selenium-webdriver";
import { findFreePort } from "selenium-webdriver/net/portprober.js";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { ROOT } from "./support.mjs";

/** Milliseconds until a driver or a screen must answer. */
const PATIENCE = 20_000;

/** Each engine: the programs that it takes, and how a session with it begins. */
export const ENGINES = {
  Firefox: {
    programs: { browser: firefox(), driver: find("geckodriver", join(ROOT, ".tools/bin")) },
    start: ({ browser, driver }) => session(driver, process.env, {
      browserName: Browser.FIREFOX,
      // These keep it from calling home.
      "moz:firefoxOptions": { binary: browser, args: ["-headless"], prefs: { "app.normandy.enabled": false, "browser.safebrowsing.update.enabled": false, "services.settings.server": "data:," } },
    }),
  },
  WebKit: {
    programs: { browser: miniBrowser(), driver: find("WebKitWebDriver"), screen: find("Xvfb") },
    async start({ browser, driver, screen }) {
      const { display, close } = await show(screen);
      // The sandbox of its processes needs rights that a container does not give.
      const env = { ...process.env, DISPLAY: display, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
      const opened = await session(driver, env, { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } });
      return { ...opened, async close() { await opened.close(); close(); } };
    },
  },
};

/** Why an engine cannot be driven here; nothing where it can. */
export function missing(engine) {
  const absent = Object.entries(ENGINES[engine].programs).filter(([, path]) => !path).map(([name]) => name);
  return absent.length ? `${engine}: no ${absent.join(", no ")}; 'make setup' says what it could not install` : false;
}

/** Begins a session: `driver` of selenium-webdriver, and `close`. */
export const start = (engine) => ENGINES[engine].start(ENGINES[engine].programs);

function find(name, folder) {
  const env = { ...process.env, PATH: [folder, process.env.PATH].filter(Boolean).join(":") };
  try { return execFileSync("/bin/sh", ["-c", 'command -v "$0"', name], { encoding: "utf8", env }).trim(); } catch { return undefined; }
}

/** Where Ubuntu's snap is not installed, its program is a script that only says so. */
function firefox() {
  for (const path of ["firefox-esr", "firefox"].map((name) => find(name)).filter(Boolean)) {
    try { if (/Firefox/.test(execFileSync(path, ["--version"], { encoding: "utf8", stdio: "pipe" }))) return path; } catch { /* try the next one */ }
  }
}

/** Debian keeps it beside the library, in a folder named after the processor and the version. */
function miniBrowser() {
  return execFileSync("/bin/sh", ["-c", 'ls /usr/lib/*/webkit2gtk-*/MiniBrowser 2>/dev/null | tail -n 1'], { encoding: "utf8" }).trim();
}

async function session(program, env, capabilities) {
  const port = await findFreePort();
  const service = new DriverService(program, { loopback: true, port, args: [`--port=${port}`], env });
  try {
    const driver = await new Builder().usingServer(await service.start(PATIENCE)).withCapabilities(new Capabilities(capabilities)).build();
    return { driver, async close() { await driver.quit(); await service.kill(); } };
  } catch (error) {
    await service.kill();
    throw error;
  }
}

/** A screen large enough for a tall window. It says on its third channel which number it took. */
async function show(program) {
  const child = spawn(program, ["-displayfd", "3", "-screen", "0", "1280x2400x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const close = () => child.kill();
  process.once("exit", close);
  const [number] = await once(child.stdio[3], "data", { signal: AbortSignal.timeout(PATIENCE) });
  return { display: `:${String(number).trim()}`, close };
}
