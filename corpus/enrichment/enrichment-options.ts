/** The options of `build --enrich`, and what they mean. */
import { startTimer } from "../../core/within-deadline.ts";
import { CliError } from "../cli-error.ts";
import type { CommandContext, OptionDescription, OptionReader } from "../command.ts";
import { integerOption } from "../options.ts";
import type { EnrichmentInput } from "./enrich-chunks.ts";
import { enrichmentModelFor } from "./enrichment-model.ts";
import { DEFAULT_MAX_USD, type Price } from "../completion/price.ts";

const DEFAULT_CONCURRENCY = 4;

export const ENRICHMENT_OPTIONS: Record<string, OptionDescription> = {
  "enrich": {
    type: "boolean",
    help: "let a model write questions and an answer of each section (OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL)",
  },
  "enrich-model": { type: "string", value: "NAME", help: "model that writes them (default: OPENAI_MODEL)" },
  "enrich-dry-run": { type: "boolean", help: "only say what --enrich would ask, and what that costs" },
  "enrich-max-usd": {
    type: "string",
    value: "N",
    help: `ceiling of the cost; above it nothing is sent (default: ${DEFAULT_MAX_USD}, where the price is known)`,
  },
  "enrich-price": {
    type: "string",
    value: "IN,OUT",
    help: "US dollars per million tokens, where they are not the list price",
  },
  "enrich-approved-only": {
    type: "boolean",
    help: "use only what somebody approved or edited in <out>.enrichment.json",
  },
  "enrich-concurrency": {
    type: "string",
    value: "N",
    help: `requests at once (default: ${DEFAULT_CONCURRENCY})`,
  },
};

/**
 * Undefined without `--enrich`.
 *
 * @throws CliError, and EnrichmentSetupError where the environment is wrong.
 */
export function enrichmentInput(
  { options, process, dependencies }: CommandContext,
  signal: AbortSignal,
): (EnrichmentInput & { isDryRun: boolean }) | undefined {
  const price = priceOption(options);
  const maxUsd = maxUsdOption(options);
  const concurrency = integerOption(options, "enrich-concurrency", {
    fallback: DEFAULT_CONCURRENCY,
    min: 1,
    max: 64,
  });
  const isDryRun = options.flag("enrich-dry-run");
  if (!options.flag("enrich") && !isDryRun) {
    const alone = Object.keys(ENRICHMENT_OPTIONS).find(
      (name) => options.flag(name) || options.text(name) !== undefined,
    );
    if (alone !== undefined) throw new CliError("usage", `--${alone} needs --enrich`, "build");
    return undefined;
  }
  const model = enrichmentModelFor(process.env, {
    model: options.text("enrich-model"),
    price,
    fetch: dependencies.fetch,
    now: dependencies.now,
  });
  if (maxUsd !== undefined && model.price === undefined) {
    throw new CliError(
      "usage",
      `The price of ${model.name} is not known, so that --enrich-max-usd cannot hold: give --enrich-price IN,OUT too`,
      "build",
    );
  }
  return {
    model,
    maxUsd: maxUsd ?? (model.price === undefined ? undefined : DEFAULT_MAX_USD),
    approvedOnly: options.flag("enrich-approved-only"),
    concurrency,
    delay: dependencies.delay,
    startTimer,
    signal,
    isDryRun,
  };
}

function priceOption(options: OptionReader): Price | undefined {
  const text = options.text("enrich-price");
  if (text === undefined) return undefined;
  const match = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*,\s*(\d{1,6}(?:\.\d{1,6})?)\s*$/.exec(text);
  if (match === null) throw new CliError("enrichment-price-invalid", text);
  return { input: Number(match[1]), output: Number(match[2]) };
}

function maxUsdOption(options: OptionReader): number | undefined {
  const text = options.text("enrich-max-usd");
  if (text === undefined) return undefined;
  if (/^\d{1,6}(?:\.\d{1,4})?$/.test(text)) return Number(text);
  throw new CliError("number-invalid", "enrich-max-usd", text, "US dollars, such as 0.50 or 5");
}
