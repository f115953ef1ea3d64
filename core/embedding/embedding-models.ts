/** What has to be known of a model before its first vector. */
export interface EmbeddingModel {
  /** Length of the vectors that are kept; undefined where the model is not known. */
  dimensions: number | undefined;
  /** Whether the beginning of a vector, made a unit again, is a vector of its own. */
  canBeShortened: boolean;
  /** Put before a question: some models were trained to tell questions from passages by it. */
  queryPrefix: string;
  /** Tokens of one text; what is longer is cut by us, since servers refuse it. */
  maxTokens: number;
}

/** Shorter vectors tell too little apart; longer ones than this cost more than they bring. */
export const MIN_DIMENSIONS = 64;
export const MAX_DIMENSIONS = 1_536;

const BGE_ENGLISH_PREFIX = "Represent this sentence for searching relevant passages: ";

const MODELS: Record<string, EmbeddingModel> = {
  "text-embedding-3-small": openAi(),
  "text-embedding-3-large": openAi(),
  "@cf/baai/bge-small-en-v1.5": bge(384, BGE_ENGLISH_PREFIX, 512),
  "@cf/baai/bge-base-en-v1.5": bge(768, BGE_ENGLISH_PREFIX, 512),
  "@cf/baai/bge-large-en-v1.5": bge(1024, BGE_ENGLISH_PREFIX, 512),
  "@cf/baai/bge-m3": bge(1024, "", 2_000),
};

/** What is known of a model by the vendor's id. Of an unknown one only that it takes texts. */
export function embeddingModel(model: string): EmbeddingModel {
  const known = Object.hasOwn(MODELS, model) ? MODELS[model] : undefined;
  return known ?? { dimensions: undefined, canBeShortened: false, queryPrefix: "", maxTokens: 500 };
}

/** Trained to be shortened: 256 dimensions keep nearly all of the quality at a sixth of the size. */
function openAi(): EmbeddingModel {
  return { dimensions: 256, canBeShortened: true, queryPrefix: "", maxTokens: 2_000 };
}

function bge(dimensions: number, queryPrefix: string, maxTokens: number): EmbeddingModel {
  return { dimensions, canBeShortened: false, queryPrefix, maxTokens };
}
