import { METHOD_NAMES, type MethodName } from "../panel-contract.ts";
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
  let waiting: Command[] = [];
  const push = (...commands: Command[]): void => {
    const element = document.querySelector(TAG_NAME);
    if (!element) {
      waiting.push(...commands);
      return;
    }
    for (const [method, ...parameters] of commands) {
      // The page's own mistake must not stop the commands that follow it.
      if (!METHOD_NAMES.includes(method)) console.warn(`AssistantChat.push: there is no method "${method}".`);
      else void (element[method] as (...values: unknown[]) => unknown)(...parameters);
    }
  };
  window.AssistantChat = { push };
  document.addEventListener("assistant-ready", () => {
    const commands = waiting;
    waiting = [];
    push(...commands);
  });
  push(...(queued ?? []));
}
