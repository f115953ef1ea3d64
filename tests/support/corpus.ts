import type { Corpus, CorpusFileSource } from "../../core/corpus/corpus.ts";
import type { Block, Chunk } from "../../core/corpus/format.ts";
import { openCorpus } from "../../core/corpus/open-corpus.ts";
import { encodeCorpus, type EncodedCorpus } from "../../core/corpus/write-corpus.ts";

/** What a test says of a chunk; the rest is filled in. */
export interface ChunkSketch {
  title: string;
  url?: string;
  headingPath?: string[];
  language?: string;
  /** ISO 8601 date. */
  updatedOn?: string;
  /** Paragraphs by their text, or any block. */
  blocks: (string | Block)[];
}

export function sketchChunk(sketch: ChunkSketch, ordinal = 0): Chunk {
  return {
    id: ordinal.toString(16).padStart(16, "0"),
    title: sketch.title,
    headingPath: sketch.headingPath ?? [],
    url: sketch.url ?? `/${sketch.title.toLowerCase().replaceAll(" ", "-")}/`,
    language: sketch.language ?? "en",
    ...(sketch.updatedOn !== undefined && { updatedOn: sketch.updatedOn }),
    blocks: sketch.blocks.map((block) =>
      typeof block === "string" ? { kind: "paragraph", text: block } : block,
    ),
  };
}

export function memorySource({ manifest, files }: EncodedCorpus): CorpusFileSource {
  return {
    readManifest: () => Promise.resolve(structuredClone(manifest) as unknown),
    readFile: (name) => Promise.resolve(files.get(name)),
  };
}

export async function openSketch(
  sketches: ChunkSketch[],
  { language = "en", site = "docs" } = {},
): Promise<Corpus> {
  return openCorpus(memorySource(await encodeCorpus({ site, language, chunks: sketches.map(sketchChunk) })));
}

/** A small site about a fictional static-site tool, enough to answer, to refuse and to quote code, steps and tables. */
export const SKETCHES: ChunkSketch[] = [
  {
    title: "Installation",
    url: "/install/",
    blocks: ["Lumen needs Node.js 20 or newer. It runs on Linux, macOS and Windows."],
  },
  {
    title: "Installation",
    url: "/install/#with-npm",
    headingPath: ["With npm"],
    blocks: [
      "Install Lumen with npm in an empty folder:",
      { kind: "code", language: "sh", code: "npm create lumen@latest\nnpm install" },
      "The wizard asks for a template and creates the project.",
    ],
  },
  {
    title: "Deployment",
    url: "/deploy/",
    headingPath: [],
    blocks: [
      "To deploy a site, follow these steps.",
      {
        kind: "list",
        ordered: true,
        items: ["Run `lumen build`.", "Upload the folder `dist`.", "Point the domain at the host."],
      },
    ],
  },
  {
    title: "Pricing",
    url: "/pricing/",
    blocks: [
      "Lumen is free for personal sites. The team plan costs 12 euros per seat and month.",
      {
        kind: "table",
        rows: [
          ["Plan", "Price"],
          ["Personal", "free"],
          ["Team", "12 euros per seat"],
        ],
      },
    ],
  },
  {
    title: "History",
    url: "/history/",
    blocks: ["Ada Marsh founded Lumen in 2019. The first release followed in March 2020."],
  },
];
