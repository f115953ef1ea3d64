/**
 * Hands the element's events on, without any text of a visitor: to the Worker, or to the page's `dataLayer`.
 * Never throws and never waits: counting must not cost an answer. A file of its own, for pages that count.
 */
import type { WidgetConfig } from "./config.ts";
import type { AssistantEventName } from "./events.ts";

export function sendEvent(
  { analytics, endpoint, site }: Pick<WidgetConfig, "analytics" | "endpoint" | "site">,
  name: AssistantEventName,
  eventDetail: unknown,
): void {
  // A question is counted, and its text stays here.
  const detail = name === "assistant-question" ? {} : { ...(eventDetail as object | undefined) };
  if (analytics === "datalayer") {
    const page = window as unknown as { dataLayer?: unknown[] };
    (page.dataLayer ??= []).push({ event: name.replaceAll("-", "_"), site, ...detail });
  } else if (analytics === "events") {
    // Outlives the page, so that the last click of a visit counts too.
    fetch(`${endpoint}/v1/events`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ site, events: [{ name, detail, atMs: Date.now() }] }),
      keepalive: true,
    }).catch(() => undefined);
  }
}
