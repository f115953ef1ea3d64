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
  type ChatRequest,
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

export const searchFiltersSchema = z.object({
  pathPrefix: z
    .string("must be a text")
    .max(500, "must be at most 500 characters")
    .startsWith("/")
    .optional(),
  language: localeSchema.optional(),
}) satisfies z.ZodType<SearchFilters>;

const questionSchema = z
  .string("must be a text")
  .max(LIMITS.questionMaxChars, `must be at most ${LIMITS.questionMaxChars} characters`)
  .refine((text) => text.trim() !== "", "must not be empty");

/** `POST /v1/chat`. Unknown fields are dropped. */
export const chatRequestSchema = z.object({
  question: questionSchema,
  site: siteIdSchema.optional(),
  conversationId: idSchema.optional(),
  history: z
    .array(
      z.object({
        role: z.enum(["visitor", "assistant"], "must be visitor or assistant"),
        text: z.string("must be a text").transform((text) => text.slice(0, LIMITS.historyTurnMaxChars)),
      }),
      "must be a list of turns",
    )
    .max(1000, "must have at most 1000 turns")
    .transform((turns) => turns.slice(-LIMITS.historyMaxTurns))
    .optional(),
  locale: localeSchema.optional(),
  page: z
    .object({ url: z.url("must be a URL").max(2000), title: z.string("must be a text").max(500) })
    .optional(),
  filters: searchFiltersSchema.optional(),
}) satisfies z.ZodType<ChatRequest>;

/** The query string of `GET /v1/search`. */
export const searchQuerySchema = z.object({
  q: questionSchema,
  site: siteIdSchema.optional(),
  limit: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(LIMITS.searchMaxResults, `must be at most ${LIMITS.searchMaxResults}`)
    .default(10),
  locale: localeSchema.optional(),
});

/** `POST /v1/feedback`. */
export const feedbackRequestSchema = z.object({
  answerId: idSchema,
  rating: z.enum(FEEDBACK_RATINGS, "must be up or down"),
  site: siteIdSchema.optional(),
  reasons: z.array(z.enum(FEEDBACK_REASONS)).max(FEEDBACK_REASONS.length).optional(),
  comment: z
    .string("must be a text")
    .max(LIMITS.feedbackCommentMaxChars, `must be at most ${LIMITS.feedbackCommentMaxChars} characters`)
    .optional(),
}) satisfies z.ZodType<FeedbackRequest>;

const shortText = (maxChars: number) =>
  z.string("must be a text").max(maxChars, `must be at most ${maxChars} characters`);

/** What an owner configures for a site on the server. */
export const siteConfigSchema = z.strictObject({
  assistantName: shortText(80).optional(),
  greeting: shortText(500).optional(),
  placeholder: shortText(120).optional(),
  disclaimer: shortText(500).optional(),
  launcherLabel: shortText(80).optional(),
  starters: z.array(shortText(200)).max(LIMITS.startersMax).optional(),
  accent: shortText(80).optional(),
  theme: z.enum(["auto", "light", "dark"]).optional(),
  position: z.enum(["bottom-end", "bottom-start", "end", "start"]).optional(),
}) satisfies z.ZodType<Omit<SiteConfig, "site">>;

/** Field errors by dotted path, each a list of sentences: the `fields` of the error body. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".") || "body";
    (fields[path] ??= []).push(issue.message);
  }
  return fields;
}
