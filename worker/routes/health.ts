import type { HealthResponse } from "../../core/protocol.ts";
import { siteIdSchema } from "../../core/protocol-schema.ts";
import { HEALTH_CHECK_TIMEOUT_MS, HEALTH_MAX_AGE_MS } from "../constants.ts";
import type { AppContext } from "../context.ts";
import type { Deps } from "../deps.ts";
import { parseFields } from "../json-body.ts";
import { describeError } from "../log.ts";
import { configuredSites, isKnownSite } from "../sites.ts";
import { withTimeLimit } from "../time-limit.ts";
import * as z from "zod";

const healthQuerySchema = z.object({ site: siteIdSchema.optional() });

interface SiteHealth {
  corpusVersion: string | null;
  problem?: string;
  /** It answers, though not as well as it could. */
  shortcoming?: string;
}

/**
 * `GET /v1/health`: whether questions can be answered, and if not, what is wrong and how to mend it. Looks at
 * the site in `?site=`, else at all configured sites, else at the default one. `down` (503) when none of
 * them can answer, `degraded` (200) when some cannot, answer less well than they could, or feedback is lost.
 *
 * It opens no corpus: damage shows once a question has met it. For sites of the owner it is found out once in
 * {@link HEALTH_MAX_AGE_MS}, however often it is asked for.
 */
export function healthRoute(deps: Deps): (context: AppContext) => Promise<Response> {
  const remembered = new Map<string | undefined, { health: HealthResponse; foundAtMs: number }>();
  return async (context) => {
    const { site } = parseFields(healthQuerySchema, context.req.query());
    const kept = remembered.get(site);
    if (kept !== undefined && deps.now() - kept.foundAtMs < HEALTH_MAX_AGE_MS) {
      return respond(context, kept.health);
    }
    const configured = configuredSites(deps.config);
    const sites = site === undefined && configured.length > 0 ? configured : [await deps.siteOf(site)];
    const [databaseProblem, ...siteHealths] = await Promise.all([
      checkDatabase(deps),
      ...sites.map((name) => checkSite(context, deps, name)),
    ]);
    const problems = [
      ...siteHealths.flatMap(({ problem, shortcoming }) => [problem, shortcoming]),
      databaseProblem,
    ].filter((problem) => problem !== undefined);
    const answering = siteHealths.filter(({ problem }) => problem === undefined);
    const health: HealthResponse = {
      status: answering.length === 0 ? "down" : problems.length > 0 ? "degraded" : "ok",
      version: deps.version,
      corpusVersion: answering[0]?.corpusVersion ?? null,
      ...(problems.length > 0 && { message: problems.join(" ") }),
    };
    if (site === undefined || isKnownSite(deps.config, site)) {
      remembered.set(site, { health, foundAtMs: deps.now() });
    }
    return respond(context, health);
  };
}

function respond(context: AppContext, health: HealthResponse): Response {
  return context.json(health, health.status === "down" ? 503 : 200);
}

async function checkSite(context: AppContext, deps: Deps, site: string): Promise<SiteHealth> {
  try {
    const manifest = await deps.corpora.find(site);
    if (manifest !== undefined) {
      const { corpusVersion } = manifest;
      const missing = deps.corpora.shortcomingOf(site);
      if (missing === undefined) return { corpusVersion };
      const shortcoming = `Questions of site ${site} are compared by words alone: ${missing}. Build and publish the corpus again.`;
      return { corpusVersion, shortcoming };
    }
    return {
      corpusVersion: null,
      problem:
        `No corpus is published for site ${site}: run \`npx assistant-chat build <folder> --site ${site}\` and ` +
        `then \`npx assistant-chat publish dist/corpus --site ${site}\` (\`--local\` or \`--remote\`).`,
    };
  } catch (error) {
    const detail = describeError(error);
    deps.log({
      level: "error",
      event: "health-corpus-failed",
      requestId: context.get("requestId"),
      site,
      detail,
    });
    return {
      corpusVersion: null,
      problem: `The corpus of site ${site} cannot be read. Build and publish it again; the log has the reason.`,
    };
  }
}

async function checkDatabase({ feedback, eventCounts, log }: Deps): Promise<string | undefined> {
  try {
    const checks = Promise.all([feedback.check(), eventCounts.check()]);
    await withTimeLimit(checks, HEALTH_CHECK_TIMEOUT_MS, "the tables of feedback and events");
    return undefined;
  } catch (error) {
    log({ level: "error", event: "health-database-failed", detail: describeError(error) });
    return "Feedback and events cannot be kept: run `npx wrangler d1 migrations apply DB` (`--local` or `--remote`).";
  }
}
