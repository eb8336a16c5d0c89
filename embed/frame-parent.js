// For a page that may run a script of its own around the iframe: gives each frame the height that it reports.
//
//   <script type="module" src="https://…/frame-parent.js"></script>
//   <iframe src="https://…/frame.html#src=ant-group-2021.json" …></iframe>

const LEAST = 80;
const MOST = 10_000;

const OWN = new URL(import.meta.url).origin;

/** Frames whose address is on the host that this script came from. `src` is the whole address, or empty. */
const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(`${OWN}/`));

addEventListener("message", (event) => {
  const { data } = event;
  if (data?.type !== "emissions-calculator:height" || data.v !== 1 || !Number.isFinite(data.height)) return;
  // A sandboxed frame without allow-same-origin has no origin: then its window and its address have to do.
  const known = event.origin === OWN || event.origin === "null";
  const frame = known && frames().find(({ contentWindow }) => contentWindow === event.source);
  if (frame) frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), LEAST), MOST)}px`;
});

// A frame may have told its height before this script listened. A message that sets nothing makes it tell again.
for (const frame of frames()) frame.contentWindow?.postMessage({ type: "emissions-calculator:set", v: 1 }, "*");
