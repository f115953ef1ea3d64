import { ATTRIBUTE_NAMES, toPropertyName } from "./attributes.ts";
import { TAG_NAME } from "./define.ts";
import { AssistantChatElement } from "./assistant-chat-element.ts";

/** Shared by every copy and version of the loader on the page: one script tag makes one element. */
const CREATED = Symbol.for("assistant-chat");

/**
 * Makes the element that a script tag asks for, once the body is there. A tag without any of the element's attributes
 * asks for one too, unless it is a module or the page has an element of its own: then it only brings the class.
 */
export function createElementFor(script: HTMLScriptElement | undefined): void {
  const page = window as unknown as Record<symbol, boolean | undefined>;
  if (!script || page[CREATED]) return;
  const names = ATTRIBUTE_NAMES.filter((name) => toPropertyName(name) in script.dataset);
  const isImplicit = !names.length;
  if (isImplicit && script.type === "module") return;
  // Where nothing was said, elements that are still to be parsed come first.
  page[CREATED] = !isImplicit;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", create);
  else create();

  function create(): void {
    if (isImplicit && (page[CREATED] || document.querySelector(TAG_NAME))) return;
    const element = document.createElement(TAG_NAME);
    element.scriptData = script!.dataset;
    for (const name of names) element.setAttribute(name, script!.dataset[toPropertyName(name)]!);
    if (isImplicit) AssistantChatElement.implicit = element;
    const append = (): void => document.body.append(element);
    append();
    // A router that replaces the body takes the element along; what the page itself removes stays away.
    new MutationObserver(() => {
      if (element.parentNode && !element.isConnected) append();
    }).observe(document.documentElement, { childList: true });
  }
}
