import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { PUBLIC_FOLDER, VERSION_FOLDER } from "../../widget/build/widget-build.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser.ts";
import { rounded, type Benchmark } from "./report.ts";
import { measureStreamCost } from "./stream-cost.ts";
import { serveFolder } from "./static-server.ts";

/** Bytes of answer that are on the screen already when the next frame is measured. */
const SIZES = [5_000, 20_000, 80_000];
/** Frames of two tokens measured at each size; the median is taken. */
const FRAMES = 60;

const PARAGRAPH =
  "The corpus is **built once** and read by the Worker [1]. A passage keeps its `heading path`, its anchor and its language, so that a citation opens the page at the right place [2].\n\n";
const BLOCKS = [
  PARAGRAPH,
  "## How it is done\n\n",
  "- Build the corpus\n- Publish it\n- Ask a question [1]\n\n",
  '```ts\nconst answer = await ask({ question: "How?" });\nconsole.log(answer.text);\n```\n\n',
  "| plan | price |\n| --- | --- |\n| personal | free |\n| team | 12 euros |\n\n",
  PARAGRAPH,
];

/**
 * The cost of one more frame of a streaming answer as the answer grows, against parsing, sanitising and
 * writing the whole answer again, in the same browser and run.
 */
export const renderBenchmark: Benchmark = {
  name: "render",
  async run() {
    const version = VERSION_FOLDER.slice(PUBLIC_FOLDER.length);
    const root = join(import.meta.dirname, "../..");
    const peers = {
      "/peers/marked.js": readFileSync(join(root, "node_modules/marked/lib/marked.esm.js"), "utf8"),
      "/peers/dompurify.js": readFileSync(join(root, "node_modules/dompurify/dist/purify.es.mjs"), "utf8"),
    };
    const server = await serveFolder(PUBLIC_FOLDER, {
      "/bench.html": "<!doctype html><div id=answer></div>",
    });
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGUMENTS });
    try {
      const page = await browser.newPage();
      for (const [path, body] of Object.entries(peers)) {
        await page.route(`**${path}`, (route) => route.fulfill({ contentType: "text/javascript", body }));
      }
      await page.goto(`${server.origin}/bench.html`);
      const results = await page.evaluate(measure, { version, sizes: SIZES, frames: FRAMES, blocks: BLOCKS });
      const rows = results.map(({ strategy, mediansMs }) => [
        strategy,
        ...mediansMs.map(rounded),
        rounded((mediansMs.at(-1) ?? 0) / (mediansMs[0] ?? 1)),
      ]);
      return [
        {
          title: "One more frame of a streaming answer",
          note: "Median milliseconds of a frame of two tokens, layout included, with so much answer on the screen already.",
          columns: ["strategy", ...SIZES.map((size) => `at ${size / 1000} KB`), "last ÷ first"],
          rows,
        },
        ...(await measureStreamCost(BLOCKS)),
      ];
    } finally {
      await browser.close();
      await server.close();
    }
  },
};

interface MeasureInput {
  version: string;
  sizes: number[];
  frames: number;
  blocks: string[];
}

/** Runs in the page. */
async function measure({
  version,
  sizes,
  frames,
  blocks,
}: MeasureInput): Promise<{ strategy: string; mediansMs: number[] }[]> {
  // Not known to the type checker: served files of the built widget and of the peers.
  const load = (path: string): Promise<Record<string, never>> =>
    import(/* @vite-ignore */ path) as Promise<Record<string, never>>;
  const { createAnswerRenderer } = (await load(`${version}/renderer.js`)) as unknown as {
    createAnswerRenderer: (
      container: HTMLElement,
      options: object,
    ) => { update: (text: string, sources: object[], state: { final: boolean }) => void };
  };
  const { marked } = (await load("/peers/marked.js")) as unknown as {
    marked: { parse: (text: string) => string };
  };
  const { default: purify } = (await load("/peers/dompurify.js")) as unknown as {
    default: { sanitize: (html: string) => string };
  };
  const container = document.querySelector<HTMLElement>("#answer") as HTMLElement;
  const sources = [1, 2].map((position) => ({
    position,
    title: "A page",
    url: "/a/",
    excerpt: "Text.",
    score: 1,
  }));

  const labels = {
    copy: "Copy",
    copyCode: "Copy code",
    wrapCode: "Wrap",
    citation: (position: number, title: string) => `Source ${position}: ${title}`,
  };
  const textOf = (size: number): string => {
    let text = "";
    for (let index = 0; text.length < size; index++) text += blocks[index % blocks.length];
    return text;
  };
  const strategies: Record<string, () => (text: string) => void> = {
    "this renderer": () => {
      const host = document.createElement("div");
      container.replaceChildren(host);
      const renderer = createAnswerRenderer(host, { labels });
      return (text) => renderer.update(text, sources, { final: false });
    },
    "whole answer again": () => (text) => {
      container.innerHTML = purify.sanitize(marked.parse(text));
    },
  };
  const tail =
    "A new paragraph streams in at the end, two tokens at a time, as long as it takes to measure. ".repeat(
      20,
    );
  const results: { strategy: string; mediansMs: number[] }[] = [];
  for (const [strategy, create] of Object.entries(strategies)) {
    const mediansMs: number[] = [];
    for (const size of sizes) {
      const render = create();
      const text = textOf(size);
      render(text);
      const durations: number[] = [];
      for (let frame = 1; frame <= frames; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const start = performance.now();
        render(text + tail.slice(0, frame * 10));
        void container.offsetHeight;
        durations.push(performance.now() - start);
      }
      mediansMs.push(durations.sort((a, b) => a - b)[frames >> 1] ?? 0);
    }
    results.push({ strategy, mediansMs });
  }
  return results;
}
