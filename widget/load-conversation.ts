let loading: Promise<unknown> | undefined;

/**
 * Loads what shows questions and answers, once: an open panel in which nobody has asked yet does without it. After a
 * failure the next call tries again.
 */
export function loadConversation(): Promise<unknown> {
  return (loading ??= import("./conversation/main.ts").catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}
