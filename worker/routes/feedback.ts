import { SERVICE_LIMITS } from "../../core/protocol.ts";
import { feedbackRequestSchema } from "../../core/protocol-schema.ts";
import { BODY_TIMEOUT_MS, MAX_JSON_DEPTH } from "../constants.ts";
import type { AppContext } from "../context.ts";
import type { Deps } from "../deps.ts";
import { RequestError } from "../errors.ts";
import { readJsonBody } from "../json-body.ts";
import { describeError } from "../log.ts";
import { requireSiteOrigin } from "../middleware/cross-origin.ts";
import { configuredSites, requirePublished } from "../sites.ts";

/** `POST /v1/feedback`: keeps a rating. 204, and the same again is 204 again. */
export function feedbackRoute(deps: Deps): (context: AppContext) => Promise<Response> {
  return async (context) => {
    const feedback = await readJsonBody(context.req.raw, feedbackRequestSchema, {
      maxBytes: SERVICE_LIMITS.bodyMaxBytes,
      maxDepth: MAX_JSON_DEPTH,
      timeoutMs: BODY_TIMEOUT_MS,
    });
    const site = await deps.siteOf(feedback.site);
    requireSiteOrigin(context, deps.origins, site);
    // A site that its owner has neither named nor published has no answers that could be rated.
    if (!configuredSites(deps.config).includes(site)) await requirePublished(deps, site);
    try {
      await deps.feedback.save({ ...feedback, site });
    } catch (error) {
      throw new RequestError({ reason: "feedback-not-stored", detail: describeError(error) }, error);
    }
    return context.body(null, 204);
  };
}
