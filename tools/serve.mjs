// A small static server: what `make serve` shows and what the browser tests load. Not for the open internet.
//
//   node tools/serve.mjs [folder] [--port 8080] [--host 127.0.0.1] [--csp "script-src 'self'"]
//
// From a test: `const server = await serve({ roots: ["dist"] }); … server.url, server.requests; await server.close()`.
//
// A test can bend a single answer from the page's address, so that one server does for every hostile case:
// `?serve-csp=…`, `?serve-status=404`, `?serve-delay=500` (milliseconds), `?serve-type=text/html; charset=iso-8859-1`.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const ENCODINGS = [["br", ".br"], ["gzip", ".gz"]];

/**
 * Serves folders until `close` is called.
 *
 * @param {object} [options]
 * @param {string[]} [options.roots] Folders, the first that has the file answers. Default: dist.
 * @param {Record<string, string>} [options.mounts] Address prefix (`/hosts/`) to folder, tried before the roots.
 * @param {number} [options.port] 0, the default, takes a free one.
 * @param {string} [options.host]
 * @param {Record<string, string>} [options.headers] Added to every answer.
 * @param {string} [options.csp] Content-Security-Policy for every answer.
 * @param {{match: string | RegExp, status?: number, delay?: number, headers?: Record<string, string>, body?: string | Buffer}[]} [options.rules]
 *   The first rule that matches the path changes its answer; the array may be changed while the server runs.
 * @param {string} [options.reload] An address at which pages are told to load again (`server.reload()`); every page is
 *   given a script that listens to it. For work on the pages, not for tests.
 * @returns {Promise<{url: string, port: number, requests: {path: string, headers: Record<string, string>}[], rules: object[], reload: () => void, close: () => Promise<void>}>}
 */
export async function serve({ roots = ["dist"], mounts = {}, port = 0, host = "127.0.0.1", headers = {}, csp, rules = [], reload } = {}) {
  const requests = [];
  const listening = new Set();
  const everywhere = { "cache-control": "no-cache", "access-control-allow-origin": "*", ...(csp && { "content-security-policy": csp }), ...headers };

  const server = createServer(async (request, response) => {
    const address = new URL(request.url, "http://localhost");
    requests.push({ path: address.pathname + address.search, headers: request.headers });
    const rule = rules.find(({ match }) => (typeof match === "string" ? address.pathname === match : match.test(address.pathname))) ?? {};
    const asked = (name) => address.searchParams.get(`serve-${name}`);
    const delay = Number(asked("delay") ?? rule.delay ?? 0);
    if (delay > 0) await new Promise((done) => setTimeout(done, delay));

    const answer = { ...everywhere, ...rule.headers };
    if (asked("csp") !== null) answer["content-security-policy"] = asked("csp");
    const status = Number(asked("status") ?? rule.status ?? 200);
    if (status >= 400 || rule.body !== undefined) {
      response.writeHead(status, { "content-type": TYPES[extname(address.pathname)] ?? TYPES[".txt"], ...answer });
      return response.end(rule.body ?? `${status}\n`);
    }

    if (reload && address.pathname === reload) {
      listening.add(response);
      response.on("close", () => listening.delete(response));
      return response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write("\n");
    }
    const file = await find(address.pathname, roots, mounts);
    if (!file) {
      // Browsers ask for it unbidden; a 404 would stand in the console as if the page had a fault.
      if (address.pathname === "/favicon.ico") return response.writeHead(204).end();
      response.writeHead(404, { ...answer, "content-type": TYPES[".txt"] });
      return response.end("404\n");
    }
    answer["content-type"] ??= asked("type") ?? TYPES[extname(file)] ?? "application/octet-stream";
    answer.vary = "accept-encoding";
    const accepted = request.headers["accept-encoding"] ?? "";
    let body = file;
    for (const [encoding, suffix] of ENCODINGS) {
      if (accepted.includes(encoding) && (await isFile(file + suffix))) {
        answer["content-encoding"] = encoding;
        body = file + suffix;
        break;
      }
    }
    if (reload && extname(body) === ".html") {
      const script = `<script>new EventSource(${JSON.stringify(reload)}).onmessage = () => location.reload()</script>`;
      return response.writeHead(status, answer).end((await readFile(body, "utf8")) + script);
    }
    answer["content-length"] = (await stat(body)).size;
    response.writeHead(status, answer);
    if (request.method === "HEAD") return response.end();
    createReadStream(body).on("error", () => response.destroy()).pipe(response);
  });

  await new Promise((done, fail) => server.once("error", fail).listen(port, host, done));
  const taken = server.address().port;
  return {
    url: `http://${host}:${taken}`,
    port: taken,
    requests,
    rules,
    reload: () => listening.forEach((page) => page.write("data: changed\n\n")),
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

/** The file that answers a path, or undefined; never one outside the given folders. */
async function find(pathname, roots, mounts) {
  let path;
  try { path = decodeURIComponent(pathname); } catch { return undefined; }
  if (path.endsWith("/")) path += "index.html";
  const places = Object.entries(mounts).filter(([prefix]) => path.startsWith(prefix)).map(([prefix, folder]) => [folder, path.slice(prefix.length)]);
  for (const [folder, rest] of [...places, ...roots.map((root) => [root, path])]) {
    const base = resolve(folder);
    const file = join(base, rest);
    if (file.startsWith(base + sep) && (await isFile(file))) return file;
  }
  return undefined;
}

const isFile = (path) => stat(path).then((found) => found.isFile(), () => false);

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: "string", default: "8080" }, host: { type: "string", default: "127.0.0.1" }, csp: { type: "string" } },
  });
  const roots = positionals.length ? positionals : ["dist"];
  try {
    const server = await serve({ roots, port: Number(values.port), host: values.host, csp: values.csp });
    console.log(`serve: ${roots.join(", ")} at ${server.url}/ (stop with Ctrl-C)`);
  } catch (error) {
    const why = error.code === "EADDRINUSE" ? `port ${values.port} is taken: choose another with --port (make serve PORT=8081)` : error.message;
    console.error(`serve: ${why}`);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
