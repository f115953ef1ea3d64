/** Whether the panel is open: shown on the frame and the launcher, said to the page, and kept for the next page. */
import type { WidgetConfig } from "./config.ts";
import type { Emit } from "./events.ts";
import type { PanelHost } from "./panel-contract.ts";
import { openKey } from "./storage-keys.ts";
import type { Strings } from "./strings.ts";

export interface OpenStateOptions {
  host: PanelHost;
  strings: Strings;
  config: () => WidgetConfig;
  emit: Emit;
  /** See `instanceName`. */
  instance: () => string;
  /** Whether anything may be kept now. */
  mayKeep: () => boolean;
  /** For a drawer that pushes the page. */
  panelWidthPx: () => number;
}

export class OpenState {
  readonly #options: OpenStateOptions;
  #isOpen = false;
  #unpush: (() => void) | undefined;

  constructor(options: OpenStateOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Follows the `open` attribute; the methods change that attribute. @returns whether that is a change. */
  set(open: boolean): boolean {
    const { host, config, emit } = this.#options;
    const { mode } = config();
    if (mode === "inline") return false;
    const changes = open !== this.#isOpen;
    if (changes) {
      this.#isOpen = open;
      host.frame.toggleAttribute("data-open", open);
      this.#launcher.ariaExpanded = String(open);
      this.keep();
      if (open) this.markUnread(false);
      emit(open ? "assistant-open" : "assistant-close");
    }
    if (mode === "drawer" || this.#unpush) void this.push();
    return changes;
  }

  /** Remembers for the next page that the panel is open, where that may be kept; or forgets it. */
  keep(open = this.#isOpen): void {
    const { instance, mayKeep } = this.#options;
    try {
      const key = openKey(instance());
      if (!open) sessionStorage.removeItem(key);
      else if (mayKeep()) sessionStorage.setItem(key, "1");
    } catch {
      // Without storage the panel is closed on the next page, and nothing else is lost.
    }
  }

  /** The launcher shows, and says, that an answer came while the panel was closed. */
  markUnread(unread: boolean): void {
    const { host, strings } = this.#options;
    host.frame.toggleAttribute("data-unread", unread);
    this.#launcher.ariaDescription = unread ? strings.newAnswer : null;
  }

  /** Puts the page beside an open drawer that pushes, and back. */
  async push(): Promise<void> {
    const { pushPage } = await import("./drawer/main.ts");
    const { push, mode, side } = this.#options.config();
    this.unpush();
    const pushing = this.#isOpen && push && mode === "drawer";
    this.#unpush = pushing ? pushPage(side, this.#options.panelWidthPx()) : undefined;
  }

  unpush(): void {
    this.#unpush?.();
    this.#unpush = undefined;
  }

  get #launcher(): Element {
    return this.#options.host.root.querySelector(".launcher")!;
  }
}
