import { baseLanguage } from "../../language/base-language.ts";
import { citedPlaces } from "../../citation/cited-places.ts";
import { citedStatements } from "../../citation/cited-statements.ts";
import type { ChatEventOf, Citation, FinishReason, Usage } from "../../protocol.ts";
import { passageMarkdown, passageText } from "../../passage-text.ts";
import { createCitationFilter, type CitationFilterOptions } from "./citation-filter.ts";
import {
  GenerationError,
  type GenerationFailure,
  type GenerationProvider,
  type GenerationRequest,
  type ModelRefusal,
  type Passage,
} from "../generation-provider.ts";
import {
  createGroundednessFilter,
  DEFAULT_UNSUPPORTED_BEHAVIOUR,
  type UnsupportedBehaviour,
} from "../check/groundedness.ts";
import { createRefusalHold, type RefusalHoldOptions } from "../refusal/hold-refusal.ts";
import { createKnownContacts, type KnownContactsOptions } from "../tidy/known-contacts.ts";
import { createSiteVoice } from "../tidy/site-voice.ts";
import { createReplyTidier } from "../tidy/tidy-reply.ts";
import { createLeakGuard } from "./leak-guard.ts";
import { stripInvisible } from "../../text/strip-invisible.ts";
import { NO_ANSWER_MARK, secretInstructions } from "./system-prompt.ts";

export interface WrittenAnswer {
  mode: "generative" | "extractive";
  text: string;
  finishReason: Exclude<FinishReason, "stopped">;
  /** What the positions are of: those of the request, or the provider's own. */
  passages: readonly Passage[];
  /** In the order of first use. */
  citedPositions: number[];
  /** One for each `[n]` of the text, in their order. */
  citations: Citation[];
  /** Of passages that it does not cite and that may answer too, likeliest first. */
  furtherPositions?: readonly number[];
  /** Share of its sentences that the passages support, 0 to 1; quoted ones do. Absent where it states nothing. */
  groundedness?: number;
  usage?: Usage;
  /** Written by another provider than the one that was asked. */
  isStandIn: boolean;
  /** How it was told that it is a refusal, where it is one of the model's. */
  refusedBy?: ModelRefusal["by"];
}

export interface WriteAnswerOptions {
  provider: GenerationProvider;
  signal: AbortSignal;
  /** What becomes of sentences that their passages do not support. */
  unsupported?: UnsupportedBehaviour | undefined;
  /** Told of what is no error and yet has to be known: a model that repeats its prompt. */
  onFailure?: ((failure: GenerationFailure) => void) | undefined;
  /** An unguessable mark, new for each prompt. */
  newFenceMark?: (() => string) | undefined;
}

/** An answer larger than this is a runaway: it is cut, and says so by its finish reason. */
const ANSWER_MAX_CHARS = 32_768;

/**
 * Lets a provider write and passes its deltas on (and before them its sources, where it numbers them itself), with every citation and address checked on the way, and each
 * sentence of a generated answer compared with the passages that it cites.
 *
 * A model that says in any words, or by the mark `NO_ANSWER`, that the passages do not answer has refused: the finish
 * reason is `refused`, and nothing of it is shown ({@link createRefusalHold}). Behind cited facts either is an answer to
 * a part, and only the mark is cut out. What repeats the prompt is refused as well, and what was shown of it is the
 * caller's to take back. Where the provider begins anew, what was shown is taken back and nothing of it is kept.
 *
 * @throws GenerationError as the provider does, and where it ends without an `end` or without a word.
 */
export async function* writeAnswer(
  request: GenerationRequest,
  {
    provider,
    signal,
    unsupported = DEFAULT_UNSUPPORTED_BEHAVIOUR,
    onFailure,
    newFenceMark = randomMark,
  }: WriteAnswerOptions,
): AsyncGenerator<
  ChatEventOf<"sources-available" | "text-delta" | "answer-reset">,
  WrittenAnswer,
  undefined
