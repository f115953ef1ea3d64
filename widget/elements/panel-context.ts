import type { ChatStore } from "../chat-store.ts";
import type { Emit } from "../events.ts";
import type { LoadRenderer } from "../load-renderer.ts";
import type { Strings } from "../strings.ts";

/** What the panel's elements share. */
export interface PanelContext {
  readonly store: ChatStore;
  readonly strings: Strings;
  readonly emit: Emit;
  readonly loadRenderer: LoadRenderer;
  /** Asks through the element, so that the page's `assistant-question` listeners have their say. */
  readonly ask: (question: string) => void;
  readonly rate: (turnId: string, rating: "up" | "down") => void;
  /** Speaks through the polite live region. */
  readonly announce: (text: string) => void;
  readonly copyText: (text: string) => Promise<boolean>;
}

/** The panel's element, which carries the context for everything inside it. */
export interface PanelContextHost extends HTMLElement {
  readonly context: PanelContext;
}

/**
 * Gives an element the context of the panel it stands in. All of them share one tree, so asking the tree is
 * enough; a context protocol would add a tenth to what opening the panel loads.
 */
export function usePanel(element: HTMLElement): { readonly value: PanelContext } {
  let found: PanelContextHost | null = null;
  return {
    get value() {
      found ??= element.closest<PanelContextHost>("acx-panel");
      if (!found) throw new Error(`<${element.localName}> works only inside the panel.`);
      return found.context;
    },
  };
}
