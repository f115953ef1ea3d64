/**
 * Hands the element's events on, without any text of a visitor: to the Worker, or to the page's `dataLayer`.
 * Never throws and never waits: counting must not cost an answer. A file of its own, for pages that count.
 */
import type { CountedEvent, EventsRequest } from "../core/protocol.ts";
import type { WidgetConfig } from "./config.ts";
import type { AssistantEventName } from "./events.ts";

/** What comes together within this time goes in one request, of which a visitor has so many in a minute. */
const COLLECT_MS = 2000;
/** As many as the Worker takes at once. */
const MAX_EVENTS = 50;

/** The one word of an event's detail that says which kind it was. */
const KIND_FIELDS = ["finishReason", "mode", "rating", "code", "what"];

const waiting = new Map<string, { endpoint: string; site: string; events: CountedEvent[] }>();

export function sendEvent(
  { analytics, endpoint, site }: Pick<WidgetConfig, "analytics" | "endpoint" | "site">,
  name: AssistantEventName,
  eventDetail: unknown,
): void {
  // A question is counted, and its text stays here.
  const detail: Record<string, unknown> =
    name === "assistant-question" ? {} : { ...(eventDetail as object | undefined) };
  if (analytics === "datalayer") {
    const page = window as unknown as { dataLayer?: unknown[] };
    (page.dataLayer ??= []).push({ event: name.replaceAll("-", "_"), site, ...detail });
  } else if (analytics === "events") {
    const field = KIND_FIELDS.find((key) => typeof detail[key] === "string");
    const key = `${endpoint} ${site}`;
    const batch = waiting.get(key) ?? { endpoint, site, events: [] };
    batch.events.push(field ? { name, kind: detail[field] as string } : { name });
    if (!waiting.size) setTimeout(sendWaiting, COLLECT_MS);
    waiting.set(key, batch);
    if (batch.events.length >= MAX_EVENTS) sendWaiting();
  }
}

function sendWaiting(): void {
  for (const { endpoint, site, events } of waiting.values()) {
    // Outlives the page, so that the last click of a visit counts too.
    fetch(`${endpoint}/v1/events`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ site, events } satisfies EventsRequest),
      keepalive: true,
    }).catch(() => undefined);
  }
  waiting.clear();
}

// The page may be gone before the time is over.
document.addEventListener("visibilitychange", sendWaiting);
