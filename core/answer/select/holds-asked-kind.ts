/** Whether a section holds the kind of thing that is asked for: a number, a person, a day, a price. */
import type { AnswerSection } from "./answer-sections.ts";
import type { AskedQuestion } from "../understand/asked-question.ts";
import { hasTypedEvidence } from "../understand/question-type.ts";
import { AUTHORSHIP, DATE, PRICE } from "./sentence-patterns.ts";

/** Who made something, when it comes out and what it costs is said in so many words or not at all. */
export function isSaidOutright({ asksAuthor, asksDate, asksPrice }: AskedQuestion): boolean {
  return asksAuthor || asksDate || asksPrice;
}

const EVIDENCE_CHARS = 300;

/** Whether a section holds the kind of thing that is asked for, as far as wording shows it. */
export function holdsEvidence({ sentences }: AnswerSection): boolean {
  const asked = sentences[0]?.asked;
  if (asked === undefined) return false;
  const { type, asksPrice, asksAuthor, asksDate } = asked;
  return sentences.some(({ text }) => {
    const seen = text.slice(0, EVIDENCE_CHARS);
    if (asksPrice) return PRICE.test(seen);
    if (asksDate) return DATE.test(seen);
    return asksAuthor ? AUTHORSHIP.test(seen) : hasTypedEvidence(type, seen) === true;
  });
}
