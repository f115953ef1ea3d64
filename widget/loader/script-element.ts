import { ATTRIBUTE_NAMES, toPropertyName } from "./attributes.ts";
import { TAG_NAME } from "./define.ts";
import type { AssistantChatElement } from "./assistant-chat-element.ts";

/** Shared by every copy and version of the loader on the page: one script tag makes one element. */
const CREATED = Symbol.for("assistant-chat:created-by-script");

/**
 * Makes the element that a script tag with `data-*` asks for, once the body is there. A tag without any of
 * the element's attributes only defines the element.
 */
export function createElementFor(script: HTMLScriptElement | undefined): void {
  const page = window as unknown as Record<symbol, boolean | undefined>;
  const names = ATTRIBUTE_NAMES.filter((name) => script?.dataset[toPropertyName(name)] !== undefined);
  if (!script || !names.length || page[CREATED]) return;
  page[CREATED] = true;
  const element = document.createElement(TAG_NAME) as AssistantChatElement;
  element.scriptData = script.dataset;
  for (const name of names) element.setAttribute(name, script.dataset[toPropertyName(name)]!);
  if (document.body) document.body.append(element);
  else document.addEventListener("DOMContentLoaded", () => document.body.append(element));
}
