import type { LauncherSettings } from "../../core/protocol.ts";

declare global {
  interface Window {
    /** What the Worker puts in front of the loader: settings of the launcher by site, `default` for pages that name none. */
    AssistantChatSites?: Record<string, LauncherSettings | undefined>;
  }
}

/** What the server says of an element's launcher, known before the first paint; attributes win. */
export function siteSettings(element: Element): LauncherSettings {
  const isLocal = element.getAttribute("config") === "local";
  return (!isLocal && window.AssistantChatSites?.[element.getAttribute("site") || "default"]) || {};
}