> {
  let { passages } = request;
  const positions = new Set(passages.map(({ source }) => source.position));
  const addresses = addressesOf(request);
  const fenceMark = newFenceMark();
  const isGenerative = provider.mode === "generative";
  const isSpokenOf = (words: string): boolean =>
    request.question.includes(words) || addresses.isQuoted?.(words) === true;
  /** What one text goes through; each has checks of its own. */
  const begin = () => ({
    filter: createCitationFilter({ positions, ...addresses }),
    guard: isGenerative ? createLeakGuard(secretsOf(request, fenceMark)) : undefined,
    tidier: isGenerative ? createReplyTidier({ positions, isQuoted: isSpokenOf }) : undefined,
    grounding: isGenerative
      ? createGroundednessFilter({ ...request, unsupported, disclaimer: request.style?.disclaimer })
      : undefined,
    hold: isGenerative ? createRefusalHold({ ...refusalHoldOptions(request), positions }) : undefined,
    // Behind the hold: a refusal is told by the model's own words.
    voice: isGenerative
      ? createSiteVoice({ positions, language: baseLanguage(request.locale), isSpokenOf: speaksOf(request) })
      : undefined,
    contacts: isGenerative ? createKnownContacts(knownContactsOf(request)) : undefined,
  });
  let { filter, guard, tidier, grounding, hold, voice, contacts } = begin();
  let text = "";
  /** Of it, what is not shown yet: an answer that cites nothing may turn out not to stand. */
  let unshown = "";
  let hasShown = false;
  /** The first half of a character that came cut in two. */
  let half = "";
  const finish = (
    finishReason: WrittenAnswer["finishReason"],
    usage?: Usage,
    citations?: readonly Citation[],
  ): WrittenAnswer => {
    const groundedness = grounding === undefined ? 1 : grounding.groundedness;
    return {
      mode: provider.mode,
      text,
      finishReason,
      passages,
      citedPositions: grounding?.isCredible === false ? [] : [...filter.citedPositions],
      citations:
        citations !== undefined && areThose(citations, text)
          ? [...citations]
          : finishReason === "refused"
            ? []
            : citedPlaces(text, { ...request, passages }),
      ...(groundedness !== undefined && { groundedness }),
      ...(usage !== undefined && { usage }),
      isStandIn: false,
    };
  };
  const refuse = (by: ModelRefusal["by"], usage?: Usage): WrittenAnswer => ({
    ...finish("refused", usage),
    refusedBy: by,
  });
  /** Why what came in may not be shown at all. */
  const refusal = (): ModelRefusal["by"] | undefined => {
    if (guard?.leaked === undefined) return hold?.refusedBy;
    onFailure?.({ reason: "prompt-leaked", what: guard.leaked });
    return "leak";
  };

  for await (const event of provider.generate({ ...request, fenceMark }, { signal })) {
    signal.throwIfAborted();
    if (event.type === "passages") {
      ({ passages } = event);
      positions.clear();
      for (const { source } of passages) positions.add(source.position);
      yield { type: "sources-available", sources: passages.map(({ source }) => source) };
      continue;
    }
    if (event.type === "restart") {
      if (hasShown) yield { type: "answer-reset", reason: "restarted" };
      hasShown = false;
      ({ filter, guard, tidier, grounding, hold, voice, contacts } = begin());
      text = unshown = half = "";
      continue;
    }
    if (event.type === "end") {
      // Cut off by a filter of the vendor's: what it had cited before is an answer to a part.
      const isCutOff = event.finishReason === "refused";
      const guarded = guard?.end() ?? "";
      const last = tidier === undefined ? guarded : tidier.push(guarded) + tidier.end();
      const held = hold === undefined ? last : hold.push(last) + hold.end();
      const refusedBy = refusal();
      if (refusedBy !== undefined)
        return refuse(isCutOff && refusedBy !== "leak" ? "provider" : refusedBy, event.usage);
      const voiced = voice === undefined ? held : voice.push(held) + voice.end();
      const said = contacts === undefined ? voiced : contacts.push(voiced) + contacts.end();
      const ready = grounding === undefined ? said : grounding.push(said) + grounding.end();
      const rest = filter.push(ready) + filter.end();
      text += rest;
      unshown += rest;
      if (isCutOff && filter.citedPositions.length === 0) return refuse("provider", event.usage);
      // What cites nothing and is not supported will not stand: it is not shown either.
      const isWorthShowing =
        !isGenerative || (filter.citedPositions.length > 0 && grounding?.isCredible !== false);
      if (unshown !== "" && (hasShown || isWorthShowing)) yield { type: "text-delta", text: unshown };
      // It spoke of nothing but itself.
      if (text.trim() === "" && voice?.hasLeftOut === true) return refuse("words", event.usage);
      // Where sentences were left out there was an answer, and without citations it is the caller's to replace.
      if (text.trim() === "" && (grounding?.sentences.length ?? 0) === 0)
        throw new GenerationError({ reason: "provider-stream-broken", detail: "empty answer" });
      const { furtherPositions } = event;
      return {
        ...finish(isCutOff ? "length" : event.finishReason, event.usage, event.citations),
        ...(furtherPositions !== undefined && { furtherPositions }),
      };
    }
    // Joined again before anything looks at it: half a character hides what it is.
    const piece = half + event.text;
    half = /[\uD800-\uDBFF]$/.exec(piece)?.[0] ?? "";
    const visible = stripInvisible(piece.slice(0, piece.length - half.length));
    const guarded = guard === undefined ? visible : guard.push(visible);
    const tidied = tidier === undefined ? guarded : tidier.push(guarded);
    const ready = hold === undefined ? tidied : hold.push(tidied);
    const refusedBy = refusal();
    if (refusedBy !== undefined) return refuse(refusedBy);
    const voiced = voice === undefined ? ready : voice.push(ready);
    const said = contacts === undefined ? voiced : contacts.push(voiced);
    const checked = filter.push(grounding === undefined ? said : grounding.push(said));
    text += checked;
    unshown += checked;
    if (unshown !== "" && grounding?.hasOwnCitations !== false) {
      yield { type: "text-delta", text: unshown };
      unshown = "";
      hasShown = true;
    }
    if (text.length > ANSWER_MAX_CHARS) return finish("length");
  }
  throw new GenerationError({ reason: "provider-stream-broken", detail: "ended without an end" });
}

