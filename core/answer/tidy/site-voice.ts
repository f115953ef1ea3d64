/**
 * Lets an answer speak in the site's voice: models tell of "the provided context" and of "passage 3", which no visitor
 * has seen, and of being a language model. A sentence loses what stands before its fact ("According to passage 3, ..."),
 * elsewhere the words become "our pages", and a sentence that says nothing else is left out. Numbers of passages that go
 * are cited at the end of the sentence, where that cites nothing by itself.
 *
 * Code and quotations are left as they are, and so is what the pages or the question speak of themselves. Held back are
 * only words that may become such a phrase, and of a sentence that may be left out the rest of it.
 */
import type { TextStep } from "./tidy-reply.ts";
import { OF_SEVERAL, SECOND_HALF, VERB_SECOND } from "./machinery-words.ts";
import { createCodeReader } from "./read-code.ts";
import { findPhrases, type FoundPhrase } from "./match-phrase.ts";

export interface SiteVoiceOptions {
  /** Positions that may be cited. */
  positions: ReadonlySet<number>;
  /** BCP 47 base language of the answer. */
  language: string;
  /** Whether the pages or the question hold some words, in lower case. */
  isSpokenOf: (words: string) => boolean;
}

export interface SiteVoice extends TextStep {
  /** A whole sentence was left out. */
  readonly hasLeftOut: boolean;
}

