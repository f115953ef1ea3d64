/**
 * What the boundaries accept, as zod schemas: the one description that validates requests, and from which the
 * API document and the tests' inputs are made. Kept apart from `protocol.ts` so that the widget, which only
 * writes requests, does not carry a validator.
 */
import * as z from "zod";
import { SITE_ID_PATTERN } from "./corpus/format.ts";
import {
  FEEDBACK_RATINGS,
  FEEDBACK_REASONS,
  LIMITS,
  SERVICE_LIMITS,
  type ChatRequest,
  type EventsRequest,
  type FeedbackRequest,
  type SearchFilters,
  type SiteConfig,
} from "./protocol.ts";

export const siteIdSchema = z
  .string("must be a text")
  .regex(SITE_ID_PATTERN, "must be lower-case letters, digits and hyphens, at most 63");

const localeSchema = z
  .string("must be a text")
  .max(35, "must be a BCP 47 language tag such as en or pt-BR")
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "must be a BCP 47 language tag such as en or pt-BR");

const idSchema = z
  .string("must be a text")
  .regex(/^[A-Za-z0-9_-]{8,64}$/, "must be 8 to 64 letters, digits, hyphens or underscores");

const shortText = (maxChars: number) =>
  z.string("must be a text").max(maxChars, `must be at most ${maxChars} characters`);

const OBJECT_MESSAGE = "must be an object";

const searchFiltersSchema = z.object(
  {
    pathPrefix: shortText(500).startsWith("/", "must be a path that begins with /").optional(),
    language: localeSchema.optional(),
    section: shortText(200).optional(),
    updatedSince: z.iso.date("must be a date like 2026-01-31").optional(),
  },
  OBJECT_MESSAGE,
) satisfies z.ZodType<SearchFilters>;

const questionSchema = z
  .string("must be a text")
  .max(LIMITS.questionMaxChars, `must be at most ${LIMITS.questionMaxChars} characters`)
  .refine((text) => text.trim() !== "", "must not be empty");

const historyTurnSchema = z.object(
  {
    role: z.enum(["visitor", "assistant"], "must be visitor or assistant"),
    text: z.string("must be a text").transform((text) => text.slice(0, LIMITS.historyTurnMaxChars)),
  },
  OBJECT_MESSAGE,
);

const pageUrlSchema = z
  .url({ protocol: /^https?$/, error: "must be an http(s) URL" })
  .max(2000, "must be at most 2000 characters");

/** `POST /v1/chat`. Unknown fields are dropped. */
export const chatRequestSchema = z.object(
  {
    question: questionSchema,
    site: siteIdSchema.optional(),
    conversationId: idSchema.optional(),
    history: z
      .array(historyTurnSchema, "must be a list of turns")
      // However many there are: the size of the body bounds them.
      .transform((turns) => turns.slice(-LIMITS.historyMaxTurns))
      .optional(),
    locale: localeSchema.optional(),
    page: z.object({ url: pageUrlSchema, title: shortText(500) }, OBJECT_MESSAGE).optional(),
    filters: searchFiltersSchema.optional(),
  },
  OBJECT_MESSAGE,
) satisfies z.ZodType<ChatRequest>;

/** The query string of `GET /v1/search`. */
export const searchQuerySchema = z.object({
  q: questionSchema,
  site: siteIdSchema.optional(),
  // Digits alone: `Number` would also read 0x10, 1e1 and white space.
  limit: z
    .string("must be a whole number")
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, "must be at least 1")
        .max(SERVICE_LIMITS.searchMaxResults, `must be at most ${SERVICE_LIMITS.searchMaxResults}`),
    )
    .default(10),
  locale: localeSchema.optional(),
  typing: z
    .enum(["true", "false"], "must be true or false")
    .transform((value) => value === "true")
    .optional(),
  ...searchFiltersSchema.shape,
});

/** `POST /v1/feedback`. */
export const feedbackRequestSchema = z.object(
  {
    answerId: idSchema,
    rating: z.enum(FEEDBACK_RATINGS, "must be up or down"),
    site: siteIdSchema.optional(),
    reasons: z
      .array(z.enum(FEEDBACK_REASONS, `must be one of ${FEEDBACK_REASONS.join(", ")}`), "must be a list")
      .refine((reasons) => new Set(reasons).size === reasons.length, "must name each reason once")
      .optional(),
    comment: shortText(SERVICE_LIMITS.feedbackCommentMaxChars).optional(),
  },
  OBJECT_MESSAGE,
) satisfies z.ZodType<FeedbackRequest>;

const eventWordSchema = z
  .string("must be a text")
  .regex(/^[a-z][a-z-]{0,39}$/, "must be lower-case letters and hyphens, at most 40");

/** `POST /v1/events`. Names and kinds are words, so that nothing that somebody wrote can come along. */
export const eventsRequestSchema = z.object(
  {
    site: siteIdSchema.optional(),
    events: z
      .array(
        z.object({ name: eventWordSchema, kind: eventWordSchema.optional() }, OBJECT_MESSAGE),
        "must be a list of events",
      )
      .min(1, "must have an event")
      .max(SERVICE_LIMITS.eventsMaxCount, `must be at most ${SERVICE_LIMITS.eventsMaxCount} events`),
  },
  OBJECT_MESSAGE,
) satisfies z.ZodType<EventsRequest>;

/** A page, a mailbox or a telephone. */
const CONTACT =
  /^(?:https?:\/\/[^\s/]{1,200}\.[^\s]{2,280}|\/[^\s/][^\s]{0,280}|(?:mailto:)?[^\s@]{1,64}@[^\s@]{1,200}\.[a-z\d-]{2,24}|(?:tel:)?\+?[\d ()/.-]{5,30})$/iu;

/** A year. */
const MAX_CONVERSATION_TIMEOUT_MINUTES = 366 * 24 * 60;
/** Browsers give all scripts of a site about 5 MB together. */
const MAX_CONVERSATIONS = 50;

/** What an owner configures for a site on the server. */
export const siteConfigSchema = z.strictObject({
  assistantName: shortText(80).optional(),
  contact: shortText(300)
    .refine((text) => CONTACT.test(text), {
      error: "must be a web address (https://…), a mail address or a telephone number",
    })
    .optional(),
  greeting: shortText(500).optional(),
  placeholder: shortText(120).optional(),
  disclaimer: shortText(500).optional(),
  launcherLabel: shortText(80).optional(),
  starters: z.array(shortText(200)).max(LIMITS.startersMax).optional(),
  accent: shortText(80).optional(),
  theme: z.enum(["auto", "light", "dark"]).optional(),
  position: z.enum(["bottom-end", "bottom-start", "end", "start"]).optional(),
  conversationTimeoutMinutes: z.number().min(0).max(MAX_CONVERSATION_TIMEOUT_MINUTES).optional(),
  maxConversations: z.int().min(1).max(MAX_CONVERSATIONS).optional(),
}) satisfies z.ZodType<Omit<SiteConfig, "site">>;

/** Enough to mend a request by; one body can be wrong in thousands of places. */
const MAX_REPORTED_ISSUES = 20;

/** Field errors by dotted path, each a list of sentences: the `fields` of the error body. The first 20 of them. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const issue of error.issues.slice(0, MAX_REPORTED_ISSUES)) {
    const path = issue.path.map(String).join(".") || "body";
    (fields[path] ??= []).push(issue.message);
  }
  return fields;
}
