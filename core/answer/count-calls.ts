/** Lets every request to a model that an answer takes be counted, whichever of its steps sends it. */
import { recordModelCalls } from "../usage/model-calls.ts";
import type { Usage } from "../protocol.ts";
import type { AnswerDependencies } from "./answer-dependencies.ts";
import type { GenerationEvent, GenerationProvider, GenerationRequest } from "./generation-provider.ts";
import type { OnModelCall } from "../usage/model-calls.ts";

export interface CountedDependencies {
  /** The same, but that their requests are counted. */
  dependencies: AnswerDependencies;
  /** Of all requests so far; undefined while there was none. */
  usage: () => Usage | undefined;
}

/** For one answer. */
export function countCalls(dependencies: AnswerDependencies): CountedDependencies {
  const calls = recordModelCalls();
  const { provider, rewriter, translator, ranker, verifier } = dependencies;
  return {
    dependencies: {
      ...dependencies,
      provider: countWriting(provider, calls.of("writing")),
      rewriter: rewriter && {
        rewrite: (question, history, options) =>
          rewriter.rewrite(question, history, {
            ...options,
            // What has no conversation before it is taken apart.
            onCall: calls.of(history.length > 0 ? "rewriting" : "splitting"),
          }),
      },
      translator: translator && {
        model: translator.model,
        translate: (request, options) =>
          translator.translate(request, { ...options, onCall: calls.of("translating") }),
      },
      verifier: verifier && {
        model: verifier.model,
        verify: (request, options) => verifier.verify(request, { ...options, onCall: calls.of("verifying") }),
      },
      ranker: ranker && {
        model: ranker.model,
        rank: (query, candidates, options) =>
          ranker.rank(query, candidates, { ...options, onCall: calls.of("reranking") }),
      },
    },
    usage: () => calls.usage(),
  };
}

/** What writes tells its tokens at its end; quotations are nobody's request. */
function countWriting(provider: GenerationProvider, onCall: OnModelCall): GenerationProvider {
  if (provider.mode !== "generative") return provider;
  const { name, model, mode } = provider;
  async function* generate(
    request: GenerationRequest,
    options: { signal: AbortSignal },
  ): AsyncGenerator<GenerationEvent, void, undefined> {
    const onTokens = onCall({ provider: name, model });
    for await (const event of provider.generate(request, options)) {
      if (event.type === "end" && event.usage !== undefined) onTokens(event.usage);
      yield event;
    }
  }
  return { name, model, mode, generate };
}
