/** The work of `build --enrich`: asks, checks, keeps what somebody decided, and gives the chunks what they get. */
import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import type { Chunk } from "../../core/corpus/format.ts";
import { createAnalyzer } from "../../core/search/analyzer.ts";
import { countBlocksWords } from "../chunk/words.ts";
import { askMany, type AskedMany, type AskManyOptions, type PromptToAsk } from "../completion/ask-many.ts";
import {
  createSectionCheck,
  type CheckedSection,
  type DropReason,
  type SectionCheck,
} from "./check-section.ts";
import type { TokenCount } from "../completion/completion-client.ts";
import { buildEnrichmentPrompt, ENRICHMENT_PROMPT_VERSION, sectionText } from "./enrichment-prompt.ts";
import type { EnrichmentModel } from "./enrichment-model.ts";
import { addTokens, costOf, estimateCall } from "../completion/price.ts";
import { openReplyCache, replyKey, type ReplyCache } from "../completion/reply-cache.ts";
import { checkReply, readReply, type SectionReply } from "./read-reply.ts";
import { readReview, reviewPath, writeReview, writeWhole, type ReviewStatus } from "./review-file.ts";
import { reviewPage, type ReviewedSection } from "./review-page.ts";
import { openEarlierEntries, preparedOf, type EarlierEntries } from "./settle-sections.ts";

export interface EnrichmentInput extends Pick<
  AskManyOptions<SectionReply>,
  "concurrency" | "delay" | "startTimer" | "signal"
> {
  model: EnrichmentModel;
  /** US dollars; undefined where no price is known and no ceiling was given. */
  maxUsd: number | undefined;
  approvedOnly: boolean;
}

/** What an enrichment would cost, before anything is sent. */
export interface EnrichmentPlan {
  model: string;
  /** That have text enough to be asked about. */
  sections: number;
  /** Of them those that are not asked: replies that are kept, and what somebody decided. */
  kept: number;
  toAsk: number;
  tokens: TokenCount;
  /** Absent where the price is not known. */
  usd?: number;
  maxUsd?: number;
}

export interface EnrichmentReport extends Omit<EnrichmentPlan, "tokens" | "usd"> {
  replied: number;
  failed: AskedMany["failed"];
  stopped?: AskedMany["stopped"];
  tokens: TokenCount;
  usd?: number;
  /** In the corpus. */
  questions: number;
  answers: number;
  dropped: Partial<Record<DropReason, number>>;
  statuses: Record<ReviewStatus, number>;
  /** Decided once, and changed since: they wait for somebody to look again. */
  sectionsChanged: number;
  /** The file to change and the page to read. */
  review: { file: string; page: string };
}

export interface EnrichedChunks {
  chunks: Chunk[];
  report: EnrichmentReport;
}

/** A reply has three questions and up to three sentences. Vocabularies differ: rather too many than too few. */
const REPLY_TOKENS = 250;

/** Shorter ones say nothing that could be asked. */
const MIN_SECTION_WORDS = 8;

interface Prepared {
  plan: EnrichmentPlan;
  cache: ReplyCache<SectionReply>;
  earlier: EarlierEntries;
  missing: PromptToAsk[];
}

/** What would be asked, and what it would cost. */
export async function planEnrichment(
  chunks: readonly Chunk[],
  out: string,
  input: Pick<EnrichmentInput, "model" | "maxUsd">,
): Promise<EnrichmentPlan> {
  return (await prepare(chunks, out, input)).plan;
}

async function prepare(
  chunks: readonly Chunk[],
  out: string,
  { model, maxUsd }: Pick<EnrichmentInput, "model" | "maxUsd">,
): Promise<Prepared> {
  const cache = await openReplyCache(`${out}.enrichment-replies`, checkReply);
  const earlier = openEarlierEntries(await readReview(reviewPath(out)), chunks);
  const telling = chunks.filter(isTelling);
  /** The same text on two pages is paid for once. */
  const missing = new Map<string, PromptToAsk>();
  let kept = 0;
  for (const chunk of telling) {
    const key = replyKey(ENRICHMENT_PROMPT_VERSION, model.name, sectionText(chunk));
    if (cache.get(key) !== undefined || earlier.decidedFor(chunk) !== undefined) kept++;
    else missing.set(key, { key, prompt: buildEnrichmentPrompt(chunk, randomUUID().replaceAll("-", "")) });
  }
  const tokens = [...missing.values()]
    .map(({ prompt }) => estimateCall(prompt, REPLY_TOKENS))
    .reduce(addTokens, { inputTokens: 0, outputTokens: 0 });
  const plan: EnrichmentPlan = {
    model: model.name,
    sections: telling.length,
    kept,
    toAsk: missing.size,
    tokens,
    ...(model.price !== undefined && { usd: costOf(tokens, model.price) }),
    ...(maxUsd !== undefined && { maxUsd }),
  };
  return { plan, cache, earlier, missing: [...missing.values()] };
}

/** More than the ceiling allows: nothing was sent. */
export class EnrichmentTooDearError extends Error {
  readonly plan: EnrichmentPlan;
  constructor(plan: EnrichmentPlan) {
    super("The enrichment costs more than its ceiling.");
    this.name = "EnrichmentTooDearError";
    this.plan = plan;
  }
}

