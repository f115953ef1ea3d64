import { searchQuerySchema } from "../../core/protocol-schema.ts";
import { searchCorpus } from "../../core/search/search-corpus.ts";
import { baseLanguage } from "../../core/language/base-language.ts";
import { backgroundOf, type AppContext } from "../context.ts";
import type { Deps } from "../deps.ts";
import { RequestError, failureOf } from "../errors.ts";
import { parseFields } from "../json-body.ts";
import { describeError } from "../log.ts";
import { requireSiteOrigin } from "../middleware/cross-origin.ts";
import { openSiteCorpus } from "../sites.ts";

/**
 * `GET /v1/search?q=&site=&limit=&locale=`: the passages that match best, without an answer. Pages in the
 * visitor's language only, where the site has any; else in every language. `pathPrefix`, `section`,
 * `updatedSince` and `language` narrow it down further. With `typing=true` the last word may be a beginning: for results while somebody types.
 */
export function searchRoute(deps: Deps): (context: AppContext) => Promise<Response> {
  return async (context) => {
    const parsed = parseFields(searchQuerySchema, context.req.query());
    const { q, site: requested, limit, locale, typing, ...filters } = parsed;
    const site = await deps.siteOf(requested);
    requireSiteOrigin(context, deps.origins, site);
    const corpus = await openSiteCorpus(context, deps, site);
    const hasLocale = locale !== undefined && corpus.languages.has(baseLanguage(locale));
    const search = searchCorpus(corpus, {
      query: q,
      limit,
      isLastWordOpen: typing,
      filters: { ...(hasLocale && { language: locale }), ...filters },
    });
    // Its reads are shared with other requests, and must outlive a visitor who leaves.
    backgroundOf(context)(search);
    try {
      return context.json(await search);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.reason !== "unexpected") throw error;
      throw new RequestError({ reason: "corpus-unreadable", detail: describeError(error) }, error);
    }
  };
}
