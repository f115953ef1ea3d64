/** The model of `--judge`: its address, key and price, and errors that say what to do. */
import { CliError } from "../../cli-error.ts";
import type { CommandContext, OptionReader } from "../../command.ts";
import {
  createCompletionClient,
  type Complete,
  type CompletionFailure,
} from "../../completion/completion-client.ts";
import { DEFAULT_MAX_USD, knownPrice, type Price } from "../../completion/price.ts";
import { integerOption } from "../../options.ts";
import { DEFAULT_CONCURRENCY, MAX_CONCURRENCY } from "../open-target.ts";

export interface JudgeModel {
  name: string;
  /** Of the server, for messages. */
  host: string;
  complete: Complete;
  /** Undefined where nobody knows it. */
  price: Price | undefined;
  /** US dollars; undefined where no price is known. */
  maxUsd: number | undefined;
  concurrency: number;
  /** Where its verdicts are written. */
  file: string;
}

/**
 * Undefined without `--judge`.
 *
 * @throws CliError for options that are wrong, or do not go together.
 */
export function judgeModel({ options, process, dependencies }: CommandContext): JudgeModel | undefined {
  const url = options.text("judge");
  if (url === undefined) return undefined;
  const baseUrl = baseUrlOf(url);
  const name = options.text("judge-model")?.trim() || process.env["OPENAI_MODEL"]?.trim();
  if (name === undefined || name === "") {
    throw new CliError("usage", "--judge needs the name of the model: give --judge-model", "eval");
  }
  const file = options.text("write-verdicts");
  if (file === undefined) {
    throw new CliError(
      "usage",
      "--judge needs --write-verdicts FILE, where its verdicts are kept, so that none is paid for twice",
      "eval",
    );
  }
  const price = priceOption(options) ?? knownPrice(name, baseUrl);
  const maxUsd = maxUsdOption(options);
  if (maxUsd !== undefined && price === undefined) {
    throw new CliError(
      "usage",
      `The price of ${name} is not known, so that --judge-max-usd cannot hold: give --judge-price IN,OUT too`,
      "eval",
    );
  }
  return {
    name,
    host: new URL(baseUrl).host,
    complete: createCompletionClient({
      apiKey: keyFor(baseUrl, process.env),
      baseUrl,
      model: name,
      fetch: dependencies.fetch,
      now: dependencies.now,
    }),
    price,
    maxUsd: maxUsd ?? (price === undefined ? undefined : DEFAULT_MAX_USD),
    concurrency: integerOption(options, "concurrency", {
      fallback: DEFAULT_CONCURRENCY,
      min: 1,
      max: MAX_CONCURRENCY,
    }),
    file,
  };
}

/** The part before `/chat/completions`, which may be written out. */
function baseUrlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new CliError("judge-url-invalid", text);
  return `${url.origin}${url.pathname.replace(/\/+$/, "").replace(/\/chat\/completions$/, "")}`;
}

/** The key of one server is never sent to another. */
function keyFor(baseUrl: string, env: Readonly<Record<string, string | undefined>>): string | undefined {
  const own = env["JUDGE_API_KEY"]?.trim() || undefined;
  if (own !== undefined) return own;
  const openAi = env["OPENAI_BASE_URL"]?.trim() || "https://api.openai.com/v1";
  const isSame = URL.canParse(openAi) && new URL(openAi).origin === new URL(baseUrl).origin;
  return isSame ? env["OPENAI_API_KEY"]?.trim() || undefined : undefined;
}

function priceOption(options: OptionReader): Price | undefined {
  const text = options.text("judge-price");
  if (text === undefined) return undefined;
  const match = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*,\s*(\d{1,6}(?:\.\d{1,6})?)\s*$/.exec(text);
  if (match === null) throw new CliError("judge-price-invalid", text);
  return { input: Number(match[1]), output: Number(match[2]) };
}

function maxUsdOption(options: OptionReader): number | undefined {
  const text = options.text("judge-max-usd");
  if (text === undefined) return undefined;
  if (/^\d{1,6}(?:\.\d{1,4})?$/.test(text)) return Number(text);
  throw new CliError("number-invalid", "judge-max-usd", text, "US dollars, such as 0.50 or 5");
}

export function describeJudgeFailure(failure: CompletionFailure, host: string): string {
  switch (failure.reason) {
    case "unauthorized":
      return `The judge at ${host} refuses the key (HTTP ${failure.status}). Set JUDGE_API_KEY.`;
    case "rejected":
      return `The judge at ${host} refuses the request (HTTP ${failure.status}). Check --judge and --judge-model.`;
    case "rate-limited":
      return `The judge at ${host} limits the rate, and goes on doing so. Wait, and run this again: what came is kept. --concurrency 1 asks more slowly.`;
    case "unreachable":
      return `The judge at ${host} cannot be reached (${failure.detail}). Check --judge, and run this again: what came is kept.`;
    case "timeout":
      return `The judge at ${host} does not reply in time. Try a faster model, or --concurrency 1; what came is kept.`;
    case "refused":
      return "The model declines to judge. Try another with --judge-model.";
    case "cut-off":
      return "The model's replies have no end. Try another with --judge-model.";
    case "unreadable":
      return `The model's replies cannot be read: ${failure.detail}. Try a larger model with --judge-model, and check --judge.`;
  }
}
