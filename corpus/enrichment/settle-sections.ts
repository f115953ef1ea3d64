/** Brings together what a model proposes of each section and what somebody has decided before. */
import type { Chunk, Prepared } from "../../core/corpus/format.ts";
import { askedByHeading } from "../../core/answer/prepared/find-prepared.ts";
import type { CheckedSection } from "./check-section.ts";
import { sectionText } from "./enrichment-prompt.ts";
import { shortHash } from "../short-hash.ts";
import { proposalHashOf, type ReviewEntry } from "./review-file.ts";

/** Entries of earlier builds, by the sections that they are of. */
export interface EarlierEntries {
  /** Of the very same text: what was decided holds. */
  decidedFor: (chunk: Chunk) => ReviewEntry | undefined;
  /** The entry of this build. @param checked undefined where the model's reply is missing. */
  settle: (chunk: Chunk, checked: CheckedSection | undefined) => ReviewEntry | undefined;
}

/** @param chunks of this build: an entry whose text is still there is of no other section. */
export function openEarlierEntries(
  entries: readonly ReviewEntry[],
  chunks: readonly Chunk[],
): EarlierEntries {
  const keyOf = (hash: string, url: string): string => `${hash} ${url}`;
  const byContent = new Map<string, ReviewEntry>();
  for (const entry of entries) {
    // Found under another address too: a site may move.
    if (!byContent.has(entry.contentHash)) byContent.set(entry.contentHash, entry);
    byContent.set(keyOf(entry.contentHash, entry.url), entry);
  }
  const sameText = (chunk: Chunk): ReviewEntry | undefined => {
    const hash = contentHashOf(chunk);
    return byContent.get(keyOf(hash, chunk.url)) ?? byContent.get(hash);
  };
  const present = new Set(chunks.map(contentHashOf));
  const replaced = new Map<string, ReviewEntry[]>();
  for (const entry of entries) {
    if (present.has(entry.contentHash)) continue;
    const place = placeKey(entry.url, entry.section);
    replaced.set(place, [...(replaced.get(place) ?? []), entry]);
  }

  const decidedFor = (chunk: Chunk): ReviewEntry | undefined => {
    const entry = sameText(chunk);
    return entry === undefined || entry.status === "proposed" ? undefined : entry;
  };
  const settle = (chunk: Chunk, checked: CheckedSection | undefined): ReviewEntry | undefined => {
    const place = { section: sectionName(chunk), url: chunk.url, contentHash: contentHashOf(chunk) };
    const decided = decidedFor(chunk);
    if (decided !== undefined) {
      const { status, proposalHash, questions, searchedOnly, answer } = decided;
      return { ...place, status, proposalHash, questions, searchedOnly, answer };
    }
    const before = sameText(chunk) ?? replaced.get(placeKey(chunk.url, place.section))?.shift();
    const sectionChanged = before === undefined ? undefined : lastDecision(before);
    // A reply that is missing this time says nothing against the one before.
    const texts = checked ?? (before?.contentHash === place.contentHash ? before : undefined);
    const { questions = [], searchedOnly = [] } = texts ?? {};
    // An answer that nothing asks for is none.
    const isAsked = questions.length > 0 || askedByHeading(chunk) !== undefined;
    const proposal = { questions, searchedOnly, answer: isAsked ? (texts?.answer ?? "") : "" };
    const isEmpty = questions.length + searchedOnly.length === 0 && proposal.answer === "";
    if (isEmpty && sectionChanged === undefined) return undefined;
    return {
      ...place,
      status: "proposed",
      proposalHash: proposalHashOf(proposal),
      ...proposal,
      ...(sectionChanged !== undefined && { sectionChanged }),
    };
  };
  return { decidedFor, settle };
}

function lastDecision(entry: ReviewEntry): ReviewEntry["sectionChanged"] {
  if (entry.sectionChanged !== undefined) return entry.sectionChanged;
  const { status, questions, searchedOnly, answer } = entry;
  return status === "proposed" ? undefined : { status, questions, searchedOnly, answer };
}

/** What of an entry the corpus gets; undefined for nothing. */
export function preparedOf(entry: ReviewEntry, chunk: Chunk, approvedOnly: boolean): Prepared | undefined {
  const { status, sectionChanged, questions, searchedOnly, answer } = entry;
  if (status === "rejected") return undefined;
  if (status === "proposed" && (approvedOnly || sectionChanged !== undefined)) return undefined;
  const all = [...questions, ...searchedOnly]
    .map((question) => question.trim())
    .filter((text) => text !== "");
  const text = withCitation(answer.trim());
  const answered = questions.filter((question) => question.trim() !== "").length;
  const isAnswered = text !== "" && (answered > 0 || askedByHeading(chunk) !== undefined);
  if (all.length === 0 && !isAnswered) return undefined;
  return {
    questions: all,
    ...(isAnswered && { answer: { text, answers: Array.from({ length: answered }, (_, index) => index) } }),
  };
}

/** An owner's own words may come without a citation: they are of the section all the same. */
function withCitation(answer: string): string {
  return answer === "" || /\[1\]/.test(answer) ? answer : `${answer} [1]`;
}

export function contentHashOf(chunk: Chunk): string {
  return shortHash(sectionText(chunk));
}

export function sectionName({ title, headingPath }: Chunk): string {
  return [title, ...headingPath].join(" › ");
}

function placeKey(url: string, section: string): string {
  return `${url}\n${section}`;
}
