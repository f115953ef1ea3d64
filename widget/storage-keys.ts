/** Keys in `sessionStorage` or `localStorage`. The number is the version of what is stored under them. */
const PREFIX = "assistant-chat:1:";

export const conversationKey = (site: string): string => PREFIX + site;

/** Holds "1" while the panel is open, so that it is open again on the next page. */
export const openKey = (site: string): string => PREFIX + site + ":open";
