/** What `build --embeddings` needs: a provider by the environment, and errors that say what to do. */
import { embeddingModel, MAX_DIMENSIONS, MIN_DIMENSIONS } from "../../core/embedding/embedding-models.ts";
import {
  EmbeddingError,
  type EmbeddingFailure,
  type EmbeddingProvider,
} from "../../core/embedding/embedding-provider.ts";
import { createOpenAiEmbeddings } from "../../core/embedding/openai-embeddings.ts";

const DEFAULT_BASE_URL = "https://api.openai.com/v1";

/** Variables that are read; the Worker has the same names. */
export interface EmbeddingEnvironment {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  EMBEDDING_DIMENSIONS?: string | undefined;
}

/** Why no provider can be made. Each names the fix. */
class EmbeddingSetupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EmbeddingSetupError";
  }
}

/**
 * The provider that embeds the pages of a build.
 *
 * @throws EmbeddingSetupError where a variable is missing or wrong.
 */
export function embeddingProviderFor(
  model: string,
  environment: EmbeddingEnvironment,
  fetch: (input: string, init: RequestInit) => Promise<Response>,
): EmbeddingProvider {
  const apiKey = environment.OPENAI_API_KEY?.trim() ?? "";
  if (apiKey === "") {
    throw new EmbeddingSetupError(
      "--embeddings needs a key: set OPENAI_API_KEY (any text, if the server needs none).",
    );
  }
  const baseUrl = environment.OPENAI_BASE_URL?.trim() || DEFAULT_BASE_URL;
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    throw new EmbeddingSetupError(
      "OPENAI_BASE_URL is not an http(s) URL. Give the part before /embeddings, such as https://api.openai.com/v1.",
    );
  }
  const text = environment.EMBEDDING_DIMENSIONS?.trim() ?? "";
  const dimensions = text === "" ? embeddingModel(model).dimensions : Number(text);
  if (dimensions === undefined) {
    throw new EmbeddingSetupError(
      `The length of the vectors of ${model} is not known. Set EMBEDDING_DIMENSIONS, here and in the Worker.`,
    );
  }
  if (!Number.isInteger(dimensions) || dimensions < MIN_DIMENSIONS || dimensions > MAX_DIMENSIONS) {
    throw new EmbeddingSetupError(
      `EMBEDDING_DIMENSIONS is not a whole number from ${MIN_DIMENSIONS} to ${MAX_DIMENSIONS}.`,
    );
  }
  return createOpenAiEmbeddings({ apiKey, baseUrl, model, dimensions, fetch });
}

/** One line for the terminal: what a provider's failure means for a build, and the fix. */
function describeEmbeddingFailure(failure: EmbeddingFailure): string {
  switch (failure.reason) {
    case "embedding-unauthorized":
      return `The embedding server refuses the key (HTTP ${failure.status}). Check OPENAI_API_KEY.`;
    case "embedding-rate-limited":
      return "The embedding server limits the rate. Wait a minute and build again: what is done is kept.";
    case "embedding-rejected":
      return `The embedding server refuses the request (HTTP ${failure.status}). Check the model's name and OPENAI_BASE_URL.`;
    case "embedding-unreachable":
      return `The embedding server cannot be reached (${failure.detail}). Build again: what is done is kept.`;
    case "embedding-invalid":
      return `The embedding server answered with something else than vectors: ${failure.detail}. Check OPENAI_BASE_URL and EMBEDDING_DIMENSIONS.`;
  }
}

/** The line to show for an error of {@link embeddingProviderFor} or of embedding; undefined for any other. */
export function embeddingProblem(error: unknown): string | undefined {
  if (error instanceof EmbeddingSetupError) return error.message;
  return error instanceof EmbeddingError ? describeEmbeddingFailure(error.failure) : undefined;
}
