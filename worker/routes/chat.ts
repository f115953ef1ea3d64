import { answerQuestion } from "../../core/answer/answer-question.ts";
import { calendarDay } from "../../core/answer/cache/calendar-day.ts";
import { SERVICE_LIMITS } from "../../core/protocol.ts";
import { chatRequestSchema } from "../../core/protocol-schema.ts";
import { BODY_TIMEOUT_MS, HEARTBEAT_SILENCE_MS, MAX_JSON_DEPTH, MAX_STREAM_MS } from "../constants.ts";
import { backgroundOf, type AppContext } from "../context.ts";
import type { Deps } from "../deps.ts";
import { describeFailure, errorEvent, failureOf, type RequestFailure } from "../errors.ts";
import { readJsonBody } from "../json-body.ts";
import { requireSiteOrigin } from "../middleware/cross-origin.ts";
import { openSiteCorpus } from "../sites.ts";
import { streamChatEvents, type StreamProblem } from "../sse.ts";

/**
 * `POST /v1/chat`: everything that can be known to be wrong beforehand is a JSON error; from then on the
 * answer is a stream that ends in one terminal event.
 */
export function chatRoute(deps: Deps): (context: AppContext) => Promise<Response> {
  return async (context) => {
    const question = await readJsonBody(context.req.raw, chatRequestSchema, {
      maxBytes: SERVICE_LIMITS.bodyMaxBytes,
      maxDepth: MAX_JSON_DEPTH,
      timeoutMs: BODY_TIMEOUT_MS,
    });
    const site = await deps.siteOf(question.site);
    requireSiteOrigin(context, deps.origins, site);
    const corpus = await openSiteCorpus(context, deps, site);

    const requestId = context.get("requestId");
    const runInBackground = backgroundOf(context);
    const answer = streamChatEvents(
      (signal) =>
        answerQuestion(
          question,
          {
            corpus,
            provider: deps.provider,
            cache: deps.answerCache,
            rewriter: deps.rewriter,
            translator: deps.translator,
            translationCache: deps.translationCache,
            queryEmbedder: deps.queryEmbedder,
            today: () => calendarDay(deps.now(), deps.config.timeZone),
            ranker: deps.ranker,
            verifier: deps.verifier,
            style: deps.config.answerStyles.get(site),
            unsupportedSentences: deps.config.unsupportedSentences,
            promptPassagesMaxTokens: deps.config.promptPassagesMaxTokens,
            assistantName: deps.config.sites.get(site)?.assistantName,
            contact: deps.config.sites.get(site)?.contact,
            starters: deps.config.sites.get(site)?.starters,
            confidenceThreshold: deps.config.confidenceThreshold,
            modelConfidenceThreshold: deps.config.modelConfidenceThreshold,
            newId: deps.newId,
            onFailure: (failure) =>
              deps.log({ level: "error", event: "generation-failed", requestId, site, ...failure }),
            // Without the visitor's words.
            onQuestionCleaned: ({ taken, certainty, isUsed }) =>
              deps.log({
                level: "info",
                event: "question-cleaned",
                requestId,
                site,
                kinds: [...new Set(taken.map(({ kind }) => kind))],
                certainty,
                isUsed,
              }),
            onModelRefused: (refusal) =>
              deps.log({ level: "info", event: "model-refused", requestId, site, ...refusal }),
            runInBackground,
          },
          { signal },
        ),
      {
        heartbeatMs: HEARTBEAT_SILENCE_MS,
        maxStreamMs: MAX_STREAM_MS,
        signal: context.req.raw.signal,
        toErrorEvent: (problem) => {
          const failure = failureOfProblem(problem);
          deps.log({ level: "error", event: "answer-failed", requestId, site, ...failure });
          return errorEvent(describeFailure(failure));
        },
      },
    );
    // Keeps this request's reads alive after a visitor left: others may be waiting for the same ones.
    runInBackground(answer.finished);
    return new Response(answer.body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        // Compression would hold events back until a block is full.
        "content-encoding": "identity",
        "x-accel-buffering": "no",
      },
    });
  };
}

function failureOfProblem(problem: StreamProblem): RequestFailure {
  switch (problem.reason) {
    case "events-failed":
      return failureOf(problem.error);
    case "events-ended-early":
      return { reason: "unexpected", detail: "the answer ended without a terminal event" };
    case "time-exceeded":
      return { reason: "answer-too-slow", maxStreamMs: problem.maxStreamMs };
  }
}