/** Whether a provider's citations are those that its answer shows: what it wrote was checked on the way. */
function areThose(citations: readonly Citation[], text: string): boolean {
  const shown = citedStatements(text);
  return (
    shown.length === citations.length &&
    shown.every(({ position }, index) => position === citations[index]?.position)
  );
}

/** 128 random bits. */
function randomMark(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** The code of a call that nobody took is a fact about a phone. */
function refusalHoldOptions({ question, passages }: GenerationRequest): RefusalHoldOptions {
  const mark = NO_ANSWER_MARK.toLowerCase();
  const isMarkAWord = [question, ...passages.map(({ chunk }) => passageText(chunk.blocks))].some((text) =>
    text.toLowerCase().includes(mark),
  );
  return { question, isMarkAWord };
}

/** Whether the visitor or the pages have some words, in lower case. */
function speaksOf({ question, passages }: GenerationRequest): (words: string) => boolean {
  let known: string | undefined;
  return (words) => {
    known ??= [question, ...passages.map(({ chunk }) => passageText(chunk.blocks))].join("\n").toLowerCase();
    return known.includes(words);
  };
}

function knownContactsOf(request: GenerationRequest): KnownContactsOptions {
  const { passages, question, standaloneQuestion = "", history, style, locale } = request;
  return {
    language: baseLanguage(locale),
    pages: () =>
      passages
        .map(({ chunk, source }) =>
          [passageText(chunk.blocks), passageMarkdown(chunk.blocks), source.url].join("\n"),
        )
        .join("\n"),
    others: () =>
      [question, standaloneQuestion, ...history.map(({ text }) => text), ...Object.values(style ?? {})].join(
        "\n",
      ),
  };
}

/** What the prompt holds and nobody may read. */
function secretsOf(
  request: GenerationRequest,
  fenceMark: string,
): { instructions: string; fenceMark: string; publicText: () => string } {
  return {
    instructions: secretInstructions(request),
    fenceMark,
    publicText: () => request.passages.map(({ chunk }) => passageText(chunk.blocks)).join("\n"),
  };
}

/** An address may be shown whole when it is a source's, stands in a passage that was given or in the question. */
function addressesOf(request: GenerationRequest): Pick<CitationFilterOptions, "allowsAddress" | "isQuoted"> {
  const urls = new Set(
    request.passages.flatMap(({ source }) => {
      const page = source.url.split("#", 1)[0] ?? "";
      return [source.url, page, page.replace(/\/$/, "")];
    }),
  );
  let passages: string | undefined;
  const isQuoted = (address: string): boolean => {
    passages ??= request.passages
      .map(({ chunk }) => `${passageText(chunk.blocks)}\n${passageMarkdown(chunk.blocks)}`)
      .join("\n");
    return passages.includes(address);
  };
  return {
    allowsAddress: (address) => urls.has(address) || request.question.includes(address) || isQuoted(address),
    isQuoted,
  };
}
