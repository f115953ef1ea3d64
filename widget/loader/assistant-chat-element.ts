import { METHOD_NAMES, type ExportedData, type MethodName, type TranscriptTurn } from "../panel-contract.ts";
import type { PanelController, PanelHost, PanelModule } from "../panel-contract.ts";
import { instanceName, openKey } from "../storage-keys.ts";
import { VERSION } from "../version.ts";
import {
  ATTRIBUTE_NAMES,
  BOOLEAN_ATTRIBUTE_NAMES,
  isTrue,
  toPropertyName,
  type AttributeName,
} from "./attributes.ts";
import { matchesHotkey } from "./hotkey.ts";
import launcherCss from "./launcher.css?inline";
import { buildLauncher, labelLauncher } from "./launcher.ts";
import { LOADER_STRINGS } from "./loader-strings.ts";
import { versionedUrl } from "./script-origin.ts";

/** How far below the view an inline assistant begins to load. */
const INLINE_MARGIN_PX = 200;

let launcherSheet: CSSStyleSheet | undefined;

function styleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Loads the panel; `attempt` makes the URL new, since browsers keep a module that failed to load. */
export type LoadPanel = (scriptUrl: string | undefined, attempt: number) => Promise<PanelModule>;

const loadPanelFile: LoadPanel = async (scriptUrl, attempt) =>
  import(/* @vite-ignore */ versionedUrl("panel.js", scriptUrl) + (attempt ? `?${attempt}` : ""));

/**
 * An assistant that answers from the site's own content, with citations. Until a visitor acts it is a
 * launcher button and nothing else; the panel is loaded on the first sign of interest.
 *
 * What stands inside the element is what people without JavaScript see; with JavaScript it appears where
 * the assistant cannot help: when it fails to load, and below a refusal.
 *
 * @summary Cited answers from a site's own content, in one tag.
 * @tag assistant-chat
 *
 * @slot - Shown without JavaScript, when the panel cannot be loaded, and below a refusal: a link to a person.
 * @slot launcher - Replaces the launcher button of the floating and drawer modes.
 * @slot header - Replaces the name in the header.
 * @slot empty - Replaces the greeting and the starter questions.
 * @slot disclaimer - Replaces the line below the input.
 *
 * @csspart launcher - The button that opens the panel.
 * @csspart panel - The panel.
 * @csspart header - The panel's header.
 * @csspart transcript - The scrolling list of questions and answers.
 * @csspart message - One question with its answer.
 * @csspart question - What the visitor asked.
 * @csspart answer - The answer.
 * @csspart citation - A numbered citation in the answer.
 * @csspart source - A source below the answer.
 * @csspart starter - A starter question.
 * @csspart follow-up - A suggested next question.
 * @csspart composer - The box around the input.
 * @csspart input - The text area.
 * @csspart send - The button that sends, or stops.
 *
 * @cssproperty [--assistant-accent=#4636d4] - The one accent colour; every other colour is derived.
 * @cssproperty [--assistant-surface] - Background of the panel.
 * @cssproperty [--assistant-text] - Colour of the text.
 * @cssproperty [--assistant-font=inherit] - Font family.
 * @cssproperty [--assistant-radius=16px] - Radius of the panel.
 * @cssproperty [--assistant-z-index=9999] - Stacking of launcher and panel.
 * @cssproperty [--assistant-offset-inline=20px] - Distance from the side of the window.
 * @cssproperty [--assistant-offset-block=20px] - Distance from the bottom of the window.
 * @cssproperty [--assistant-width] - Width of the panel: 400px floating, 420px as a drawer, 100% inline.
 * @cssproperty [--assistant-height] - Height of the floating or inline panel.
 *
 * @attr {string} endpoint - URL of the Worker; default: the origin of the script.
 * @attr {string} site - Id of the site; default `default`.
 * @attr {"floating"|"inline"|"drawer"} mode - How it is shown; default `floating`.
 * @attr {boolean} open - Whether the panel is open; reflected.
 * @attr {"bottom-end"|"bottom-start"|"end"|"start"} position - Corner, or side of a drawer.
 * @attr {boolean} push - A drawer pushes the page aside.
 * @attr {string} assistant-name - Name in the header.
 * @attr {string} greeting - First line of the empty panel.
 * @attr {string} placeholder - Text of the empty input, and its name.
 * @attr {string} disclaimer - Line below the input.
 * @attr {string} launcher-label - Text on the launcher.
 * @attr {string} starters - Up to six questions: separated by commas or lines, or a JSON list.
 * @attr {string} accent - A CSS colour.
 * @attr {"auto"|"light"|"dark"} theme - Default `auto`: follows the page, then the system.
 * @attr {string} lang - BCP 47; default: of the page, then of the browser.
 * @attr {"session"|"device"|"none"} persist - Where the conversation is kept; default `session`.
 * @attr {"not-required"|"required"} consent - Whether storing waits for `consentGranted()`.
 * @attr {"none"|"events"|"datalayer"} analytics - Where events without text go; default `none`.
 * @attr {boolean} page-context - Sends the page's URL and title with a question.
 * @attr {string} hotkey - Opens and closes the panel, for example `mod+i`.
 * @attr {"remote"|"local"} config - Whether the server's configuration is read; default `remote`.
 * @attr {boolean} debug - Shows what is wrong with the configuration.
 *
 * @fires assistant-ready - The element is defined and its methods can be called.
 * @fires assistant-open - The panel was opened.
 * @fires assistant-close - The panel was closed.
 * @fires assistant-question - A question is about to be sent; cancelable. `detail.text`.
 * @fires assistant-answer-start - An answer began. `detail.answerId`, `detail.mode`.
 * @fires assistant-answer-end - An answer ended. `detail.finishReason`, `citedPositions`, `latency` in milliseconds.
 * @fires assistant-stop - The visitor stopped an answer.
 * @fires assistant-error - An answer failed. `detail.code`.
 * @fires assistant-source-click - A source or citation was followed. `detail.url`, `detail.position`.
 * @fires assistant-link-click - A link in the answer was followed. `detail.url`.
 * @fires assistant-copy - Something was copied. `detail.what`: `answer` or `code`.
 * @fires assistant-feedback - An answer was rated. `detail.answerId`, `detail.rating`.
 * @fires assistant-starter-click - A starter question was chosen. `detail.index`.
 * @fires assistant-follow-up-click - A follow-up was chosen. `detail.index`.
 * @fires assistant-clear - A new conversation was begun.
 * @fires assistant-diagnostic - Something in the configuration is not as it should be. `detail.message`.
 */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the static block makes what the interface names
