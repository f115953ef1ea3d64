import type * as Conversation from "./conversation/main.ts";

let loading: Promise<typeof Conversation> | undefined;
let failures = 0;

/**
 * Loads what asks, and shows questions and answers, once: an open panel in which nobody has asked yet does without it. After a
 * failure the next call tries again, by another address: browsers keep a module that did not load.
 */
export function loadConversation(): Promise<typeof Conversation> {
  return (loading ??= (failures === 0 ? import("./conversation/main.ts") : loadAgain()).catch(
    (error: unknown) => {
      loading = undefined;
      failures++;
      throw error;
    },
  ));
}

/** As the build names it, beside this file. */
function loadAgain(): Promise<typeof Conversation> {
  const folder = import.meta.url.replace(/[^/]*$/, "");
  return import(/* @vite-ignore */ `${folder}conversation.js?${failures}`) as Promise<typeof Conversation>;
}
