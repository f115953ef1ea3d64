/** Whether the panel is open: shown on the frame and the launcher, said to the page, and kept for the next page. */
import type { WidgetConfig } from "./config.ts";
import type { Emit } from "./events.ts";
import type { PanelHost } from "./panel-contract.ts";
import { ownLauncher, showOpener } from "./opener.ts";
import { openKey } from "./storage-keys.ts";
import type { Strings } from "./strings.ts";
import { adoptStyles } from "./styles/adopt-styles.ts";

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
  /** Called when the styles of a drawer have come, without which it does not open. */
  onDrawerReady: () => void;
}

export class OpenState {
  readonly #options: OpenStateOptions;
  #isOpen = false;
  #isDrawerReady = false;
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
    // Without its styles a drawer would be shown as something else first.
    if (open && mode === "drawer" && !this.#isDrawerReady) {
      void this.loadDrawer().then(this.#options.onDrawerReady);
      return false;
    }
    const changes = open !== this.#isOpen;
    if (changes) {
      this.#isOpen = open;
      host.frame.toggleAttribute("data-open", open);
      showOpener(host, open);
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

  /** Whether this panel was open when the visitor left the last page of this tab. */
  wasOpen(): boolean {
    try {
      return sessionStorage.getItem(openKey(this.#options.instance())) !== null;
    } catch {
      return false;
    }
  }

  /** The launcher shows, and says, that an answer came while the panel was closed. */
  markUnread(unread: boolean): void {
    const { host, strings } = this.#options;
    host.frame.toggleAttribute("data-unread", unread);
    ownLauncher(host).ariaDescription = unread ? strings.newAnswer : null;
  }

  /** Loads what only a drawer needs. */
  async loadDrawer(): Promise<typeof import("./drawer/main.ts")> {
    const drawer = await import("./drawer/main.ts");
    adoptStyles(this.#options.host.root, drawer.drawerCss);
    this.#isDrawerReady = true;
    return drawer;
  }

  /** Puts the page beside an open drawer that pushes, and back. */
  async push(): Promise<void> {
    const { pushPage } = await this.loadDrawer();
    const { push, mode } = this.#options.config();
    this.unpush();
    const pushing = this.#isOpen && push && mode === "drawer";
    this.#unpush = pushing
      ? pushPage(this.#options.host.frame.dataset["side"] as "start" | "end", this.#options.panelWidthPx())
      : undefined;
  }

  unpush(): void {
    this.#unpush?.();
    this.#unpush = undefined;
  }
}
