/** A conversation, and those before it, as a page gets them. */
import { citedSources } from "../../core/citation/cited-sources.ts";
import type { Turn } from "../chat-state.ts";
import type { ExportedData, TranscriptTurn } from "../panel-contract.ts";
import { threadTitle, type Thread } from "./thread.ts";

export function toTranscript(turns: readonly Turn[]): TranscriptTurn[] {
  return turns.map(
    ({ question, text, askedAtMs, sources, citations, rating, followUps, finishReason }): TranscriptTurn => ({
      question,
      answer: text,
      askedAtMs,
      sources: citedSources(sources, citations).map(({ position, title, url }) => ({ position, title, url })),
      ...(rating === undefined ? {} : { rating }),
      ...(finishReason === undefined ? {} : { finishReason }),
      followUps: [...followUps],
    }),
  );
}

/** The conversations before the one that is shown, the newest first. */
export function exportHistory(
  threads: readonly Thread[],
  shownId: string | undefined,
): ExportedData["history"] {
  return threads
    .filter(({ id }) => id !== shownId)
    .map((thread) => ({
      title: threadTitle(thread),
      changedAtMs: thread.changedAtMs,
      turns: toTranscript(thread.turns),
    }));
}
