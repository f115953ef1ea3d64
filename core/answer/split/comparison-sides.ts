/** The two sides of a comparison as what each is looked up by: a page that speaks of one often says nothing of the other. */
import { sentencesOf } from "../../dialogue/sentences-of-turn.ts";
import { comparedTexts } from "../understand/asked-question.ts";
import { questionType } from "../understand/question-type.ts";
import type { QuestionPart } from "./question-parts.ts";

/** "…, which one is faster?": asks of both what was named before. */
const ASKED_OF_BOTH =
  /[,:;–-]\s+(?:and\s+)?(?:which|what|when|how|who|where|why|should|do|does|is|are|welche[rs]?|was|wann|wie|qué|cuál|cuándo|cómo|quel(?:le)?|que|quand|comment|quale|quando|come|cosa|qual|quais|wat|welke|wanneer|hoe)(?!\p{L}).*$/iu;

/** "Coming by train, is A or …": what is told before the question is of neither side. */
const TOLD_BEFORE = /^[^,]{1,80},\s+(?=(?:is|are|should|shall|can|must|do|does)\s)/iu;

/** "… or B the better station": asks of both which one is. */
const SAID_OF_BOTH = /\s+the\s+(?:better|best|right|more|most|\p{L}{2,12}(?:er|est))(?:\s.*)?$/iu;

/** "…, and how do I get each?" */
const END = /[\s?!.,:;]+$/u;

/** What only leads to the sides. */
const LEAD =
  /^.*?(?:differences?|unterschiede?|diferencias?|différences?|differenz[ae]|diferenças?|verschil(?:len)?)\s+(?:between|zwischen|entre|tra|fra|tussen|of|von|de|di)\s+|^(?:should|shall|can|must) (?:i|we) (?:\p{L}+ly )?|^(?:soll(?:te)?|kann) (?:ich|wir) |^(?:is|are|ist|sind|es|son|est|sont|è|sono|é|são|zijn)\s+|^(?:compare|how (?:do|does|is|are)|what about)\s+/iu;

/** A side is a name; more words tell a story. */
const SIDE_MAX_WORDS = 16;

/** @returns two, in the order of the question; none where it names no two sides. */
export function comparisonSides(question: string): QuestionPart[] {
  const sentence = sentencesOf(question.replace(/\s+/g, " ").trim()).findLast(
    (each) => questionType(each) === "comparison" || comparedTexts(each) !== undefined,
  );
  const texts = sentence === undefined ? undefined : comparedTexts(sentence);
  if (texts === undefined || questionType(question) !== "comparison") return [];
  const [left, right] = texts;
  const first = left.replace(END, "").replace(TOLD_BEFORE, "").replace(LEAD, "").trim();
  const second = right.replace(ASKED_OF_BOTH, "").replace(END, "").replace(SAID_OF_BOTH, "").trim();
  const [ofFirst, ofSecond] = [first.split(" "), second.split(" ")];
  if (first === "" || second === "" || ofFirst.length > SIDE_MAX_WORDS || ofSecond.length > SIDE_MAX_WORDS)
    return [];
  // "Accessibility in A versus B": what stands before A is said of B too.
  const shared = ofFirst.slice(0, -ofSecond.length).join(" ");
  return [
    { question: first, query: first },
    { question: second, query: shared === "" ? second : `${shared} ${second}` },
  ];
}
