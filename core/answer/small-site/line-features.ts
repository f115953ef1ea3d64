/** What is seen of each line of a section for a question: a sentence, an item, a row, or a short line by itself. */
import { isLabel } from "../../text/sentences.ts";
import { ANNOUNCING_END } from "../../language/sentence-marks.ts";
import { asksQuestion } from "../../language/sentence-marks.ts";
import type { QuestionUnit, ReadQuestion } from "./read-question.ts";
import { cosine, formShare, heldShare, shareHeld, topicShare } from "./section-features.ts";
import type { ReadSentence, ReadText, SiteSection } from "./site-sections.ts";
import type { TellingForm } from "./telling-forms.ts";

export const LINE_FEATURES = [
  // Directions of the encoder; 0 where the site has none.
  "vector",
  "vectorBlock",
  // Shares of the question that the line holds, and how rare that is in its section.
  "held",
  "words",
  "topic",
  "rare",
  // The same with the rest of its block, and with what stands above that: a label, an announcement.
  "heldBlock",
  "topicBlock",
  "rareBlock",
  "topicAbove",
  "topicBefore",
  // What the answer looks like.
  "form",
  "formMissing",
  "formInTopic",
  "formBlock",
  "decides",
  "isRow",
  "asks",
  "announces",
  "isLabel",
  "isFirst",
  "place",
  "length",
  "isBrief",
] as const;
export type LineFeature = (typeof LINE_FEATURES)[number];

const INDEX = Object.fromEntries(LINE_FEATURES.map((name, index) => [name, index])) as Record<
  LineFeature,
  number
>;

type Read = Pick<ReadText, "terms" | "kinds">;

interface LineContext {
  line: ReadSentence;
  block: Read;
  blockForms: ReadonlySet<TellingForm>;
  blockVector: Float32Array | undefined;
  above: Read;
  /** The lines of its block before it. */
  before: Read;
  isLabel: boolean;
  isFirst: boolean;
  place: number;
}

const contexts = new WeakMap<SiteSection, readonly LineContext[]>();

function contextsOf(section: SiteSection): readonly LineContext[] {
  const known = contexts.get(section);
  if (known !== undefined) return known;
  const { sentences, chunk, from, to } = section;
  const byBlock = Map.groupBy(sentences, ({ blockIndex }) => blockIndex);
  const blocks = new Map([...byBlock].map(([at, lines]) => [at, unionOf(lines)]));
  const isAbove = (at: number): boolean => {
    const block = chunk.blocks[at];
    return block?.kind === "paragraph" && (isLabel(block) || ANNOUNCING_END.test(block.text));
  };
  const told = [...byBlock].flatMap(([at, lines]): LineContext[] => {
    const block = blocks.get(at) ?? NOTHING;
    const above = at > from && isAbove(at - 1) ? (blocks.get(at - 1) ?? NOTHING) : NOTHING;
    const blockForms = new Set(lines.flatMap(({ forms }) => [...forms]));
    const blockVector = directionOf(lines.map(({ vector }) => vector));
    const isOwnLabel = isLabel(chunk.blocks[at]) && lines.length === 1;
    return lines.map((line, index) => ({
      line,
      block,
      blockForms,
      blockVector,
      above,
      before: index === 0 ? above : unionOf(lines.slice(0, index)),
      isLabel: isOwnLabel,
      isFirst: at === from && index === 0,
      place: (at - from) / Math.max(1, to - from - 1),
    }));
  });
  contexts.set(section, told);
  return told;
}

const NOTHING: Read = { terms: new Set(), kinds: new Set() };

function unionOf(lines: readonly Read[]): Read {
  return {
    terms: new Set(lines.flatMap(({ terms }) => [...terms])),
    kinds: new Set(lines.flatMap(({ kinds }) => [...kinds])),
  };
}

function directionOf(vectors: readonly (Float32Array | undefined)[]): Float32Array | undefined {
  const [first] = vectors;
  if (first === undefined) return undefined;
  const sum = new Float32Array(first.length);
  for (const vector of vectors) {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (vector?.[at] ?? 0);
  }
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}

const LONG_WORDS = 30;
const BRIEF_WORDS = 4;

export interface LineSeen {
  line: ReadSentence;
  features: Float64Array;
}

/** The lines of a section in their order. */
export function describeLines(section: SiteSection, question: ReadQuestion): LineSeen[] {
  const told = contextsOf(section);
  const isWhether = question.asks.has("whether") && !question.asks.has("measure");
  const rarityOf = raritiesIn(
    told.map(({ line }) => line),
    question,
  );
  const blocks = [...new Set(told.map(({ block }) => block))];
  const blockRarityOf = raritiesIn(blocks, question);
  return told.map(
    ({ line, block, blockForms, blockVector, above, before, isLabel: isName, isFirst, place }) => {
      const features = new Float64Array(LINE_FEATURES.length);
      const set = (name: LineFeature, value: number | boolean): void => {
        features[INDEX[name]] = Number(value);
      };
      const words = line.text.split(/\s+/).length;
      const topicBefore = topicShare(question, unionOf([line, before]));
      set("vector", cosine(question.vector, line.vector));
      set("vectorBlock", cosine(question.vector, blockVector));
      set("held", shareHeld(question, line, true));
      set("words", shareHeld(question, line, false));
      set("topic", topicShare(question, line));
      set("rare", rarityOf(line));
      set("heldBlock", shareHeld(question, unionOf([block, above]), true));
      set("topicBlock", topicShare(question, unionOf([block, above])));
      set("rareBlock", blockRarityOf(block));
      set("topicAbove", topicShare(question, above));
      set("topicBefore", topicBefore);
      if (question.wanted.length > 0) {
        const share = formShare(question, line.forms);
        set("form", share);
        set("formMissing", share === 0);
        set("formInTopic", share * topicBefore);
        set("formBlock", formShare(question, blockForms));
      }
      set("decides", isWhether && DECIDES.test(line.text));
      set("isRow", line.isRow);
      set("asks", asksQuestion(line.text));
      set("announces", ANNOUNCING_END.test(line.text));
      set("isLabel", isName);
      set("isFirst", isFirst);
      set("place", place);
      set("length", Math.min(words, LONG_WORDS) / LONG_WORDS);
      set("isBrief", words < BRIEF_WORDS);
      return { line, features };
    },
  );
}

/** Says that something is so, may be so, or is not. */
const DECIDES =
  /(?<!\p{L})(?:yes|no|not|never|only|nothing|none|cannot|can|may|must|\p{L}+n['’]t|welcome|sorry|allowed|free|ja|nein|nicht|kein\p{L}*|nur|dürfen|können|leider|gern\p{L}*|sí|no|nunca|sólo|solo|puede\p{L}*|oui|non|pas|aucune?|seulement|peut|peuvent|pouvez|sì|non|solo|possono|può|potete|sim|não|nem|apenas|só|pode\p{L}*|nee|niet|geen|alleen|mag|mogen|kan|kunnen)(?!\p{L})/iu;

/** How much of the question a text holds, where a unit counts more that fewer of all hold. */
function raritiesIn(all: readonly Read[], { units }: ReadQuestion): (text: Read) => number {
  const weights = units.map((unit): number => {
    const count = all.filter((text) => heldShare(unit, text, true) > 0).length;
    return count === 0 ? 0 : unit.weight * Math.log(1 + all.length / count);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (text) => {
    if (total === 0) return 0;
    const held = (unit: QuestionUnit, at: number): number => (weights[at] ?? 0) * heldShare(unit, text, true);
    return units.reduce((sum, unit, at) => sum + held(unit, at), 0) / total;
  };
}