const WORD_HERE = /(?:l|qu|un)['’]|[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/iuy;
/** Nothing that is looked at begins or ends in it. */
const OTHER_HERE = /[^\p{L}\p{N}`\n"“”„«».!?…[]+/uy;
const SENTENCE_START =
  /(?:^|\n)[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?[*_]{0,3}$|[.!?…:]["'”’»)*_]{0,4}(?:[ \t]*\[[\d,; ]{1,40}\]){0,6}[ \t]+[*_]{0,3}$|\|[ \t]*$/u;
const START_CHARS = 80;
const WITHIN_WORD = /[\p{L}\p{N}'’_-]$/u;
/** A sentence longer than this says something. */
const MAX_LEFT_OUT_CHARS = 400;
const SENTENCE_END = /[.!?…:]["'”’»)*_]{0,4}(?=\s|$)|\n/u;
const END_MARK = /[.!?…]+["'”’»)*_]{0,4}/uy;
const CITATION = /\[\d{1,3}(?:, ?\d{1,3}){0,9}\]/;
/** Who or what was given something is a matter of the site's: "the documents provided by the embassy". */
const GOES_ON =
  /^[ \t](?:by|with|to|for|of|at|during|on|about|von|für|mit|bei|über|zu|par|pour|à|au|aux|avec|de|por|para|con|al|da|dal|dalla|per|a|pelo|pela|com|door|voor|bij|met|over)(?![\p{L}\p{N}])/iu;
const MAY_GO_ON = /^[ \t]?\p{L}{0,6}$/u;
/** What a model says of itself is that it cannot or has not. */
const DENIES =
  /(?<![\p{L}])(?:can(?:no|['’])t|don['’]t|not|unable|no|nicht|keinen?|keine[mr]?|ne|n['’]\p{L}+|pas|aucune?|non|não|niet|geen)(?!\p{L})/iu;
const CONTEXT = /^(?:context|kontext|contexte|contexto|contesto)$/;

type Step = { consumed: number; output: string; isStart?: boolean } | "incomplete";

export function createSiteVoice({ positions, language, isSpokenOf }: SiteVoiceOptions): SiteVoice {
  let held = "";
  const readCode = createCodeReader();
  /** The last characters that came in. */
  let before = "";
  let lineStart = true;
  /** In a quotation, or in a line that quotes. */
  let isInQuotes = false;
  let isInQuotedLine = false;
  let capitalisesNext = false;
  let hasLeftOut = false;
  /** White space behind a sentence that was left out. */
  let skipsSpace: RegExp | undefined;
  /** Positions that went with their words. */
  let carried: number[] = [];

  /** Whether the words are of the machinery, and not of what the site itself is about. */
  const isMachinery = (
    { kind, thing, described, positions: numbers, end }: FoundPhrase,
    text: string,
  ): boolean => {
    if (kind === "self")
      return !isSpokenOf(
        text
          .slice(0, end)
          .replace(/^\S+ (?:an? )?/, "")
          .toLowerCase(),
      );
    if (thing === undefined) return numbers.every((position) => positions.has(position));
    if (described !== undefined && isSpokenOf(described)) return false;
    const isTold = described !== undefined && (kind === "lead" || numbers.length > 0 || CONTEXT.test(thing));
    return isTold || !isSpokenOf(thing);
  };

  const stepPhrase = (text: string, isEnd: boolean): Step | undefined => {
    const isStart = SENTENCE_START.test(before) || before === "";
    const found = findPhrases(text, 0, { isEnd, language });
    if (found === "incomplete") return found;
    const kinds = isStart ? KINDS_AT_START : KINDS_ELSEWHERE;
    for (const kind of kinds) {
      const phrase = found.find((one) => one.kind === kind && isMachinery(one, text));
      if (phrase === undefined) continue;
      const step = replace(phrase, text, isEnd);
      if (step !== undefined) return step;
    }
    return undefined;
  };

  const replace = (phrase: FoundPhrase, text: string, isEnd: boolean): Step | undefined => {
    const { kind, end } = phrase;
    const rest = text.slice(end, end + MAX_LEFT_OUT_CHARS);
    if (kind === "whole" || kind === "self") return leaveOut(phrase, text, isEnd);
    if (!isEnd && MAY_GO_ON.test(rest)) return "incomplete";
    if (kind !== "says" && GOES_ON.test(rest)) return undefined;
    const comma = /^[ \t]?,[ \t]+/.exec(rest)?.[0];
    if (!isEnd && /^[ \t]?,[ \t]*$/.test(rest)) return "incomplete";
    const isCommaFirst = comma !== undefined && !VERB_SECOND.has(phrase.language);
    if ((kind === "lead" && isCommaFirst) || kind === "says") {
      const space = kind === "says" ? (/^[ \t]+/.exec(rest)?.[0] ?? "") : (comma ?? "");
      if (space === "" || !/^["“„«*_`[\p{L}\p{N}]/u.test(rest.slice(space.length))) return undefined;
      carry(phrase);
      capitalisesNext = true;
      return { consumed: end + space.length, output: "", isStart: true };
    }
    carry(phrase);
    const isUpper = capitalisesNext || /^\p{Lu}/u.test(text);
    capitalisesNext = false;
    const isOfSeveral = phrase.positions.length > 1;
    const instead = (isOfSeveral ? OF_SEVERAL[phrase.instead] : undefined) ?? phrase.instead;
    const output = isUpper ? upperFirst(instead) : instead;
    // "Wie in Passage 3 erwähnt, kostet es": the verb follows at once.
    const consumed = kind === "lead" && comma !== undefined ? end + comma.length - 1 : end;
    return { consumed, output };
  };

  const carry = ({ positions: numbers }: FoundPhrase): void => {
    carried = [...new Set([...carried, ...numbers.filter((position) => positions.has(position))])];
  };

  /** What says nothing to the visitor, a sentence or its lead. */
  const leaveOut = (phrase: FoundPhrase, text: string, isEnd: boolean): Step | undefined => {
    const { kind, end } = phrase;
    const rest = text.slice(end, end + MAX_LEFT_OUT_CHARS);
    const border = SENTENCE_END.exec(rest);
    const isClosed = border !== null && border.index + border[0].length < rest.length;
    if (!isClosed && !isEnd && rest.length < MAX_LEFT_OUT_CHARS) return "incomplete";
    if (!isClosed && !isEnd) return undefined;
    const length = border === null ? rest.length : border.index + (border[0] === "\n" ? 0 : border[0].length);
    const sentence = rest.slice(0, length);
    const behind = rest.slice(length);
    const isCited = CITATION.test(sentence) || /^[ \t]*\[\d/.test(behind);
    const saysNothing =
      kind === "whole"
        ? !/[\p{L}\p{N}]/u.test(sentence)
        : DENIES.test(sentence) && !/\p{N}/u.test(sentence) && !SECOND_HALF.test(sentence);
    if (!isCited && saysNothing) {
      hasLeftOut = true;
      capitalisesNext = sentence.trim() === ":";
      skipsSpace = /(?:^|\n)[ \t]*$/.test(before) ? /^\s+/ : /^[ \t]+/;
      return { consumed: end + length, output: "", isStart: true };
    }
    const comma = /^[ \t]?,[ \t]+/.exec(rest)?.[0];
    if (kind !== "self" || comma === undefined || VERB_SECOND.has(phrase.language)) return undefined;
    capitalisesNext = true;
    return { consumed: end + comma.length, output: "", isStart: true };
  };

  /** The end of a sentence whose citations went with their words: they are put there, if it has none. */
  const stepEnd = (text: string, isEnd: boolean): Step | undefined => {
    const mark = text.startsWith("\n") ? "" : matchAt(END_MARK, text);
    const behind = text.slice(mark.length, mark.length + 20);
    if (mark === "" && !text.startsWith("\n")) return undefined;
    if (!isEnd && mark !== "" && /^[ \t]*$/.test(behind)) return "incomplete";
    if (mark !== "" && behind !== "" && !/^\s/.test(behind)) return undefined;
    const cites = /^[ \t]*\[\d/.test(behind);
    const output = cites ? mark : ` ${cite()}${mark}`;
    carried = [];
    return mark === "" ? { consumed: 1, output: `${output}\n` } : { consumed: mark.length, output };
  };

  const cite = (): string => carried.map((position) => `[${position}]`).join("");

  const step = (text: string, isEnd: boolean): Step => {
    const space = skipsSpace?.exec(text)?.[0];
    if (space !== undefined) return { consumed: space.length, output: "", isStart: true };
    skipsSpace = undefined;
    const code = readCode(text, { isEnd, isAtLineStart: lineStart });
    if (code === "incomplete") return code;
    if (code !== undefined) {
      capitalisesNext = false;
      return code;
    }
    const [first = ""] = text;
    if (carried.length > 0 && /[.!?…\n]/.test(first)) {
      const ended = stepEnd(text, isEnd);
      if (ended !== undefined) return ended;
    }
    if (first === "\n") {
      isInQuotes = isInQuotedLine = false;
      return { consumed: 1, output: "\n" };
    }
    if (/["“”„«»]/.test(first)) {
      isInQuotes = first === '"' ? !isInQuotes : "“„«".includes(first) && !(isInQuotes && first === "“");
      return { consumed: 1, output: first };
    }
    if (first === "[" && carried.length > 0 && /^\[\d/.test(text)) carried = [];
    if (first === "[" || /[\p{L}\p{N}]/u.test(first)) {
      if (!isInQuotes && !isInQuotedLine && !WITHIN_WORD.test(before)) {
        const replaced = stepPhrase(text, isEnd);
        if (replaced !== undefined) return replaced;
      }
      const word = first === "[" ? first : matchAt(WORD_HERE, text) || first;
      const output = capitalisesNext ? upperFirst(word) : word;
      capitalisesNext = false;
      return { consumed: word.length, output };
    }
    if (lineStart && /^[ \t]{0,3}>/.test(text)) isInQuotedLine = true;
    const other = matchAt(OTHER_HERE, text) || first;
    return { consumed: other.length, output: other };
  };

  const drain = (isEnd: boolean): string => {
    let output = "";
    let at = 0;
    while (at < held.length) {
      const result = step(at === 0 ? held : held.slice(at), isEnd);
      if (result === "incomplete") break;
      output += result.output;
      if (result.isStart !== true) {
        const taken = held.slice(at, at + result.consumed);
        before = (before + taken).slice(-START_CHARS);
        lineStart = taken.endsWith("\n");
      }
      at += result.consumed;
    }
    held = held.slice(at);
    if (isEnd && carried.length > 0) {
      output += ` ${cite()}`;
      carried = [];
    }
    return output;
  };

  return {
    push(text) {
      held += text;
      return drain(false);
    },
    end: () => drain(true),
    get hasLeftOut() {
      return hasLeftOut;
    },
  };
}

const KINDS_AT_START = ["self", "whole", "lead", "says", "phrase"] as const;
const KINDS_ELSEWHERE = ["phrase"] as const;

function matchAt(pattern: RegExp, text: string): string {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0] ?? "";
}

function upperFirst(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
