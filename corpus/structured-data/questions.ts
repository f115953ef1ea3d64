/** @see https://schema.org/FAQPage @see https://schema.org/QAPage */
import type { OutlineItem } from "../parse/outline.ts";
import { isA, plainText, textOf, thingsOf, valuesOf, type Thing } from "./thing.ts";
import { richText, section, type SectionContext } from "./section.ts";

/** Each question with its answer, unless the page shows both. */
export function questionSections(page: Thing, context: SectionContext): OutlineItem[] {
  const questions = isA(page, "Question")
    ? [page]
    : thingsOf(page, "mainEntity", "hasPart").filter((part) => isA(part, "Question"));
  return questions.flatMap((question) => {
    const heading = textOf(question, "name", "text");
    const [answer] = [...thingsOf(question, "acceptedAnswer"), ...thingsOf(question, "suggestedAnswer")];
    const [text] =
      answer === undefined
        ? valuesOf(question, "acceptedAnswer")
        : valuesOf(answer, "text", "description", "name");
    if (heading === undefined || typeof text !== "string") return [];
    if (context.shown.has(heading) && context.shown.has(plainText(text))) return [];
    return section(heading, richText(text));
  });
}