export class AssistantChatElement extends HTMLElement implements PanelHost {
  static readonly observedAttributes: readonly string[] = ATTRIBUTE_NAMES;

  /** Of the script that defined the element. Set once, by the loader. */
  static scriptUrl: string | undefined;
  static loadPanel: LoadPanel = loadPanelFile;

  readonly root: ShadowRoot;
  readonly frame: HTMLElement;
  readonly variables: CSSStyleDeclaration;
  scriptData: Readonly<Record<string, string | undefined>> | undefined;

  readonly #launcher: HTMLButtonElement;
  readonly #launcherSlot: HTMLSlotElement;
  #loading: Promise<PanelModule> | undefined;
  #attempt = 0;
  #panel: PanelController | undefined;
  #mounting: Promise<PanelController> | undefined;
  #fallback: HTMLElement | undefined;
  #inView: IntersectionObserver | undefined;
  #ready = false;

  constructor() {
    super();
    this.root = this.attachShadow({ mode: "open" });
    const own = styleSheet(".frame{}");
    this.root.adoptedStyleSheets = [(launcherSheet ??= styleSheet(launcherCss)), own];
    this.variables = (own.cssRules[0] as CSSStyleRule).style;
    const { frame, button, slot } = buildLauncher();
    this.frame = frame;
    this.#launcher = button;
    this.#launcherSlot = slot;
    this.root.append(frame);
    slot.onclick = () => this.toggle();
    // A touch or a hover comes some 100 ms before the click: time enough to have the panel by then.
    const warmUp = (): void => void this.#load().catch(() => undefined);
    slot.addEventListener("pointerover", warmUp);
    slot.addEventListener("focusin", warmUp);
  }

  get scriptUrl(): string | undefined {
    const endpoint = this.getAttribute("endpoint");
    return (
      AssistantChatElement.scriptUrl ?? (endpoint ? new URL("/assistant-chat.js", endpoint).href : undefined)
    );
  }

