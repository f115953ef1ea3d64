import { AssistantChatElement } from "./assistant-chat-element.ts";

export const TAG_NAME = "assistant-chat";

/** Registers the element once; beside another version the first one that came serves the page. */
export function defineAssistantChat(): void {
  if (!customElements.get(TAG_NAME)) customElements.define(TAG_NAME, AssistantChatElement);
}

declare global {
  interface HTMLElementTagNameMap {
    "assistant-chat": AssistantChatElement;
  }
}
