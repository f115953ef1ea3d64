/**
 * Reads turns back. Everything is checked field by field: another script, an older version or a visitor may have
 * written anything there.
 */
import type { Citation, Source } from "../../core/protocol.ts";
import type { Turn } from "../chat-state.ts";
import { safeUrl } from "../safe-url.ts";

const STATUSES: readonly unknown[] = ["waiting", "streaming", "stopped", "failed"];

/** A stored turn; undefined for what is not one. */
export function parseTurn(value: unknown): Turn | undefined {
  if (!isRecord(value)) return undefined;
  const { id, question, status, text, askedAtMs, endedAtMs, repeats } = value;
  if (typeof id !== "string" || typeof question !== "string" || typeof text !== "string") return undefined;
  return Object.freeze({
    id,
    question,
    status: STATUSES.includes(status) ? (status as Turn["status"]) : "complete",
    text,
    sources: listOf(value["sources"], parseSource),
    citedPositions: listOf(value["citedPositions"], optionalNumber),
    citations: listOf(value["citations"], parseCitation),
    // Whoever shows it checks it.
    further: value["further"] as Turn["further"],
    followUps: listOf(value["followUps"], optionalText),
    query: optionalText(value["query"]),
    answerId: optionalText(value["answerId"]),
    lastEventId: optionalText(value["lastEventId"]),
    repeats: optionalNumber(repeats),
    finishReason: optionalText(value["finishReason"]) as Turn["finishReason"],
    prepared: value["prepared"] === true,
    rating: value["rating"] === "up" || value["rating"] === "down" ? value["rating"] : undefined,
    askedAtMs: optionalNumber(askedAtMs) ?? 0,
    endedAtMs: optionalNumber(endedAtMs),
    failure: isRecord(value["failure"]) ? (value["failure"] as unknown as Turn["failure"]) : undefined,
  });
}

function parseCitation(value: unknown): Citation | undefined {
  if (!isRecord(value)) return undefined;
  const { position, url, section } = value;
  if (typeof position !== "number" || typeof url !== "string" || safeUrl(url) === undefined) return undefined;
  return { position, url, ...(typeof section === "string" ? { section } : {}) };
}

function parseSource(value: unknown): Source | undefined {
  if (!isRecord(value)) return undefined;
  const { position, title, section, url, excerpt, score } = value;
  if (typeof position !== "number" || typeof title !== "string" || typeof url !== "string") return undefined;
  if (safeUrl(url) === undefined) return undefined;
  return {
    position,
    title,
    url,
    excerpt: optionalText(excerpt) ?? "",
    score: optionalNumber(score) ?? 0,
    ...(typeof section === "string" ? { section } : {}),
  };
}

export function listOf<T>(value: unknown, parse: (item: unknown) => T | undefined): T[] {
  return Array.isArray(value) ? value.map(parse).filter((item) => item !== undefined) : [];
}

export function optionalText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function optionalNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
