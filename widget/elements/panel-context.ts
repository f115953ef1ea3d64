import { ContextConsumer, createContext } from "@lit/context";
import type { LitElement } from "lit";
import type { ChatStore, Schedule } from "../chat-store.ts";
import type { Keeping } from "../continuity/main.ts";
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
  readonly ask: (question: string, editedId?: string) => void;
  readonly rate: (turnId: string, rating: "up" | "down") => void;
  /** Speaks through the polite live region. */
  readonly announce: (text: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly schedule: Schedule;
  /** What is kept; undefined where nothing is. */
  readonly openKept: () => Promise<Keeping | undefined>;
  readonly focusInput: () => void;
  readonly copyText: (text: string) => Promise<boolean>;
}

/** By `Symbol.for`, so that a file that is loaded later means the same context without importing the panel. */
export const PANEL_CONTEXT = createContext<PanelContext>(Symbol.for("assistant-chat:panel"));

/**
 * Gives an element the context of the panel that it stands in, from the moment it is connected. Requests go
 * up the tree and end at the nearest panel, so several assistants on a page stay apart.
 */
export function usePanel(element: LitElement): { readonly value: PanelContext } {
  const consumer = new ContextConsumer(element, { context: PANEL_CONTEXT });
  return consumer as { readonly value: PanelContext };
}
