/**
 * What the loader and the panel know of each other. They are separate files at run time, and the panel
 * is always the one of the loader's own version, so this contract may change with any release.
 */

import type { FinishReason } from "../core/protocol.ts";
import type { Rating } from "./chat-state.ts";

/** Methods of the element that the panel carries out. The loader queues them until the panel is there. */
export const METHOD_NAMES = [
  "show",
  "hide",
  "toggle",
  "ask",
  "stop",
  "clear",
  "focusInput",
  "getTranscript",
  "consentGranted",
  "consentRevoked",
  "exportData",
  "deleteData",
] as const;

export type MethodName = (typeof METHOD_NAMES)[number];

/** One turn as a page sees it. */
export interface TranscriptTurn {
  question: string;
  answer: string;
  /** Milliseconds since 1970. */
  askedAtMs: number;
  sources: { position: number; title: string; url: string }[];
  /** As the visitor rated the answer; absent where they did not. */
  rating?: Rating;
  /** Absent where the answer did not come to its end. */
  finishReason?: FinishReason;
  /** Questions that were suggested after it. */
  followUps: string[];
}

/** Everything that is kept about this visitor on this device. */
export interface ExportedData {
  exportedAt: string;
  site: string;
  conversationId: string | undefined;
  /** Of the conversation that is shown. */
  turns: TranscriptTurn[];
  /** What stands in the input. */
  draft: string;
  /** The conversations before it that are kept, the newest first. */
  history: { title: string; changedAtMs: number; turns: TranscriptTurn[] }[];
}

/** The element as the panel sees it. */
export interface PanelHost extends HTMLElement {
  /** Root of the one shadow tree that launcher and panel share. */
  readonly root: ShadowRoot;
  /** The positioned box in the shadow root that the panel is put into. */
  readonly frame: HTMLElement;
  /** Custom properties of the frame, in a constructed style sheet: works under every `style-src`. */
  readonly variables: CSSStyleDeclaration;
  /** `data-*` of the script tag that made this element; undefined for an element of the page's own. */
  readonly scriptData: Readonly<Record<string, string | undefined>> | undefined;
  /** Where the loader came from; undefined when it could not tell. */
  readonly scriptUrl: string | undefined;
  /** Moves the focus back to what opens the panel. */
  focusLauncher(): void;
}

export type Methods = { [M in MethodName]: (...parameters: never[]) => unknown };

export interface PanelController extends Methods {
  attributeChanged(): void;
  /** Called when the element has left the page for good: ends the answer, observers and listeners. */
  dispose(): void;
}

export interface PanelModule {
  readonly mountPanel: (host: PanelHost) => PanelController;
}