/**
 * Enriches the chunks of a corpus in the language of its analyzer. Sections that fail are left out and counted.
 *
 * @throws EnrichmentTooDearError, EnrichmentSetupError and CompletionError before anything is written; the signal's
 *   reason once it is aborted: replies that came are kept.
 */
export async function enrichChunks(
  chunks: readonly Chunk[],
  { out, language }: { out: string; language: string },
  input: EnrichmentInput,
  {
    onPlan,
    onProgress,
  }: {
    onPlan?: (plan: EnrichmentPlan) => void;
    onProgress?: AskManyOptions<SectionReply>["onProgress"];
  } = {},
): Promise<EnrichedChunks> {
  const { model, maxUsd, approvedOnly } = input;
  const { plan, cache, earlier, missing } = await prepare(chunks, out, input);
  if (plan.usd !== undefined && maxUsd !== undefined && plan.usd > maxUsd)
    throw new EnrichmentTooDearError(plan);
  onPlan?.(plan);
  const asked: AskedMany =
    missing.length === 0
      ? { replied: 0, failed: {}, tokens: { inputTokens: 0, outputTokens: 0 } }
      : await askMany(missing, {
          ...input,
          complete: model.client(),
          readReply,
          replyTokens: REPLY_TOKENS,
          price: model.price,
          onReply: (key, reply) => cache.add(key, reply),
          onProgress,
        });

  const check = createSectionCheck(chunks, await createAnalyzer(language));
  const checkedOf = withoutSharedQuestions(
    new Map(
      chunks.filter(isTelling).flatMap((chunk) => {
        const reply = cache.get(replyKey(ENRICHMENT_PROMPT_VERSION, model.name, sectionText(chunk)));
        return reply === undefined ? [] : [[chunk, check.check(chunk, reply)] as const];
      }),
    ),
    check,
  );
  const sections = chunks.map((chunk): ReviewedSection => {
    const checked = checkedOf.get(chunk);
    const entry = isTelling(chunk) ? earlier.settle(chunk, checked) : undefined;
    const isServed = entry !== undefined && preparedOf(entry, chunk, approvedOnly) !== undefined;
    const isDecided = earlier.decidedFor(chunk) !== undefined;
    return { chunk, entry, dropped: isDecided ? [] : (checked?.dropped ?? []), isServed };
  });
  const entries = sections.flatMap(({ entry }) => entry ?? []);
  const review = { file: reviewPath(out), page: `${out}.enrichment.html` };
  await cache.tidy();
  await writeReview(review.file, entries);
  await writeWhole(review.page, reviewPage(sections, basename(review.file)));

  const enriched = sections.map(({ chunk, entry }): Chunk => {
    const prepared = entry === undefined ? undefined : preparedOf(entry, chunk, approvedOnly);
    return prepared === undefined ? chunk : { ...chunk, prepared };
  });
  const { tokens: _estimated, usd: _usd, ...planned } = plan;
  const dropped: EnrichmentReport["dropped"] = {};
  for (const { reason } of sections.flatMap((section) => section.dropped)) {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  }
  const statuses: EnrichmentReport["statuses"] = { proposed: 0, approved: 0, edited: 0, rejected: 0 };
  for (const { status } of entries) statuses[status]++;
  return {
    chunks: enriched,
    report: {
      ...planned,
      ...asked,
      ...(model.price !== undefined && { usd: costOf(asked.tokens, model.price) }),
      questions: enriched.reduce((sum, { prepared }) => sum + (prepared?.questions.length ?? 0), 0),
      answers: enriched.filter(({ prepared }) => prepared?.answer !== undefined).length,
      dropped,
      statuses,
      sectionsChanged: entries.filter(({ sectionChanged }) => sectionChanged !== undefined).length,
      review,
    },
  };
}

function isTelling({ blocks }: Chunk): boolean {
  return countBlocksWords(blocks) >= MIN_SECTION_WORDS;
}

/** What two sections are asked, neither answers alone: "How do I install it?". */
function withoutSharedQuestions(
  checked: ReadonlyMap<Chunk, CheckedSection>,
  { questionKey }: SectionCheck,
): Map<Chunk, CheckedSection> {
  const asking = new Map<string, number>();
  for (const { questions, searchedOnly } of checked.values()) {
    for (const question of [...questions, ...searchedOnly]) {
      const key = questionKey(question);
      asking.set(key, (asking.get(key) ?? 0) + 1);
    }
  }
  const isShared = (question: string): boolean => (asking.get(questionKey(question)) ?? 0) > 1;
  return new Map(
    [...checked].map(([chunk, section]) => {
      const shared = [...section.questions, ...section.searchedOnly].filter(isShared);
      if (shared.length === 0) return [chunk, section];
      const isOwn = (question: string): boolean => !isShared(question);
      return [
        chunk,
        {
          ...section,
          questions: section.questions.filter(isOwn),
          searchedOnly: section.searchedOnly.filter(isOwn),
          dropped: [...section.dropped, ...shared.map((text) => ({ text, reason: "asked-of-two" as const }))],
        },
      ];
    }),
  );
}
