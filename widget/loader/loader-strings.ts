/** The sentences that the launcher needs before anything else is loaded. */
export const LOADER_STRINGS = {
  launcherLabel: "Ask a question",
  loadFailed: "The assistant did not load. Try again",
} as const;
