/** Which real thing stands behind each seam. Nothing else reads bindings or vars. */
import type { AnswerCache } from "../core/answer/cache/answer-cache.ts";
import { createTimedVerifier, type TimedVerifier } from "../core/answer/verify/timed-verifier.ts";
import { createExtractiveProvider } from "../core/answer/quote/extractive-provider.ts";
import type { GenerationProvider } from "../core/answer/generation-provider.ts";
import type { QuestionRewriter } from "../core/dialogue/question-rewriter.ts";
import type { EmbeddingProvider } from "../core/embedding/embedding-provider.ts";
import { createOpenAiEmbeddings } from "../core/embedding/openai-embeddings.ts";
import { createQueryEmbedder, type QueryEmbedder } from "../core/embedding/query-vector.ts";
import type { CandidateRanker } from "../core/rerank/candidate-ranker.ts";
import type { QuestionTranslator } from "../core/translation/question-translator.ts";
import type { TranslationCache } from "../core/translation/translation-cache.ts";
import { VERSION } from "./version.ts";
import { readConfig, type WorkerConfig } from "./config/config.ts";
import { ConfigError } from "./config/read-value.ts";
import { createCorpusCache, type CorpusCache } from "./corpus-cache.ts";
import { createWorkersAiEmbeddings } from "./embedding/workers-ai-embeddings.ts";
import { createSiteOf, type SiteOf } from "./default-site.ts";
import type { Env } from "./env.ts";
import { createChatCompletion } from "./generation/chat-completion.ts";
import { createModelAnswerVerifier } from "./generation/model-answer-verifier.ts";
import { createModelQuestionRewriter } from "./generation/model-question-rewriter.ts";
import { createModelQuestionTranslator } from "./generation/model-question-translator.ts";
import { createOpenAiProvider } from "./generation/openai-provider.ts";
import { createServerHabits, type ServerHabits } from "./generation/server-habits.ts";
import { consoleLog, type Log } from "./log.ts";
import { createOriginPolicy, type OriginPolicy } from "./origins.ts";
import { createRanker } from "./rerank/create-ranker.ts";
import { createD1EventCountStore } from "./storage/d1-event-count-store.ts";
import { createD1FeedbackStore } from "./storage/d1-feedback-store.ts";
import type { EventCountStore } from "./storage/event-count-store.ts";
import type { FeedbackStore } from "./storage/feedback-store.ts";
import { createKvAnswerCache } from "./storage/kv-answer-cache.ts";
import { createKvPublishedSites } from "./storage/kv-published-sites.ts";
import { createKvTranslationCache } from "./storage/kv-translation-cache.ts";
import { createKvCorpusSource } from "./storage/kv-corpus-source.ts";
import { createVisitorKeyOf, type VisitorKeyOf } from "./visitor-key.ts";

/** Everything a request needs. Tests build it as a literal. */
export interface Deps {
  /** Of this release. */
  version: string;
  config: WorkerConfig;
  origins: OriginPolicy;
  corpora: CorpusCache;
  provider: GenerationProvider;
  /** Rewrites follow-ups; absent without a model, and rules do it alone. */
  rewriter?: QuestionRewriter | undefined;
  /** Translates questions for retrieval; absent without a model. */
  translator?: QuestionTranslator | undefined;
  /** Absent keeps no translations. */
  translationCache?: TranslationCache | undefined;
  /** Embeds questions; absent where search goes by words alone. */
  queryEmbedder?: QueryEmbedder | undefined;
  /** Reranks passages; absent where they stay in the order of the search. */
  ranker?: CandidateRanker | undefined;
  /** Verifies written answers; absent where rules alone do. */
  verifier?: TimedVerifier | undefined;
  /** Undefined keeps no answers. */
  answerCache: AnswerCache | undefined;
  feedback: FeedbackStore;
  eventCounts: EventCountStore;
  /** The site that a request is about; see `default-site.ts`. */
  siteOf: SiteOf;
  /** Reads a static file; undefined where the binding is missing. */
  fetchAsset: ((request: Request) => Promise<Response>) | undefined;
  /** Undefined limits nobody. */
  rateLimiter: RateLimit | undefined;
  visitorKeyOf: VisitorKeyOf;
  log: Log;
  /** Epoch milliseconds. */
  now: () => number;
  /** 128 random bits as 32 hex digits. */
  newId: () => string;
}

/** Bindings without which nothing can be answered. */
const REQUIRED_BINDINGS = ["CORPUS", "ANSWERS", "DB"] as const;

/**
 * Builds the dependencies of one isolate from its environment.
 *
 * @throws ConfigError naming the variable or binding that is wrong or missing.
 */
