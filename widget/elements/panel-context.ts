import { createContext, ContextConsumer } from "@lit/context";
import type { ReactiveElement } from "lit";
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

export const panelContext = createContext<PanelContext>(Symbol.for("assistant-chat:panel-context"));

/** Gives an element the panel's context, from its first update on. */
export function usePanel(host: ReactiveElement): { readonly value: PanelContext } {
  const consumer = new ContextConsumer(host, { context: panelContext });
  return {
    get value() {
      if (!consumer.value) throw new Error(`<${host.localName}> works only inside the panel.`);
      return consumer.value;
    },
  };
}
