/** Lets a model judge the answers of a sheet: once each, within a ceiling, and never the same one twice. */
import { randomUUID } from "node:crypto";
import { startTimer } from "../../../core/within-deadline.ts";
import { CliError } from "../../cli-error.ts";
import type { CommandContext } from "../../command.ts";
import { askMany, type AskedMany, type PromptToAsk } from "../../completion/ask-many.ts";
import { CompletionError, type TokenCount } from "../../completion/completion-client.ts";
import { describeFailures } from "../../completion/describe-failures.ts";
import { addTokens, costOf, estimateCall, formatUsd } from "../../completion/price.ts";
import { openReplyCache, replyKey } from "../../completion/reply-cache.ts";
import { formatCount } from "../../terminal/format.ts";
import { createProgress } from "../../terminal/progress.ts";
import type { EvaluationQuestion } from "../question.ts";
import { describeJudgeFailure, type JudgeModel } from "./judge-model.ts";
import { buildJudgePrompt, describeWanted, JUDGE_PROMPT_VERSION } from "./judge-prompt.ts";
import { checkJudgement, readJudgement } from "./read-judgement.ts";
import { blindIdOf, type SheetItem } from "./sheet.ts";

/** A verdict, a cause and a sentence. */
const REPLY_TOKENS = 80;

/** What judging cost, for the report. */
export interface JudgingCost {
  /** Answers that were asked about in this run; the others were kept from an earlier one. */
  asked: number;
  kept: number;
  tokens: TokenCount;
  /** US dollars; null where the price is not known. */
  usd: number | null;
}

export interface JudgedByModel {
  /** Those without a verdict could not be judged. */
  items: SheetItem[];
  cost: JudgingCost;
  /** Why there are any; undefined for none. */
  missing: string | undefined;
}

/**
 * The items with the model's verdicts. Those that came are kept beside the file of verdicts as they come.
 *
 * @throws CliError where nothing was sent, since it costs more than the ceiling, and where no verdict came at all; the
 *   signal's reason once it is aborted.
 */
export async function judgeAnswers(
  { terminal, dependencies }: CommandContext,
  model: JudgeModel,
  {
    questions,
    items,
    path,
  }: {
    questions: readonly EvaluationQuestion[];
    items: readonly SheetItem[];
    /** Of the file beside which replies are kept. */
    path: string;
  },
  signal: AbortSignal,
): Promise<JudgedByModel> {
  const cache = await openReplyCache(`${path}.replies`, checkJudgement);
  const questionOf = new Map(questions.map((question) => [blindIdOf(question), question]));
  const keyOf = (item: SheetItem): string => {
    const question = questionOf.get(item.id);
    const wanted = question === undefined ? "" : describeWanted(question);
    return replyKey(JUDGE_PROMPT_VERSION, model.name, JSON.stringify([item.answerHash, wanted]));
  };
  const missing = items.flatMap((item): PromptToAsk[] => {
    const question = questionOf.get(item.id);
    const key = keyOf(item);
    if (question === undefined || cache.get(key) !== undefined) return [];
    return [{ key, prompt: buildJudgePrompt(question, item, randomUUID().replaceAll("-", "")) }];
  });
  const expected = missing
    .map(({ prompt }) => estimateCall(prompt, REPLY_TOKENS))
    .reduce(addTokens, { inputTokens: 0, outputTokens: 0 });
  const kept = items.length - missing.length;
  checkCeiling(model, missing.length, expected);
  terminal.note(describePlan(model, { asked: missing.length, kept, tokens: expected }));

  const progress = createProgress(terminal, ["judge"], dependencies.now);
  let asked: AskedMany = { replied: 0, failed: {}, tokens: { inputTokens: 0, outputTokens: 0 } };
  try {
    const judging = progress.begin("judge", "answers");
    if (missing.length > 0) {
      asked = await askMany(missing, {
        complete: model.complete,
        readReply: readJudgement,
        replyTokens: REPLY_TOKENS,
        price: model.price,
        maxUsd: model.maxUsd,
        concurrency: model.concurrency,
        delay: dependencies.delay,
        startTimer,
        signal,
        onReply: (key, reply) => cache.add(key, reply),
        onProgress: (done, total, spent) =>
          judging.update(done, total, model.price === undefined ? "" : formatUsd(costOf(spent, model.price))),
      });
    }
  } catch (error) {
    if (!(error instanceof CompletionError)) throw error;
    throw new CliError("judge-failed", describeJudgeFailure(error.failure, model.host));
  } finally {
    progress.end();
  }
  const judged = items.map((item): SheetItem => {
    const judgement = cache.get(keyOf(item));
    return { ...item, verdict: null, cause: null, note: "", ...judgement };
  });
  return {
    items: judged,
    cost: {
      asked: asked.replied,
      kept,
      tokens: asked.tokens,
      usd: model.price === undefined ? null : costOf(asked.tokens, model.price),
    },
    missing: describeMissing(asked, missing.length),
  };
}

function checkCeiling({ name, price, maxUsd }: JudgeModel, asked: number, tokens: TokenCount): void {
  if (price === undefined || maxUsd === undefined) return;
  const usd = costOf(tokens, price);
  if (usd <= maxUsd) return;
  throw new CliError(
    "judge-failed",
    `Judging ${formatCount(asked, "answer")} with ${name} costs about ${formatUsd(usd)}, and the ceiling is ${formatUsd(maxUsd)}. Nothing was sent. Allow it with --judge-max-usd ${Math.ceil(usd * 110) / 100}, or choose a cheaper model with --judge-model.`,
  );
}

/** One line: "Judging 10 answers with gpt-4.1-mini: about 9000 tokens in and 800 out, $0.01 (ceiling $1.00)". */
function describePlan(
  { name, price, maxUsd }: JudgeModel,
  { asked, kept, tokens }: Pick<JudgingCost, "asked" | "kept" | "tokens">,
): string {
  const keptNote = kept === 0 ? "" : `, ${kept} kept`;
  if (asked === 0) return `Judging with ${name}: nothing to ask${keptNote}, $0.00`;
  const ceiling = maxUsd === undefined ? "" : ` (ceiling ${formatUsd(maxUsd)})`;
  const cost =
    price === undefined
      ? "the price is not known (--judge-price IN,OUT tells it)"
      : `${formatUsd(costOf(tokens, price))}${ceiling}`;
  return `Judging ${formatCount(asked, "answer")} with ${name}${keptNote}: about ${tokens.inputTokens} tokens in and ${tokens.outputTokens} out, ${cost}`;
}

function describeMissing({ replied, failed, stopped }: AskedMany, asked: number): string | undefined {
  if (replied === asked) return undefined;
  const reasons = [
    describeFailures(failed),
    ...(stopped === "ceiling" ? ["the ceiling was reached: raise --judge-max-usd"] : []),
    ...(stopped === "server" ? ["the server no longer answers"] : []),
  ].filter((reason) => reason !== "");
  return `${asked - replied} of ${formatCount(asked, "answer")} could not be judged (${reasons.join("; ")})`;
}
