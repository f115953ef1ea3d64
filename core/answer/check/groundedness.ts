/**
 * Checks a generated answer while it streams: each sentence against the passages that it cites. What to do with
 * an unsupported one is the site's choice; whatever it is, the share that is supported is measured.
 *
 * A sentence can be judged only when it is complete with its citations. To `keep` or to `mark`, text passes on
 * at once and only what may end a sentence is held back; to `drop`, one sentence is.
 */
import { MAY_BE_END } from "../../language/sentence-marks.ts";
import { deniesKnowing } from "../refusal/recognise-refusal.ts";
import { needsNoSource } from "./needs-no-source.ts";
import { CITATION, isClaim, plainSentence } from "./claim.ts";
import { createEntailmentChecker, type EntailmentInput, type UnsupportedReason } from "./entailment.ts";
import { sentenceBorder } from "./sentence-border.ts";
import { keptPositions, MAX_CITATIONS_PER_SENTENCE, withPositions } from "./settle-citations.ts";
import { unsupportedMark } from "./unsupported-mark.ts";

export const UNSUPPORTED_BEHAVIOURS = ["keep", "mark", "drop"] as const;

/**
 * What becomes of a sentence that its passages do not support: it stays, it is marked as not confirmed, or it
 * is left out.
 */
export type UnsupportedBehaviour = (typeof UNSUPPORTED_BEHAVIOURS)[number];

/**
 * To mark: the check finds what stands nowhere and little of what is wrong in free wording, and is now and then wrong
 * about a true sentence. Leaving such a sentence out would silently take a step or a condition out of an answer; a mark
 * sends the reader to the source. It costs no waiting either.
 */
export const DEFAULT_UNSUPPORTED_BEHAVIOUR: UnsupportedBehaviour = "mark";

export type CheckedSentence = {
  text: string;
  /** As cited, in their order; only those that were given. */
  positions: number[];
} & (
  { verdict: "supported" } | { verdict: "unsupported"; reason: UnsupportedReason } | { verdict: "uncited" }
);

export interface GroundednessFilter {
  /** Takes the next piece of the raw answer and returns what is ready. */
  push(text: string): string;
  /** Returns what was held back. */
  end(): string;
  /** What was checked so far: sentences, list items, table rows and code blocks that state something. */
  readonly sentences: readonly CheckedSentence[];
  /**
   * Share of them that the passages support, 0 to 1. One without a citation counts where any of the passages
   * supports it. Undefined while there is none.
   */
  readonly groundedness: number | undefined;
  /** The model cited something that was given. */
  readonly hasOwnCitations: boolean;
  /** The model cited by itself, or most of what it states without is supported by a passage that it could have cited. */
  readonly isCredible: boolean;
}

export interface GroundednessOptions extends EntailmentInput {
  unsupported: UnsupportedBehaviour;
  /** A sentence of the owner's that needs no source. */
  disclaimer?: string | undefined;
}

/** A sentence longer than this is passed on unjudged: no hold is unbounded. */
const MAX_SENTENCE_CHARS = 2_000;

/** Three times what a long answer has: an answer beyond is a runaway, and may not cost time without end. */
const MAX_CHECKED_SENTENCES = 200;

