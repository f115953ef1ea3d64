import type * as Conversation from "./conversation/main.ts";

let loading: Promise<typeof Conversation> | undefined;

/**
 * Loads what asks, and shows questions and answers, once: an open panel in which nobody has asked yet does without it. After a
 * failure the next call tries again.
 */
export function loadConversation(): Promise<typeof Conversation> {
  return (loading ??= import("./conversation/main.ts").catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}
