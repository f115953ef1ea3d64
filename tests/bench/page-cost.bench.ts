import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { VERSION_FOLDER } from "../../widget/build/widget-build.ts";
import { rounded, type Benchmark } from "./report.ts";

/** In which order the files are fetched; the others are fetched for what few visitors do. */
const STAGES: Record<string, string> = {
  "assistant-chat.js": "page load",
  "panel.js": "panel opened",
  "conversation.js": "first answer",
  "renderer.js": "first answer",
  "citation-popover.js": "citation pointed at",
};

/** What the widget makes a page carry: bytes by the moment at which they are fetched. */
export const pageCostBenchmark: Benchmark = {
  name: "page-cost",
  async run() {
    const files = readdirSync(VERSION_FOLDER)
      .filter((name) => name.endsWith(".js"))
      .map((name) => {
        const bytes = readFileSync(join(VERSION_FOLDER, name));
        return {
          name,
          stage: STAGES[name] ?? "on demand",
          raw: bytes.length,
          gzip: gzipSync(bytes, { level: 9 }).length,
          brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
        };
      });
    const order = [...new Set(Object.values(STAGES)), "on demand"];
    files.sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
    const answered = files.filter(({ stage }) =>
      ["page load", "panel opened", "first answer"].includes(stage),
    );
    const sum = (of: typeof files, key: "raw" | "gzip" | "brotli"): number =>
      rounded(of.reduce((total, file) => total + file[key], 0) / 1024);
    return [
      {
        title: "Bytes on the page",
        note: "KiB; each file compressed by itself, as a CDN does (gzip 9, brotli 11).",
        columns: ["file", "fetched at", "raw", "gzip", "brotli"],
        rows: [
          ...files.map((file) => [
            file.name,
            file.stage,
            sum([file], "raw"),
            sum([file], "gzip"),
            sum([file], "brotli"),
          ]),
          [
            "all after the first answer",
            "",
            sum(answered, "raw"),
            sum(answered, "gzip"),
            sum(answered, "brotli"),
          ],
        ],
      },
    ];
  },
};
