/** Keys in `sessionStorage` and `localStorage`. Their number is the version of what is stored under them. */

/** Turns that are kept: a conversation that is longer than this begins to cost every page load. */
export const MAX_TURNS = 30;

/** Longer entries are neither written nor read: browsers share about 5 MB between all scripts of a site. */
export const MAX_ENTRY_CHARS = 1024 * 1024;

/**
 * What keeps apart the conversations of several elements of one site: their `id`, or, where they have none, their
 * order in the page. The only one, and the first, is called as the site is.
 */
export function instanceName(host: Element): string {
  const name = (element: Element): string =>
    (element.getAttribute("site") || "default") + (element.id && `#${encodeURIComponent(element.id)}`);
  const own = name(host);
  const twins = [...document.querySelectorAll(host.localName)].filter((element) => name(element) === own);
  const index = twins.indexOf(host);
  return index > 0 ? `${own}~${index}` : own;
}

/** Holds "1" while the panel is open, so that it is open again on the next page. In the tab's storage. */
export const openKey = (instance: string): string => `assistant-chat:1:${instance}:open`;

/** Before the key of each kept conversation of an instance. */
export const threadPrefix = (instance: string): string => `assistant-chat:2:${instance}:`;

/** What this tab was at: its conversation, and what stands in the input. In the tab's storage. */
export const tabKey = (instance: string): string => `assistant-chat:2-tab:${instance}`;

/** Where versions before 2 kept their only conversation. */
export const formerKey = (instance: string): string => `assistant-chat:1:${instance}`;