export function createDeps(env: Env): Deps {
  for (const name of REQUIRED_BINDINGS) {
    if (env[name] === undefined)
      throw new ConfigError(name, "is not bound. Add the binding to wrangler.toml.");
  }
  const config = readConfig(env);
  const log = consoleLog;
  if (env.RATE_LIMITER === undefined) {
    const detail = "The binding RATE_LIMITER is missing in wrangler.toml: requests are not limited.";
    log({ level: "warn", event: "rate-limiter-missing", detail });
  }
  const embeddings = createEmbeddings(config, env);
  const habits = createServerHabits();
  const corpora = createCorpusCache({
    sourceOf: (site) => createKvCorpusSource(env.CORPUS, site),
    now,
    log,
  });
  return {
    ...createModelHelpers(config, habits),
    ...(embeddings !== undefined && {
      queryEmbedder: createQueryEmbedder({
        provider: embeddings,
        onFailure: (failure) => log({ level: "warn", event: "query-embedding-failed", ...failure }),
      }),
    }),
    verifier: createVerifier(config, habits, log),
    ...(config.rerank !== undefined && { ranker: createRanker(config.rerank, env, log) }),
    ...(config.answerCacheTtlSeconds > 0 && {
      translationCache: createKvTranslationCache(env.ANSWERS, {
        ttlSeconds: config.answerCacheTtlSeconds,
        log,
      }),
    }),
    version: VERSION,
    config,
    origins: createOriginPolicy(config.allowedOrigins),
    corpora,
    siteOf: createSiteOf({ config, corpora, published: createKvPublishedSites(env.CORPUS), now, log }),
    fetchAsset: assetFetcher(env),
    provider:
      config.openAi === undefined
        ? createExtractiveProvider()
        : createOpenAiProvider({
            ...config.openAi,
            habits,
            fetch: (input, init) => fetch(input, init),
            newFenceMark: newId,
          }),
    answerCache:
      config.answerCacheTtlSeconds === 0
        ? undefined
        : createKvAnswerCache(env.ANSWERS, { ttlSeconds: config.answerCacheTtlSeconds, log }),
    feedback: createD1FeedbackStore(env.DB, now),
    eventCounts: createD1EventCountStore(env.DB),
    rateLimiter: env.RATE_LIMITER,
    visitorKeyOf: createVisitorKeyOf({ namespace: env.ANSWERS, now, newSalt: newId, log }),
    log,
    now,
    newId,
  };
}

/** Undefined without the binding: the platform then serves no files either. */
export function assetFetcher({ ASSETS: assets }: Env): Deps["fetchAsset"] {
  return assets && ((request) => assets.fetch(request));
}

/** The model that reads written answers again, where one is named. */
function createVerifier(
  { openAi, verification }: WorkerConfig,
  habits: ServerHabits,
  log: Log,
): TimedVerifier | undefined {
  if (openAi === undefined || verification === undefined) return undefined;
  const { model, deadlineMs } = verification;
  const complete = createChatCompletion({
    ...openAi,
    model,
    habits,
    fetch: (input, init) => fetch(input, init),
  });
  return createTimedVerifier({
    verifier: createModelAnswerVerifier(complete, model, newId),
    deadlineMs,
    onFailure: (failure) => log({ level: "warn", event: "verification-failed", ...failure }),
  });
}

/** What the model that writes the answers does besides; nothing without one. */
function createModelHelpers(
  { openAi }: WorkerConfig,
  habits: ServerHabits,
): Pick<Deps, "rewriter" | "translator"> {
  if (openAi === undefined) return {};
  const complete = createChatCompletion({ ...openAi, habits, fetch: (input, init) => fetch(input, init) });
  return {
    rewriter: createModelQuestionRewriter(complete, newId),
    translator: createModelQuestionTranslator(complete, openAi.model, newId),
  };
}

/** @throws ConfigError where the model is one of Workers AI and the binding is missing. */
function createEmbeddings(
  { embedding, openAi }: WorkerConfig,
  { AI: ai }: Env,
): EmbeddingProvider | undefined {
  if (embedding === undefined) return undefined;
  if (!embedding.model.startsWith("@cf/")) {
    if (openAi === undefined) return undefined;
    const { apiKey, baseUrl } = openAi;
    return createOpenAiEmbeddings({
      ...embedding,
      apiKey,
      baseUrl,
      fetch: (input, init) => fetch(input, init),
    });
  }
  if (ai === undefined) {
    throw new ConfigError(
      "AI",
      "is not bound, although EMBEDDING_MODEL names a model of Workers AI. Add [ai] to wrangler.toml.",
    );
  }
  const run = ai.run.bind(ai) as (model: string, input: { text: string[] }) => Promise<unknown>;
  return createWorkersAiEmbeddings({ ...embedding, ai: { run } });
}

export const now = (): number => Date.now();

export function newId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