const FENCE = /^[ \t]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?(`{3,}|~{3,})/;

export function createGroundednessFilter(options: GroundednessOptions): GroundednessFilter {
  const { passages, termsOf, unsupported, locale } = options;
  const checker = createEntailmentChecker(options);
  const given = passages.map(({ source }) => source.position);
  const mark = unsupportedMark(locale);
  const disclaimer = plainSentence(options.disclaimer ?? "");
  const sentences: CheckedSentence[] = [];
  /** The sentence or line that is being written, as far as it came. */
  let open = "";
  /** Characters of `open` that were passed on. */
  let passed = 0;
  let fence: { mark: string; code: string } | undefined;
  let isLineStart = true;
  /** Of the line that `open` belongs to. */
  let isTableRow = false;
  /** The same of the line before: the first row of a table names its columns. */
  let wasTableRow = false;
  /** What was too long for a sentence was given up: what ends next is its rest. */
  let isRunningOn = false;
  let hasOwnCitations = false;
  /** A passage that holds all of a code block, where nothing is cited. */
  let codePosition: number | undefined;
  let heldCodeChars = 0;

  /** As they are written, those that were given. */
  const citedIn = (raw: string): number[] =>
    [...raw.matchAll(CITATION)]
      .flatMap(([list]) => [...list.matchAll(/\d+/g)].map(([digits]) => Number(digits)))
      .filter((position, index, all) => given.includes(position) && all.indexOf(position) === index);

  /** What the last sentence that cites cited, as long as the paragraph or the list goes on. */
  let near: readonly number[] = [];

  const judge = (raw: string): CheckedSentence | undefined => {
    if (raw.length > MAX_SENTENCE_CHARS || sentences.length >= MAX_CHECKED_SENTENCES) return undefined;
    const text = plainSentence(raw);
    if (
      !isClaim(raw, text, termsOf) ||
      deniesKnowing(raw) ||
      (disclaimer !== "" && text.includes(disclaimer))
    )
      return undefined;
    const positions = citedIn(raw);
    const isCited = positions.length > 0;
    // Who cites everything has looked for nothing: what was given decides.
    const citesAll = positions.length > MAX_CITATIONS_PER_SENTENCE;
    const result = checker.check(text, isCited && !citesAll ? positions : given);
    if (isCited && !citesAll && text.length >= MIN_TELLING_CHARS) {
      const [right] = rightPositions(text, positions, result.supported);
      if (right !== undefined) return { text, positions: [right], verdict: "supported" };
    }
    if (result.supported) return { text, positions: settled(raw, text, positions), verdict: "supported" };
    // Without a source it may still be right, but not with an address that nobody gave.
    if (!isCited && result.isFirm !== true) return { text, positions, verdict: "uncited" };
    return { text, positions: keptPositions(positions, []), verdict: "unsupported", reason: result.reason };
  };

  /** Another passage that says it firmly, where those that are cited do not. */
  const rightPositions = (
    text: string,
    cited: readonly number[],
    isSupported: boolean,
  ): readonly number[] => {
    const isNear =
      isSupported &&
      checker.supportingPositions(text, { among: cited, minShare: MIN_CLOSEST_SHARE, isSure: false }).length >
        0;
    if (isNear) return [];
    return checker.supportingPositions(text, {
      among: given.filter((position) => !cited.includes(position)),
    });
  };

  /** What a supported sentence cites in the end: all that it is given is what supports it by itself. */
  const settled = (raw: string, text: string, positions: readonly number[]): number[] => {
    if (positions.length === 0) {
      const isHead = isTableRow && !wasTableRow;
      return isHead || needsNoSource(raw) ? [] : checker.supportingPositions(text, { near }).slice(0, 1);
    }
    if (positions.length <= MAX_CITATIONS_PER_SENTENCE) return [...positions];
    const firm = checker.supportingPositions(text);
    const own = firm.filter((position) => positions.includes(position));
    if (firm.length > 0) return own.length > 0 ? own : firm.slice(0, 1);
    const closest = checker.supportingPositions(text, {
      among: positions,
      minShare: MIN_CLOSEST_SHARE,
      isSure: false,
    });
    return keptPositions(positions, closest);
  };

  /** What of a complete sentence is still to be passed on. `space` is what separates it from the next one. */
  const close = (raw: string, space: string): string => {
    const checked = isRunningOn ? undefined : judge(raw);
    const own = citedIn(raw);
    hasOwnCitations ||= own.length > 0;
    if (own.length > 0) near = checked?.positions ?? own;
    isRunningOn = false;
    if (checked !== undefined) sentences.push(checked);
    const alreadyPassed = passed;
    passed = 0;
    const isBad = checked?.verdict === "unsupported";
    if (isBad && unsupported === "drop" && alreadyPassed === 0) return space.includes("\n") ? "\n" : "";
    const rest = withSettled(raw.slice(alreadyPassed), raw, checked);
    if (!isBad || unsupported !== "mark") return rest + space;
    const row = /[ \t]*\|[ \t]*$/.exec(rest);
    return isTableRow && row !== null
      ? `${rest.slice(0, row.index)} ${mark} |${space}`
      : `${rest} ${mark}${space}`;
  };

  const closeFence = (code: string): string => {
    const result = checker.checkCode(code, given);
    if (result.supported && /\p{L}{3}/u.test(code))
      codePosition ??= given.find((position) => checker.checkCode(code, [position]).supported);
    if (codePosition !== undefined && result.supported) heldCodeChars += code.length;
    const text = code.slice(0, MAX_SENTENCE_CHARS);
    sentences.push(
      result.supported
        ? { text, positions: [], verdict: "supported" }
        : { text, positions: [], verdict: "unsupported", reason: result.reason },
    );
    // Code comes as a whole: what would be left of an answer without it is not what was meant either.
    return result.supported || unsupported === "keep" ? "" : `\n${mark}\n\n`;
  };

  const takeLine = (line: string, end: string): string => {
    if (fence !== undefined) {
      const closing = line.trim();
      const isClosed = closing.startsWith(fence.mark) && closing.replaceAll(fence.mark[0] ?? "", "") === "";
      const rest = line.slice(passed) + end;
      passed = 0;
      if (!isClosed) {
        if (fence.code.length < MAX_CODE_CHARS) fence.code += `${line}\n`;
        return rest;
      }
      const { code } = fence;
      fence = undefined;
      return rest + closeFence(code);
    }
    const opening = FENCE.exec(line);
    if (isLineStart && opening !== null) {
      fence = { mark: opening[1] ?? "", code: "" };
      const rest = line.slice(passed) + end;
      passed = 0;
      return rest;
    }
    return close(line, end);
  };

  const drain = (isEnd: boolean): string => {
    let output = "";
    for (;;) {
      if (isLineStart) isTableRow = /^[ \t]*\|/.test(open);
      const newline = open.indexOf("\n");
      const line = newline === -1 ? open : open.slice(0, newline);
      const isFenceLine = fence !== undefined || (isLineStart && FENCE.test(line));
      const border = isFenceLine || isTableRow ? undefined : sentenceBorder(line);
      if (border !== undefined) {
        const raw = open.slice(0, border.end);
        output += close(raw, border.space);
        open = open.slice(border.end + border.space.length);
        isLineStart = false;
        continue;
      }
      if (newline !== -1) {
        output += takeLine(line, "\n");
        wasTableRow = isTableRow;
        open = open.slice(newline + 1);
        isLineStart = true;
        continue;
      }
      break;
    }
    if (isEnd) {
      if (open !== "") output += takeLine(open, "");
      if (fence !== undefined) output += closeFence(fence.code);
      fence = undefined;
      open = "";
      const isUncited = !hasOwnCitations && !sentences.some(({ positions }) => positions.length > 0);
      return isUncited && codePosition !== undefined ? `${output}\n\n[${codePosition}]` : output;
    }
    const shown = passOn();
    if (fence === undefined && open.length > MAX_SENTENCE_CHARS) {
      // Looked through anew with each further character, a text without sentences would cost its square.
      open = "";
      passed = 0;
      isLineStart = false;
      isRunningOn = true;
    }
    return output + shown;
  };

  /** What of the open sentence may be passed on at once. */
  const passOn = (): string => {
    const isLong = open.length > MAX_SENTENCE_CHARS;
    if (unsupported === "drop" && fence === undefined && !isLong) return "";
    const held =
      fence !== undefined || isLong ? 0 : (MAY_BE_END.exec(open.slice(-MAX_END_CHARS))?.[0].length ?? 0);
    const ready = Math.max(passed, open.length - held);
    const text = open.slice(passed, ready);
    passed = ready;
    return text;
  };

  return {
    push(text) {
      open += text;
      const ready = drain(false);
      hasOwnCitations ||= fence === undefined && citedIn(open).length > 0;
      return ready;
    },
    end: () => drain(true),
    sentences,
    get groundedness() {
      if (sentences.length === 0) return undefined;
      const supported = sentences.filter(({ verdict }) => verdict === "supported").length;
      return Math.round((supported / sentences.length) * 1000) / 1000;
    },
    get hasOwnCitations() {
      return hasOwnCitations;
    },
    get isCredible() {
      const share = (holds: (one: CheckedSentence) => boolean): number =>
        sentences.filter(holds).length / Math.max(1, sentences.length);
      const uncited = sentences.filter(({ verdict }) => verdict === "uncited");
      return (
        hasOwnCitations ||
        heldCodeChars > uncited.reduce((sum, { text }) => sum + text.length, 0) ||
        (share(({ verdict }) => verdict === "supported") >= MIN_SUPPORTED_SHARE &&
          (codePosition !== undefined || share(({ positions }) => positions.length > 0) >= MIN_SOURCED_SHARE))
      );
    },
  };
}

/** Code beyond this is not compared. */
const MAX_CODE_CHARS = 16_000;

/** Punctuation and citations at the end of a sentence are shorter than this, also where all passages are cited. */
const MAX_END_CHARS = 240;

/** Of an answer without a citation of its own. */
const MIN_SUPPORTED_SHARE = 0.6;
/** The same of the sentences that are given a source: free wording often gets none. */
const MIN_SOURCED_SHARE = 0.3;
/** A shorter sentence may stand in many passages. */
const MIN_TELLING_CHARS = 25;
/** Of those that were cited too many. */
const MIN_CLOSEST_SHARE = 0.2;

/** The end of a sentence with the citations that it has in the end. */
function withSettled(end: string, raw: string, checked: CheckedSentence | undefined): string {
  const numbersIn = (text: string): number[] =>
    [...text.matchAll(CITATION)].flatMap(([list]) => list.match(/\d+/g) ?? []).map(Number);
  const written = numbersIn(end);
  const positions = checked?.positions ?? keptPositions(written, []);
  if (positions.length === 0) return end;
  const isForgotten = raw.search(CITATION) === -1;
  const all = numbersIn(raw);
  const isOther = all.length > 0 && !all.some((position) => positions.includes(position));
  return isForgotten || isOther || written.length > MAX_CITATIONS_PER_SENTENCE
    ? withPositions(end, positions)
    : end;
}
