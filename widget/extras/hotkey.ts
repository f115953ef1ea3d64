import type { AssistantChatElement } from "../loader/assistant-chat-element.ts";

/** The names of a key combination in an order of their own, so that two can be compared. */
const sorted = (names: string[]): string => names.sort().join();

/**
 * Whether a key event is the hotkey, such as `mod+i`; `mod` is Command on Apple systems and Control elsewhere.
 * A key without a modifier never is: it would catch typing.
 */
export function matchesHotkey(event: KeyboardEvent, hotkey: string | null): boolean {
  const wanted = hotkey
    ?.toLowerCase()
    .trim()
    .replace("mod", /Mac|iP/.test(navigator.platform) ? "meta" : "ctrl")
    .split("+");
  const pressed = (["ctrl", "meta", "alt", "shift"] as const).filter((name) => event[`${name}Key`]);
  return pressed.length > 0 && !!wanted && sorted(wanted) === sorted([...pressed, event.key?.toLowerCase()]);
}

/** Set on the document once a copy of this file listens. */
const LISTENING = Symbol.for("assistant-chat:hotkeys");

/**
 * Opens and closes each assistant of the page by its hotkey. One listener for the page, which looks for the elements when a
 * key is pressed: none of them is kept from being collected.
 */
export function watchHotkeys(): void {
  const page = document as unknown as Record<symbol, boolean | undefined>;
  if (page[LISTENING]) return;
  page[LISTENING] = true;
  document.addEventListener("keydown", (event) => {
    for (const element of document.querySelectorAll<AssistantChatElement>("assistant-chat[hotkey]")) {
      if (!matchesHotkey(event, element.getAttribute("hotkey"))) continue;
      event.preventDefault();
      void element.toggle();
    }
  });
}
