/** The model of `build --enrich`, by the environment, and errors that say what to do. */
import {
  CompletionError,
  createCompletionClient,
  type Complete,
  type CompletionFailure,
} from "../completion/completion-client.ts";
import { EnrichmentTooDearError } from "./enrich-chunks.ts";
import { formatUsd, knownPrice, type Price } from "../completion/price.ts";

const DEFAULT_BASE_URL = "https://api.openai.com/v1";
const DEFAULT_MODEL = "gpt-4.1-mini";

/** Variables that are read; the Worker has the same names. */
export interface EnrichmentEnvironment {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  OPENAI_MODEL?: string | undefined;
}

export interface EnrichmentModel {
  name: string;
  /** Undefined where nobody knows it. */
  price: Price | undefined;
  /** Made when something has to be asked: what is kept needs no key. @throws EnrichmentSetupError */
  client: () => Complete;
}

/** Why no model can be asked. Names the fix. */
class EnrichmentSetupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EnrichmentSetupError";
  }
}

/** @throws EnrichmentSetupError where the address is wrong. */
export function enrichmentModelFor(
  environment: EnrichmentEnvironment,
  {
    model,
    price,
    fetch,
    now,
  }: {
    /** Instead of OPENAI_MODEL. */
    model: string | undefined;
    /** Instead of the list price. */
    price: Price | undefined;
    fetch: (input: string, init: RequestInit) => Promise<Response>;
    now: () => number;
  },
): EnrichmentModel {
  const apiKey = environment.OPENAI_API_KEY?.trim() || undefined;
  const ownBaseUrl = environment.OPENAI_BASE_URL?.trim() || undefined;
  const baseUrl = ownBaseUrl ?? DEFAULT_BASE_URL;
  const name = model ?? (environment.OPENAI_MODEL?.trim() || DEFAULT_MODEL);
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    throw new EnrichmentSetupError(
      "OPENAI_BASE_URL is not an http(s) URL. Give the part before /chat/completions, such as https://api.openai.com/v1, or http://localhost:11434/v1 for Ollama.",
    );
  }
  return {
    name,
    price: price ?? knownPrice(name, baseUrl),
    client: () => {
      if (apiKey === undefined && ownBaseUrl === undefined) {
        throw new EnrichmentSetupError(
          "--enrich needs a model: set OPENAI_API_KEY, or OPENAI_BASE_URL for a server that needs no key, such as http://localhost:11434/v1 for Ollama.",
        );
      }
      return createCompletionClient({ apiKey, baseUrl, model: name, fetch, now });
    },
  };
}

function describeFailure(failure: CompletionFailure): string {
  switch (failure.reason) {
    case "unauthorized":
      return `The model server refuses the key (HTTP ${failure.status}). Check OPENAI_API_KEY.`;
    case "rejected":
      return `The model server refuses the request (HTTP ${failure.status}). Check the model's name (OPENAI_MODEL, --enrich-model) and OPENAI_BASE_URL.`;
    case "rate-limited":
      return "The model server limits the rate, and goes on doing so. Wait, and build again: what came is kept. --enrich-concurrency 1 asks more slowly.";
    case "unreachable":
      return `The model server cannot be reached (${failure.detail}). Check OPENAI_BASE_URL, and build again: what came is kept.`;
    case "timeout":
      return "The model did not reply in time. Try a faster model, or --enrich-concurrency 1; what came is kept.";
    case "refused":
      return "The model declines to write about the pages. Try another with --enrich-model.";
    case "cut-off":
      return "The model's replies have no end. Try another with --enrich-model.";
    case "unreadable":
      return `The model's replies cannot be read: ${failure.detail}. Try a larger model with --enrich-model, and check OPENAI_BASE_URL.`;
  }
}

/** The line to show for an error of an enrichment; undefined for any other. */
export function enrichmentProblem(error: unknown): string | undefined {
  if (error instanceof EnrichmentSetupError) return error.message;
  if (error instanceof CompletionError) return describeFailure(error.failure);
  if (!(error instanceof EnrichmentTooDearError)) return undefined;
  const { usd = 0, maxUsd = 0, toAsk, model } = error.plan;
  // Two that differ by less than a cent look alike otherwise.
  const isNear = formatUsd(usd) === formatUsd(maxUsd);
  const [cost, ceiling] = [usd, maxUsd].map((sum) => (isNear ? `$${sum.toFixed(4)}` : formatUsd(sum)));
  return `Enriching ${toAsk} sections with ${model} costs about ${cost}, and the ceiling is ${ceiling}. Nothing was sent. Allow it with --enrich-max-usd ${Math.ceil(usd * 110) / 100}, or choose a cheaper model with --enrich-model.`;
}
