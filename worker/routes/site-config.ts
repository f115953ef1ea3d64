import type { SiteConfig } from "../../core/protocol.ts";
import { siteIdSchema } from "../../core/protocol-schema.ts";
import { SITE_CONFIG_MAX_AGE_SECONDS } from "../constants.ts";
import type { AppContext } from "../context.ts";
import type { Deps } from "../deps.ts";
import { RequestError } from "../errors.ts";
import { requireSiteOrigin } from "../middleware/cross-origin.ts";
import { isKnownSite, requirePublished } from "../sites.ts";

/** `GET /v1/sites/:site/config`: what the owner set for the element; `{site}` alone where nothing is set. */
export function siteConfigRoute(deps: Deps): (context: AppContext) => Promise<Response> {
  return async (context) => {
    const parsed = siteIdSchema.safeParse(context.req.param("site"));
    if (!parsed.success) throw new RequestError({ reason: "site-unknown" });
    const site = parsed.data;
    requireSiteOrigin(context, deps.origins, site);
    // A site that nobody configured exists by its corpus alone.
    if (!isKnownSite(deps.config, site)) await requirePublished(deps, site);
    context.header("cache-control", `public, max-age=${SITE_CONFIG_MAX_AGE_SECONDS}`);
    return context.json({ site, ...deps.config.sites.get(site) } satisfies SiteConfig);
  };
}
