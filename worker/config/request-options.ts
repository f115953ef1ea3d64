/** `PROVIDER_REQUEST_OPTIONS`: what is sent along with each request to the model's server. */
import * as z from "zod";
import type { RequestOptions } from "../generation/request-fields.ts";
import { ConfigError, readJson } from "./read-value.ts";

const VARIABLE = "PROVIDER_REQUEST_OPTIONS";
const EXAMPLE = 'For example {"temperature":0.3,"max_tokens":2000}; null leaves a field out.';

/** Fields that this program sets, and why they are no option. */
const TAKEN: Readonly<Record<string, string>> = {
  model: "OPENAI_MODEL names the model",
  messages: "the prompt is made of the question and the passages",
  prompt: "the prompt is made of the question and the passages",
  input: "the prompt is made of the question and the passages",
  stream: "answers are always streamed",
  n: "one answer is shown",
  best_of: "one answer is shown",
  tools: "answers are made of passages, without tools",
  tool_choice: "answers are made of passages, without tools",
  functions: "answers are made of passages, without tools",
  function_call: "answers are made of passages, without tools",
  response_format: "answers are Markdown",
  modalities: "answers are text",
  audio: "answers are text",
};

/** All options together; they are sent with each request. */
const MAX_OPTIONS_CHARS = 4_000;

const number = (min: number, max: number) => {
  const problem = `must be a number from ${min} to ${max}, or null`;
  return z.number(problem).min(min, problem).max(max, problem).nullable().optional();
};
const integer = (min: number, max: number) => {
  const problem = `must be a whole number from ${min} to ${max}, or null`;
  return z.int(problem).min(min, problem).max(max, problem).nullable().optional();
};
const stopText = z.string("must be a text").min(1, "must not be empty");

const shape = z.looseObject({
  temperature: number(0, 2),
  top_p: number(0, 1),
  min_p: number(0, 1),
  top_k: integer(-1, 1_000),
  frequency_penalty: number(-2, 2),
  presence_penalty: number(-2, 2),
  repetition_penalty: number(0, 2),
  max_tokens: integer(64, 64_000),
  max_completion_tokens: integer(64, 64_000),
  seed: integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  stop: z
    .union([stopText, z.array(stopText).max(4)], "must be a text, or a list of at most four")
    .nullable()
    .optional(),
  reasoning_effort: z
    .string("must be a word such as low, or null")
    .regex(/^[a-z]{1,20}$/, "must be a word such as low, or null")
    .nullable()
    .optional(),
  stream_options: z.null("can only be null: usage is asked for where a server tells it").optional(),
});

/** @throws ConfigError naming the field that cannot be sent. */
export function readRequestOptions(value: unknown): RequestOptions {
  const options: Record<string, unknown> = readJson(VARIABLE, value, shape, EXAMPLE) ?? {};
  for (const name of Object.keys(options)) {
    const why = Object.hasOwn(TAKEN, name) ? TAKEN[name] : undefined;
    if (why !== undefined)
      throw new ConfigError(VARIABLE, `has ${name}, which is no option: ${why}. Remove it. ${EXAMPLE}`);
    if (!/^[a-z][\w.-]{0,63}$/i.test(name))
      throw new ConfigError(VARIABLE, `has a name that is no field of a request. ${EXAMPLE}`);
  }
  if (typeof options["max_tokens"] === "number" && typeof options["max_completion_tokens"] === "number")
    throw new ConfigError(VARIABLE, "has max_tokens and max_completion_tokens. They are one: remove either.");
  if (JSON.stringify(options).length > MAX_OPTIONS_CHARS)
    throw new ConfigError(VARIABLE, `is longer than ${MAX_OPTIONS_CHARS} characters. Shorten it.`);
  return options;
}
