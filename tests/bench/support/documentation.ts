/** Documentation as chunks, in the sizes that are measured. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Block, Chunk } from "../../../core/corpus/format.ts";
import { collectFiles } from "../../../corpus/read/collect-files.ts";
import { readPages } from "../../../corpus/read/read-pages.ts";
import { CORPORA_FOLDER, hasCorpus } from "../../support/corpora.ts";
import { createRandom, pick, shuffled } from "../../support/seeded-random.ts";

/** The documentation of C++, some 9,700 pages; it is packed. */
export const CPP_ARCHIVE = "docs/cpp.tar.gz";
/** What is added to it where its 38,800 chunks are too few. */
const OTHER_FOLDERS = ["docs/astro-en", "docs/hono", "docs/vite"];

const SEED = 38_816;
/** Of the words of a chunk that is used again, how many are replaced. */
const CHANGED_WORDS = 0.3;

/** Unpacks the documentation of C++. Whoever calls removes the folder. */
export function unpackCpp(): string {
  const folder = mkdtempSync(join(tmpdir(), "assistant-chat-cpp-"));
  const { status, stderr } = spawnSync("tar", ["-xzf", join(CORPORA_FOLDER, CPP_ARCHIVE), "-C", folder]);
  if (status !== 0) throw new Error(`${CPP_ARCHIVE} cannot be unpacked: ${String(stderr)}`);
  return folder;
}

/** Gives corpora of so many chunks, or undefined where the documentation is not there. */
export async function openDocumentation(): Promise<((chunkCount: number) => Chunk[]) | undefined> {
  if (![CPP_ARCHIVE, ...OTHER_FOLDERS].every(hasCorpus)) return undefined;
  documents ??= readDocumentation();
  const { cpp, others } = await documents;
  return (chunkCount) => sampleOf(chunkCount, cpp, others);
}

let documents: ReturnType<typeof readDocumentation> | undefined;

/** The chunks of each page. */
async function readDocumentation(): Promise<{ cpp: Chunk[][]; others: Chunk[][] }> {
  const folder = unpackCpp();
  try {
    const cpp = await readFolder(folder, "cpp");
    const others: Chunk[][] = [];
    for (const name of OTHER_FOLDERS) others.push(...(await readFolder(join(CORPORA_FOLDER, name), name)));
    return { cpp, others };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readFolder(folder: string, name: string): Promise<Chunk[][]> {
  const { files } = await collectFiles([folder], { cwd: folder });
  const results = await readPages(files, {
    baseUrl: `https://${name.split("/").at(-1)}.example`,
    language: "en",
  });
  return results.flatMap(({ pages }) => pages.map(({ chunks }) => chunks));
}

/**
 * Whole pages in random order, up to the size: a part of the folders would have fewer words than a site of
 * that size. Beyond all pages, pages of C++ are used again with three words in ten replaced by words of others.
 */
function sampleOf(chunkCount: number, cpp: readonly Chunk[][], others: readonly Chunk[][]): Chunk[] {
  const random = createRandom(SEED);
  const available = cpp.reduce((sum, chunks) => sum + chunks.length, 0);
  const pages = shuffled(chunkCount > available ? [...cpp, ...others] : cpp, random);
  const chunks: Chunk[] = [];
  for (const page of pages) {
    if (chunks.length >= chunkCount) break;
    chunks.push(...page);
  }
  while (chunks.length < chunkCount) {
    const round = chunks.length;
    for (const page of shuffled(cpp, random)) {
      if (chunks.length >= chunkCount) break;
      const donor = pick(cpp, random).flatMap(({ blocks }) => wordsOf(blocks));
      chunks.push(...page.map((chunk) => varied(chunk, donor, `${round}`, random)));
    }
  }
  return chunks.slice(0, chunkCount);
}

export function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph" ? (block.text.match(/\p{L}{4,}/gu) ?? []) : [],
  );
}

function varied(chunk: Chunk, donor: readonly string[], mark: string, random: () => number): Chunk {
  const change = (text: string): string =>
    text.replace(/\p{L}{4,}/gu, (word) =>
      donor.length > 0 && random() < CHANGED_WORDS ? pick(donor, random) : word,
    );
  return {
    ...chunk,
    title: change(chunk.title),
    url: chunk.url.replace(".example/", `.example/${mark}/`),
    blocks: chunk.blocks.map((block) =>
      block.kind === "paragraph" ? { ...block, text: change(block.text) } : block,
    ),
  };
}