  connectedCallback(): void {
    document.addEventListener("keydown", this.#onKeydown);
    this.#paint();
    if (!this.#ready) {
      this.#ready = true;
      queueMicrotask(() =>
        this.dispatchEvent(
          new CustomEvent("assistant-ready", { bubbles: true, composed: true, detail: { version: VERSION } }),
        ),
      );
    }
    if (this.#wasOpen()) this.setAttribute("open", "");
    // Without `show()`: a panel that is open from the start must not take the focus from the page.
    if (this.#isDebugged() || isTrue(this.getAttribute("open"), "open")) this.#mountQuietly();
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#onKeydown);
    this.#inView?.disconnect();
    this.#inView = undefined;
    // Moving the element within the page disconnects it too: the conversation goes on then.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#panel?.dispose();
      this.#panel = this.#mounting = undefined;
    });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (!this.isConnected || before === value) return;
    this.#paint();
    if (this.#panel) this.#panel.attributeChanged();
    else if ((name === "open" || name === "debug") && isTrue(value, name)) this.#mountQuietly();
  }

  focusLauncher(): void {
    const [own] = this.#launcherSlot.assignedElements();
    (own instanceof HTMLElement ? own : this.#launcher).focus();
  }

  /** Runs a method now, or as soon as the panel is there. Resolves undefined where it cannot be loaded. */
  async #call(method: MethodName, parameters: unknown[]): Promise<unknown> {
    try {
      const panel = this.#panel ?? (await this.#mount());
      return await (panel[method] as (...values: unknown[]) => unknown)(...parameters);
    } catch (error) {
      if (this.#panel) throw error;
      return undefined;
    }
  }

  static {
    const methods = this.prototype as unknown as Record<string, unknown>;
    for (const method of METHOD_NAMES) {
      methods[method] = function (this: AssistantChatElement, ...parameters: unknown[]) {
        return this.#call(method, parameters);
      };
    }
    for (const name of ATTRIBUTE_NAMES) {
      // `lang` is a property of every element already.
      if (name === "lang") continue;
      const boolean = BOOLEAN_ATTRIBUTE_NAMES.includes(name);
      Object.defineProperty(this.prototype, toPropertyName(name), {
        get(this: AssistantChatElement) {
          const value = this.getAttribute(name);
          return boolean ? isTrue(value, name) : value;
        },
        set(this: AssistantChatElement, value: unknown) {
          if ((value ?? false) === false) this.removeAttribute(name);
          else this.setAttribute(name, Array.isArray(value) ? JSON.stringify(value) : String(value));
        },
      });
    }
  }

  #load(): Promise<PanelModule> {
    return (this.#loading ??= AssistantChatElement.loadPanel(this.scriptUrl, this.#attempt).catch(
      (error: unknown) => {
        this.#loading = undefined;
        this.#attempt++;
        throw error;
      },
    ));
  }

  #mount(): Promise<PanelController> {
    this.#launcher.ariaBusy = "true";
    return (this.#mounting ??= this.#load()
      .then(
        ({ mountPanel }) => {
          this.#showFailure(false);
          return (this.#panel = mountPanel(this));
        },
        (error: unknown) => {
          this.#mounting = undefined;
          console.error("assistant-chat:", error);
          this.#showFailure(true);
          throw error;
        },
      )
      .finally(() => (this.#launcher.ariaBusy = null)));
  }

  #mountQuietly(): void {
    this.#mount().catch(() => undefined);
  }

  /** The launcher says that loading failed, and tries again on a click; what the page put inside follows. */
  #showFailure(failed: boolean): void {
    this.frame.toggleAttribute("data-failed", failed);
    if (failed && !this.#fallback) this.frame.append((this.#fallback = document.createElement("slot")));
    if (!failed) this.#fallback?.remove();
    this.#paint();
  }

  /** Writes what the launcher shows from the attributes; an unknown value is its default. */
  #paint(): void {
    const { dataset } = this.frame;
    const mode = this.getAttribute("mode") ?? "";
    const accent = this.getAttribute("accent");
    const inline = mode === "inline";
    dataset["mode"] = /^(inline|drawer)$/.test(mode) ? mode : "floating";
    dataset["side"] = /^(bottom-)?start$/.test(this.getAttribute("position") ?? "") ? "start" : "end";
    labelLauncher(
      this.#launcher,
      dataset["failed"] === "" ? LOADER_STRINGS.loadFailed : this.getAttribute("launcher-label"),
    );
    // An empty value removes the property.
    this.variables.setProperty("--_accent-attribute", accent && CSS.supports("color", accent) ? accent : "");
    if (inline && !this.#panel && !this.#inView) {
      this.#inView = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) this.#mountQuietly();
        },
        { rootMargin: `${INLINE_MARGIN_PX}px` },
      );
      this.#inView.observe(this.frame);
    }
  }

  #isDebugged(): boolean {
    return isTrue(this.getAttribute("debug"), "debug") || /[?&]assistant-debug\b/.test(location.search);
  }

  /** Whether the panel was open when the visitor left the last page of this tab. */
  #wasOpen(): boolean {
    try {
      return !!sessionStorage.getItem(openKey(instanceName(this)));
    } catch {
      // A sandboxed frame has no storage.
      return false;
    }
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (!matchesHotkey(event, this.getAttribute("hotkey"))) return;
    event.preventDefault();
    void this.toggle();
  };
}

type AttributeValues = {
  [N in Exclude<AttributeName, "lang" | "open" | "push" | "page-context" | "debug"> as CamelCase<N>]:
    string | null;
};
type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** What the static block above adds to the prototype. Every method waits for the panel. */
export interface AssistantChatElement extends AttributeValues {
  open: boolean;
  push: boolean;
  pageContext: boolean;
  debug: boolean;
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
  ask(text: string): Promise<void>;
  stop(): Promise<void>;
  clear(): Promise<void>;
  focusInput(): Promise<void>;
  getTranscript(): Promise<TranscriptTurn[]>;
  consentGranted(): Promise<void>;
  consentRevoked(): Promise<void>;
  exportData(): Promise<ExportedData>;
  deleteData(): Promise<void>;
}
