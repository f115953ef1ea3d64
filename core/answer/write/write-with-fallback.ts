import type { ChatEvent, Usage } from "../../protocol.ts";
import { SURE_CONFIDENCE } from "../judge/confidence.ts";
import { createExtractiveProvider } from "../quote/extractive-provider.ts";
import {
  GenerationError,
  type GenerationFailure,
  type GenerationProvider,
  type GenerationRequest,
  type ModelRefusal,
  type Passage,
} from "../generation-provider.ts";
import type { UnsupportedBehaviour } from "../check/groundedness.ts";
import { phrasesFor } from "../phrases.ts";
import { recogniseRefusal } from "../refusal/recognise-refusal.ts";
import { writeAnswer, type WrittenAnswer } from "./write-answer.ts";

export interface FallbackOptions {
  provider: GenerationProvider;
  signal: AbortSignal;
  /** What the assistant says before the answer, whoever writes it. */
  preface: string;
  unsupported?: UnsupportedBehaviour | undefined;
  /** What quotations stand in with; undefined where they would be of nothing sure, and the failure is a refusal. */
  standIn: readonly Passage[] | undefined;
  onFailure?: ((failure: GenerationFailure) => void) | undefined;
  onModelRefused?: ((refusal: ModelRefusal) => void) | undefined;
}

/**
 * Lets the provider write; where it fails or cites nothing, what was shown is taken back and the extractive
 * answer stands in, after a sentence that says so. Two answers are never spliced, and neither are half an
 * answer and a refusal.
 */
export async function* writeWithFallback(
  generation: GenerationRequest,
  { provider, signal, preface, unsupported, standIn, onFailure, onModelRefused }: FallbackOptions,
): AsyncGenerator<ChatEvent, WrittenAnswer, undefined> {
  let hasShown = false;
  let usage: Usage | undefined;
  try {
    const writing = withPreface(
      preface,
      writeAnswer(generation, { provider, signal, unsupported, onFailure }),
    );
    const written = yield* watch(writing, ({ type }) => {
      hasShown = type === "text-delta" || (hasShown && type !== "answer-reset");
    });
    const refusedBy = refusalOf(written, preface, generation);
    if (refusedBy !== undefined) {
      onModelRefused?.({
        by: refusedBy,
        isTakenBack: hasShown,
        ...(written.usage !== undefined && { usage: written.usage }),
      });
      if (hasShown) yield { type: "answer-reset", reason: "refused" };
      return { ...written, finishReason: "refused", refusedBy };
    }
    if (written.citedPositions.length > 0) return written;
    usage = written.usage;
    onFailure?.({ reason: "answer-uncited", ...(usage !== undefined && { usage }) });
  } catch (error) {
    if (signal.aborted) throw error;
    onFailure?.(
      error instanceof GenerationError
        ? error.failure
        : { reason: "provider-faulty", detail: error instanceof Error ? error.name : typeof error },
    );
  }
  if (hasShown) yield { type: "answer-reset", reason: "provider-failed" };
  if (standIn === undefined || standIn.length === 0) return refusedAfter(provider, usage);
  const { writingUnavailable, closest } = phrasesFor(generation.locale);
  // The preface for a model says nothing of doubt: that would have been the model's to say.
  const doubt = provider.mode === "generative" && isHalfSure(generation) ? [closest] : [];
  const note = [writingUnavailable, ...doubt, ""].join("\n\n");
  const written = yield* withPreface(
    preface + note,
    writeAnswer(
      { ...generation, passages: standIn, keepsPositions: true },
      { provider: createExtractiveProvider(), signal },
    ),
  );
  // What an answer cost that was not shown is paid all the same.
  return { ...written, isStandIn: true, ...(usage !== undefined && { usage }) };
}

/** A text that cites nothing is a refusal too where it says so only after it was shown. */
function refusalOf(
  written: WrittenAnswer,
  preface: string,
  { question }: GenerationRequest,
): ModelRefusal["by"] | undefined {
  if (written.finishReason === "refused") return written.refusedBy ?? "provider";
  const isUncited = written.mode === "generative" && written.citedPositions.length === 0;
  return isUncited && recogniseRefusal(withoutPreface(written.text, preface), question) === "refusal"
    ? "words"
    : undefined;
}

function withoutPreface(text: string, preface: string): string {
  return text.startsWith(preface) ? text.slice(preface.length) : text;
}

/** What nobody wrote and nothing can be quoted of. */
function refusedAfter({ mode }: GenerationProvider, usage: Usage | undefined): WrittenAnswer {
  return {
    mode,
    text: "",
    finishReason: "refused",
    passages: [],
    citedPositions: [],
    citations: [],
    ...(usage !== undefined && { usage }),
    isStandIn: true,
  };
}

function isHalfSure({ confidence = 1 }: GenerationRequest): boolean {
  return confidence < SURE_CONFIDENCE;
}

/** Puts the preface before the first words of an answer, so that it never stands there alone. */
async function* withPreface(
  preface: string,
  writing: ReturnType<typeof writeAnswer>,
): ReturnType<typeof writeAnswer> {
  let isBegun = preface === "";
  try {
    for (;;) {
      const next = await writing.next();
      if (next.done === true)
        return isBegun ? { ...next.value, text: preface + next.value.text } : next.value;
      const isText = next.value.type === "text-delta";
      if (!isBegun && isText) yield { type: "text-delta", text: preface };
      isBegun ||= isText;
      if (next.value.type === "answer-reset") isBegun = preface === "";
      yield next.value;
    }
  } finally {
    await writing.return(undefined as never);
  }
}

/** Passes a generator's values on and tells of each before it. */
async function* watch<T, R>(
  generator: AsyncGenerator<T, R, undefined>,
  onValue: (value: T) => void,
): AsyncGenerator<T, R, undefined> {
  try {
    for (;;) {
      const next = await generator.next();
      if (next.done === true) return next.value;
      onValue(next.value);
      yield next.value;
    }
  } finally {
    await generator.return(undefined as R);
  }
}
