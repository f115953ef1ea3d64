/** "Why?", "an example?", "tell me more": follow-ups that say nothing of their own. */
import type { BareKind, DialogueWords } from "./dialogue-words.ts";
import { antecedentOf, purposeOf, withoutEnd, type Topic } from "./topic.ts";

const KINDS: readonly BareKind[] = ["why", "example", "next", "more", "how"];

/** Yes-or-no questions, which "why" turns around: "Is it required?" → "Why is it required?". */
const CLOSED_QUESTION = /^(can|could|do|does|did|is|are|was|were|should|will|would|must|has|have) (.+)$/i;

const NEGATED: Record<string, string> = {
  can: "can't",
  could: "couldn't",
  do: "don't",
  does: "doesn't",
  did: "didn't",
  is: "isn't",
  are: "aren't",
  was: "wasn't",
  were: "weren't",
  should: "shouldn't",
  will: "won't",
  would: "wouldn't",
  must: "mustn't",
  has: "hasn't",
  have: "haven't",
};

/**
 * The earlier question asked again in the way that the follow-up wants.
 *
 * @param plain the follow-up in lower case, without its connectors and its question mark.
 * @param whole the same with its connectors: "and then" says something that "then" may not.
 * @returns undefined where the follow-up is something else.
 */
export function bareFollowUp(
  plain: string,
  whole: string,
  words: DialogueWords,
  language: string,
  topic: () => Topic,
): string | undefined {
  const kind = KINDS.find(
    (each) => words.bare[each].test(plain) || words.bare[each].test(whole.replace(/^[¿¡]+/u, "")),
  );
  if (kind === undefined) return undefined;
  const earlier = topic();
  if (earlier.question === "") return undefined;
  const inEnglish = language === "en" ? askInEnglish(kind, plain, earlier, words) : undefined;
  return inEnglish ?? `${words.labels[kind]}: ${earlier.question}`;
}

function askInEnglish(kind: BareKind, plain: string, topic: Topic, words: DialogueWords): string | undefined {
  const question = withoutEnd(topic.question);
  const purpose = /^how|^(?:can|could) i|^is (?:it|there)|^what(?:'s| is) the/i.test(question)
    ? purposeOf(topic.question)
    : undefined;
  const name = antecedentOf(topic, words, false)?.name;
  const isDefinition = /^what (?:is|are|does|do) /i.test(question);
  switch (kind) {
    case "why": {
      const closed = CLOSED_QUESTION.exec(question);
      if (closed !== null) {
        const auxiliary = (closed[1] ?? "").toLowerCase();
        const verb = /\bnot\b/.test(plain) ? (NEGATED[auxiliary] ?? auxiliary) : auxiliary;
        return `Why ${verb} ${closed[2] ?? ""}?`;
      }
      if (purpose !== undefined) return `Why ${/\bnot\b/.test(plain) ? "shouldn't" : "should"} I ${purpose}?`;
      return undefined;
    }
    case "example":
      if (isDefinition && name !== undefined) return `What is an example of ${name}?`;
      return purpose === undefined ? undefined : `What is an example of how to ${purpose}?`;
    case "more":
      if (purpose !== undefined) return `Tell me more about how to ${purpose}`;
      return isDefinition && name !== undefined ? `Tell me more about ${name}` : undefined;
    case "next":
      return purpose === undefined ? undefined : `What are the next steps after I ${purpose}?`;
    case "how":
      return purpose === undefined ? undefined : `How exactly do I ${purpose}?`;
  }
}
