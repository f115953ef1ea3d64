import { AssistantChatElement } from "./assistant-chat-element.ts";

export const TAG_NAME = "assistant-chat";

/**
 * Registers the element once; beside another version the first one that came serves the page.
 *
 * @returns false where the name belongs to something else, and nothing can be shown.
 */
export function defineAssistantChat(): boolean {
  const before = customElements.get(TAG_NAME);
  if (!before) customElements.define(TAG_NAME, AssistantChatElement);
  const isOurs = !before || "scriptUrl" in before;
  if (!isOurs) {
    console.warn("assistant-chat: another script has the name. Load this first.");
  }
  return isOurs;
}

declare global {
  interface HTMLElementTagNameMap {
    "assistant-chat": AssistantChatElement;
  }
}
