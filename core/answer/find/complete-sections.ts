/**
 * What a model needs besides the passages that were found to understand them: a section is found by one of its parts,
 * steps go on below, and "this" is explained at the beginning of the page.
 */
import type { Corpus } from "../../corpus/corpus.ts";
import type { Chunk } from "../../corpus/format.ts";
import { describeChunk } from "../../search/find-chunks.ts";
import type { Passage } from "../generation-provider.ts";
import { DEPENDENT_START } from "../select/sentence-patterns.ts";
import { belongTogether } from "./reading-order.ts";

/** Parts of its section that are read with a passage, before it and behind it. */
const PARTS = 2;

/** Of so many of the best the passages beside them are read, whatever section they are of. */
const WITH_NEIGHBOURS = 4;

/** Of so many of the best the introduction of the page is read, where they cannot be understood alone. */
const WITH_INTRODUCTION = 4;

/** Chunks that are looked back for the beginning of a page. */
const MAX_PAGE_CHUNKS = 200;

/** Prose of fewer characters says too little by itself. */
const SHORT_CHARS = 120;

/**
 * Some passages, best first, with what belongs to them behind them: the other parts of their sections, the neighbours of
 * the best, the introductions of their pages. The positions of what is added count on, and its score is 0.
 */
export async function completeSections(corpus: Corpus, found: readonly Passage[]): Promise<Passage[]> {
  const all = new Map(found.map((passage) => [passage.ordinal, passage]));
  const read = await readAround(corpus, found);
  const chunkAt = (ordinal: number): Chunk | undefined => read.get(ordinal) ?? all.get(ordinal)?.chunk;
  const add = (ordinal: number): void => {
    const chunk = read.get(ordinal);
    if (chunk === undefined || all.has(ordinal)) return;
    const source = { position: all.size + 1, ...describeChunk({ chunk, relativeScore: 0 }) };
    all.set(ordinal, { chunk, ordinal, relativeScore: 0, source });
  };
  for (const passage of found) for (const ordinal of partsOf(passage, chunkAt)) add(ordinal);
  for (const passage of found.slice(0, WITH_NEIGHBOURS)) {
    add(passage.ordinal + 1);
    add(passage.ordinal - 1);
  }
  for (const passage of found.slice(0, WITH_INTRODUCTION)) {
    if (needsIntroduction(passage.chunk)) add(beginningOf(passage.ordinal, corpus));
  }
  return [...all.values()];
}

/** The chunks beside those that were found, of their pages, and the beginnings of these. */
async function readAround(corpus: Corpus, found: readonly Passage[]): Promise<Map<number, Chunk>> {
  const ordinals = new Set<number>();
  for (const { ordinal } of found) {
    const page = corpus.documentOf(ordinal).url;
    for (let at = ordinal - PARTS; at <= ordinal + PARTS; at++) {
      if (at >= 0 && at < corpus.manifest.chunkCount && corpus.documentOf(at).url === page) ordinals.add(at);
    }
  }
  for (const { ordinal, chunk } of found.slice(0, WITH_INTRODUCTION)) {
    if (needsIntroduction(chunk)) ordinals.add(beginningOf(ordinal, corpus));
  }
  for (const { ordinal } of found) ordinals.delete(ordinal);
  const wanted = [...ordinals];
  const chunks = await corpus.readChunks(wanted);
  return new Map(chunks.map((chunk, index) => [wanted[index] ?? 0, chunk]));
}

/** Nearest first. */
function partsOf({ ordinal, chunk }: Passage, chunkAt: (ordinal: number) => Chunk | undefined): number[] {
  const parts: number[] = [];
  for (const step of [1, -1]) {
    let last = chunk;
    for (let distance = 1; distance <= PARTS; distance++) {
      const at = ordinal + step * distance;
      const next = chunkAt(at);
      if (next === undefined || !(step > 0 ? belongTogether(last, next) : belongTogether(next, last))) break;
      parts.push(at);
      last = next;
    }
  }
  return parts;
}

/** It says little, or begins by pointing back. */
function needsIntroduction({ headingPath, blocks }: Chunk): boolean {
  if (headingPath.length === 0) return false;
  const prose = blocks.filter((block) => block.kind === "paragraph" && block.isHeading !== true);
  const text = prose.map((block) => (block.kind === "paragraph" ? block.text : "")).join(" ");
  return text.length < SHORT_CHARS || DEPENDENT_START.test(text);
}

function beginningOf(ordinal: number, corpus: Corpus): number {
  const page = corpus.documentOf(ordinal).url;
  let first = ordinal;
  while (first > 0 && ordinal - first < MAX_PAGE_CHUNKS && corpus.documentOf(first - 1).url === page) first--;
  return first;
}
