import { calendarDay } from "../../core/answer/cache/calendar-day.ts";
import { EVENT_KINDS } from "../../core/counted-events.ts";
import { SERVICE_LIMITS, type CountedEvent } from "../../core/protocol.ts";
import { eventsRequestSchema } from "../../core/protocol-schema.ts";
import { BODY_TIMEOUT_MS, MAX_JSON_DEPTH } from "../constants.ts";
import type { AppContext } from "../context.ts";
import type { Deps } from "../deps.ts";
import { RequestError } from "../errors.ts";
import { readJsonBody } from "../json-body.ts";
import { describeError } from "../log.ts";
import { requireSiteOrigin } from "../middleware/cross-origin.ts";
import { configuredSites, requirePublished } from "../sites.ts";
import type { EventCount } from "../storage/event-count-store.ts";

/** `POST /v1/events`: adds what happened to the counts of the day. 204, also where nothing of it is known here. */
export function eventsRoute(deps: Deps): (context: AppContext) => Promise<Response> {
  return async (context) => {
    const request = await readJsonBody(context.req.raw, eventsRequestSchema, {
      maxBytes: SERVICE_LIMITS.eventsBodyMaxBytes,
      maxDepth: MAX_JSON_DEPTH,
      timeoutMs: BODY_TIMEOUT_MS,
    });
    const site = await deps.siteOf(request.site);
    requireSiteOrigin(context, deps.origins, site);
    // Anyone may send counts: a site that nobody named or published must not get rows.
    if (!configuredSites(deps.config).includes(site)) await requirePublished(deps, site);
    const counts = countEvents(request.events);
    if (counts.length > 0) {
      try {
        await deps.eventCounts.add(site, calendarDay(deps.now(), deps.config.timeZone), counts);
      } catch (error) {
        throw new RequestError({ reason: "events-not-counted", detail: describeError(error) }, error);
      }
    }
    return context.body(null, 204);
  };
}

/** Sums up events of the same name and kind. Only what is on the list is kept: a newer element may know more. */
export function countEvents(events: readonly CountedEvent[]): EventCount[] {
  const counts = new Map<string, EventCount>();
  for (const { name, kind = "" } of events) {
    if (!Object.hasOwn(EVENT_KINDS, name)) continue;
    const kinds: readonly string[] = EVENT_KINDS[name as keyof typeof EVENT_KINDS];
    const known = kinds.includes(kind) ? kind : "";
    const entry = counts.get(`${name} ${known}`) ?? { name, kind: known, count: 0 };
    entry.count += 1;
    counts.set(`${name} ${known}`, entry);
  }
  return [...counts.values()];
}
