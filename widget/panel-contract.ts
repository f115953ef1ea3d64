/**
 * What the loader and the panel know of each other. They are separate files at run time, and the panel
 * is always the one of the loader's own version, so this contract may change with any release.
 */

import type { FinishReason, SiteConfig } from "../core/protocol.ts";
import type { Rating } from "./chat-state.ts";
import type { WidgetConfig } from "./config.ts";
import type { Problem } from "./diagnostics/describe-problem.ts";

/** Methods of the element that the panel carries out. The loader queues them until the panel is there. */
const METHODS =
  "show hide toggle ask stop clear focusInput getTranscript consentGranted consentRevoked exportData deleteData";

type Words<S extends string> = S extends `${infer Head} ${infer Tail}` ? Head | Words<Tail> : S;

export type MethodName = Words<typeof METHODS>;

export const METHOD_NAMES = METHODS.split(" ") as MethodName[];

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
  open: boolean;
  debug: boolean;
  /** Loads the panel, without opening it. */
  mount(): Promise<PanelController | undefined>;
  /** Loads one of the loader's files, once. Rejects where it cannot be loaded; then the next call tries again. */
  load<N extends keyof LoadedFiles>(name: N): Promise<LoadedFiles[N]>;
}

/** What the panel knows and the attributes don't say. */
export interface KnownToPanel {
  remote?: Partial<SiteConfig> | undefined;
  remoteProblem?: Problem | undefined;
  /** What is in effect, for the box. */
  config?: WidgetConfig | undefined;
}

/** `launcher-extras.js`: what only some pages need of the launcher. */
export interface ExtrasModule {
  /** Does for an element what its attributes ask for; may be called again whenever they change. */
  readonly addExtras: (host: PanelHost) => void;
  /** Says what is wrong with an element, each thing once; with `config` in a box on the page too. */
  readonly showProblems: (host: PanelHost, known?: KnownToPanel) => void;
}

export type Methods = { [M in MethodName]: (...parameters: never[]) => unknown };

export interface PanelController extends Methods {
  attributeChanged(): void;
  /** Called when the element has left the page for good: ends the answer, observers and listeners. */
  dispose(): void;
}

/** The files that the loader fetches, each when it is needed. */
export interface LoadedFiles {
  "panel": PanelModule;
  "launcher-extras": ExtrasModule;
}

export interface PanelModule {
  readonly mountPanel: (host: PanelHost) => PanelController;
}
