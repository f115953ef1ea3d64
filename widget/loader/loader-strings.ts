/** The sentences that the launcher needs before anything else is loaded. */
export const LOADER_STRINGS = {
  launcherLabel: "Ask a question",
  loadFailed: "The assistant could not be loaded.",
  tryAgain: "Try again",
} as const;
