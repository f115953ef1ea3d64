import type { SiteConfig } from "../../core/protocol.ts";
import { siteIdSchema } from "../../core/protocol-schema.ts";
import { SITE_CONFIG_MAX_AGE_SECONDS } from "../constants.ts";
import type { AppContext } from "../context.ts";
import type { Deps } from "../deps.ts";
import { RequestError } from "../errors.ts";
import { requireSiteOrigin } from "../middleware/cross-origin.ts";
import { isKnownSite, requirePublished } from "../sites.ts";

/** `GET /v1/sites/:site/config`: what the owner set for the element; with the corpus's own starters where the owner has set none. */
export function siteConfigRoute(deps: Deps): (context: AppContext) => Promise<Response> {
  return async (context) => {
    const parsed = siteIdSchema.safeParse(context.req.param("site"));
    if (!parsed.success) throw new RequestError({ reason: "site-unknown" });
    const site = await deps.siteOf(parsed.data);
    requireSiteOrigin(context, deps.origins, site);
    const starters = await startersOf(deps, site);
    context.header("cache-control", `public, max-age=${SITE_CONFIG_MAX_AGE_SECONDS}`);
    return context.json({ site, ...starters, ...deps.config.sites.get(site) } satisfies SiteConfig);
  };
}

/**
 * The questions to begin with that the corpus knows; the owner's own take their place. A site that nobody
 * configured exists by its corpus alone; one that is configured is served without.
 */
async function startersOf(deps: Deps, site: string): Promise<Pick<SiteConfig, "starters">> {
  if (deps.config.sites.get(site)?.starters !== undefined) return {};
  try {
    const { starters } = await requirePublished(deps, site);
    return starters === undefined || starters.length === 0 ? {} : { starters };
  } catch (error) {
    if (isKnownSite(deps.config, site)) return {};
    throw error;
  }
}
