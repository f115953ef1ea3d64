/** Every sentence of the search field, in English. */
export const SEARCH_ENGLISH = {
  placeholder: "Search or ask",
  results: "Pages and questions",
  ask: (question: string) => `Ask: ${question}`,
  recent: "Recent searches",
  forgetRecent: "Forget recent searches",
  failed: "The search cannot be reached.",
  pagesFound: (count: number) =>
    count === 0 ? "No page found." : `${count} ${count === 1 ? "page" : "pages"} found.`,
};

export type SearchStrings = typeof SEARCH_ENGLISH;
