/**
 * Lets a model verify what was written, after it was shown: statements that no page confirms get the mark that those
 * have which were found while it was written. Nothing is taken back, and no word of the model's is shown.
 */
import type { Corpus } from "../../corpus/corpus.ts";
import { insertMarks, type TextMark } from "../../insert-marks.ts";
import type { ChatEvent } from "../../protocol.ts";
import { DEFAULT_UNSUPPORTED_BEHAVIOUR, type UnsupportedBehaviour } from "../check/groundedness.ts";
import { unsupportedMark } from "../check/unsupported-mark.ts";
import { chunkTokens } from "../find/chunk-tokens.ts";
import type { Passage } from "../generation-provider.ts";
import type { WrittenAnswer } from "../write/write-answer.ts";
import { shownStatements, type ShownStatement } from "./shown-statements.ts";
import type { TimedVerifier } from "./timed-verifier.ts";

export interface VerifiedAnswer extends WrittenAnswer {
  /** It was to be verified and was not: the verifier failed, or was not waited for. */
  isUnverified: boolean;
}

/** {@link import("../answer-dependencies.ts").AnswerDependencies} */
interface VerifyDependencies {
  corpus: Pick<Corpus, "retriever">;
  verifier?: TimedVerifier | undefined;
  unsupportedSentences?: UnsupportedBehaviour | undefined;
}

/** Statements of one answer that are verified: more than a long answer has. */
const MAX_STATEMENTS = 40;

/** Tokens of passages in one verification. One that is not shown whole can't be said not to hold something. */
const MAX_PASSAGES_TOKENS = 12_000;

/** @throws the signal's reason once the signal is aborted. */
export async function* verifyAnswer(
  written: WrittenAnswer,
  locale: string,
  { corpus, verifier, unsupportedSentences = DEFAULT_UNSUPPORTED_BEHAVIOUR }: VerifyDependencies,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, VerifiedAnswer, undefined> {
  if (verifier === undefined || written.mode !== "generative") return { ...written, isUnverified: false };
  const mark = unsupportedMark(locale);
  const all = shownStatements(written.text, { termsOf: corpus.retriever.terms, mark });
  const { statements, passages } = fitting(all, written.passages);
  if (statements.length === 0) return { ...written, isUnverified: false };
  yield { type: "stage", stage: "verifying", count: statements.length };
  const verdicts = await verifier.verify({ statements, passages }, { signal });
  if (verdicts === undefined) return { ...written, isUnverified: true };
  const unsupported = statements.filter((_, index) => verdicts[index] === false);
  if (unsupported.length === 0) return { ...written, isUnverified: false };
  const { groundedness } = written;
  const loss = unsupported.length / all.length;
  const verified = {
    ...written,
    ...(groundedness !== undefined && {
      groundedness: Math.round(Math.max(0, groundedness - loss) * 1000) / 1000,
    }),
    isUnverified: false,
  };
  if (unsupportedSentences === "keep") return verified;
  const marks = unsupported.map(({ end }): TextMark => ({ at: end, text: ` ${mark}` }));
  const text = insertMarks(written.text, marks);
  yield { type: "marks-available", marks, text };
  return { ...verified, text };
}

/** The first statements whose passages all fit, and those passages. */
function fitting(
  all: readonly ShownStatement[],
  passages: readonly Passage[],
): { statements: ShownStatement[]; passages: Passage[] } {
  const byPosition = new Map(passages.map((passage) => [passage.source.position, passage]));
  const taken = new Map<number, Passage>();
  let remaining = MAX_PASSAGES_TOKENS;
  const statements = all.slice(0, MAX_STATEMENTS).filter(({ positions }) => {
    const missing = positions.filter((position) => !taken.has(position));
    const added = missing.flatMap((position) => byPosition.get(position) ?? []);
    const tokens = added.reduce((sum, { chunk }) => sum + chunkTokens(chunk), 0);
    if (added.length < missing.length || tokens > remaining) return false;
    remaining -= tokens;
    for (const passage of added) taken.set(passage.source.position, passage);
    return true;
  });
  return { statements, passages: [...taken.values()] };
}
