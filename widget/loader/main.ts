/**
 * `assistant-chat.js`: all that a page pays before a visitor acts. It works as a classic, async, deferred or
 * module script, from head or body, loaded twice, and beside another version.
 */
import { AssistantChatElement } from "./assistant-chat-element.ts";
import { takeOverCommandQueue } from "./command-queue.ts";
import { defineAssistantChat } from "./define.ts";
import { findScript } from "./script-origin.ts";
import { createElementFor } from "./script-element.ts";

const script = findScript();
AssistantChatElement.scriptUrl = script?.src;
if (defineAssistantChat()) {
  takeOverCommandQueue();
  createElementFor(script);
}
