/** Tells a prepared answer as the events of the protocol: checked for links and citations like one that is written now. */
import { citedPlaces } from "../citation/cited-places.ts";
import type { ChatEvent, ChatRequest } from "../protocol.ts";
import { FOLLOW_UPS_PER_ANSWER, followUpQuestions } from "../suggestions/follow-up-questions.ts";
import type { AnswerDependencies } from "./answer-dependencies.ts";
import { suggest } from "./ready-replies.ts";
import type { UnderstoodQuestion } from "./understand/understand-question.ts";
import { createCitationFilter } from "./write/citation-filter.ts";
import type { FoundPrepared } from "./prepared/find-prepared.ts";

export async function* servePrepared(
  { passage, text: written, closeness }: FoundPrepared,
  request: ChatRequest,
  { locale }: UnderstoodQuestion,
  dependencies: AnswerDependencies,
): AsyncGenerator<ChatEvent, void, undefined> {
  const { corpus, confidenceThreshold, style } = dependencies;
  const { terms: termsOf, weightOf } = corpus.retriever;
  const filter = createCitationFilter({ positions: new Set([1]), allowsAddress: () => false });
  const checked = filter.push(written) + filter.end();
  const disclaimer = style?.disclaimer?.trim() ?? "";
  const text = disclaimer === "" ? checked : `${checked}\n\n${disclaimer}`;
  yield { type: "sources-available", sources: [passage.source] };
  yield { type: "text-delta", text };
  const citedPositions = [...filter.citedPositions];
  const followUps = await followUpQuestions({
    corpus,
    question: request.question,
    passages: [passage],
    citedPositions,
    locale,
    confidenceThreshold,
    limit: FOLLOW_UPS_PER_ANSWER,
  });
  yield* suggest(followUps, request, dependencies);
  yield {
    type: "answer-end",
    finishReason: "stop",
    citedPositions,
    citations: citedPlaces(checked, { passages: [passage], termsOf, weightOf }),
    confidence: Math.round(closeness * 1000) / 1000,
    cached: false,
    prepared: true,
  };
}
