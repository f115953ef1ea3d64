import type { MethodName } from "../panel-contract.ts";
import type { AssistantChatElement } from "./assistant-chat-element.ts";
import { TAG_NAME } from "./define.ts";

/** `["ask", "How do I install it?"]`: a method of the element with its parameters. */
export type Command = [method: MethodName, ...parameters: unknown[]];

interface CommandQueue {
  push(...commands: Command[]): void;
}

declare global {
  interface Window {
    AssistantChat?: Command[] | CommandQueue;
  }
}

/**
 * Runs what the page pushed to `window.AssistantChat` before the loader came, and from then on runs each
 * push at once, on the first `<assistant-chat>` of the page; until there is one, commands wait for it.
 */
export function takeOverCommandQueue(): void {
  const queued = window.AssistantChat;
  if (queued && !Array.isArray(queued)) return;
  const waiting: Command[] = queued ?? [];
  const run = (): void => {
    const element = document.querySelector<AssistantChatElement>(TAG_NAME);
    if (!element) return;
    for (const [method, ...parameters] of waiting.splice(0)) {
      // Each in its own task: a misspelt method is an error in the console and does not stop the others.
      queueMicrotask(() => (element[method] as (...values: unknown[]) => unknown)(...parameters));
    }
  };
  window.AssistantChat = {
    push: (...commands) => {
      waiting.push(...commands);
      run();
    },
  };
  document.addEventListener("assistant-ready", run);
  run();
}
