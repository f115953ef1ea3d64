/** Steps that have a heading each: quoted whole and in order, or not as steps. */
import type { AnswerSection } from "../select/answer-sections.ts";

/** "Step 2: Connect", "2. Connect". */
const STEP = /^(?:(?:step|schritt|paso|étape|passo|stap|etapa)\s+(\d{1,2})(?!\d)|(\d{1,2})[.):]\s+\S)/iu;

const MAX_STEPS = 9;

export function stepNumber(heading: string): number | undefined {
  const match = STEP.exec(heading);
  const number = match?.[1] ?? match?.[2];
  return number === undefined ? undefined : Number(number);
}

/** All steps of the page that a section is one of, from the first on; undefined where one is missing, or there is only one. */
export function wholeSteps(
  section: AnswerSection,
  sections: readonly AnswerSection[],
): AnswerSection[] | undefined {
  if (stepNumber(section.heading) === undefined) return undefined;
  const page = pageOf(section);
  const above = pathAbove(section);
  const steps = sections.filter(
    (other) =>
      stepNumber(other.heading) !== undefined && pageOf(other) === page && pathAbove(other) === above,
  );
  steps.sort((a, b) => (stepNumber(a.heading) ?? 0) - (stepNumber(b.heading) ?? 0));
  const isWhole = steps.every(({ heading }, index) => stepNumber(heading) === index + 1);
  return isWhole && steps.length > 1 && steps.length <= MAX_STEPS ? steps : undefined;
}

function pageOf({ passage }: AnswerSection): string {
  return passage.source.url.replace(/#.*$/s, "");
}

/** Sections that share a passage have the path of its first heading. */
function pathAbove({ passage: { chunk }, hasLabel }: AnswerSection): string {
  return (hasLabel ? chunk.headingPath : chunk.headingPath.slice(0, -1)).join("\n");
}
