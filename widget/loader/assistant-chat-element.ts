import { METHOD_NAMES, type ExportedData, type MethodName, type TranscriptTurn } from "../panel-contract.ts";
import type { LoadedFiles, PanelController, PanelHost } from "../panel-contract.ts";
import { VERSION } from "../version.ts";
import { opaqueColor } from "./accent.ts";
import { ATTRIBUTE_NAMES, needsJudging, toPropertyName, type AttributeName } from "./attributes.ts";
import { defineProperties, upgradeProperties } from "./element-properties.ts";
import launcherCss from "./launcher.css?inline";
import { buildLauncher, labelLauncher } from "./launcher.ts";
import { loadFile, type LoadFile } from "./load-file.ts";
import { LOADER_STRINGS } from "./loader-strings.ts";
import { siteSettings } from "./site-settings.ts";

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
 * @cssproperty [--assistant-z-index] - Stacking of launcher and panel; without it they lie above everything.
 * @cssproperty [--assistant-offset-inline=20px] - Distance from the side of the window.
 * @cssproperty [--assistant-offset-block=20px] - Distance from the bottom of the window.
 * @cssproperty [--assistant-width] - Width of the panel: 400px floating, 420px as a drawer, 100% inline.
 * @cssproperty [--assistant-height] - Height of the floating or inline panel.
 *
 * @attr {string} endpoint - URL of the Worker; default: the origin of the script.
 * @attr {string} site - Id of the site; default: the default site of the Worker.
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
 * @attr {string} accent - An opaque CSS colour.
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
  static loadFile: LoadFile = loadFile;
  /** Made by a tag that says nothing; gives way to an element of the page's own. */
  static implicit: AssistantChatElement | undefined;

  readonly root: ShadowRoot;
  readonly frame: HTMLElement;
  readonly variables: CSSStyleDeclaration;
  scriptData: Readonly<Record<string, string | undefined>> | undefined;

  readonly #launcher: HTMLButtonElement;
  readonly #files: { [N in keyof LoadedFiles]?: Promise<LoadedFiles[N]> } = {};
  #attempt = 0;
  #panel: PanelController | undefined;
  readonly #fallback = document.createElement("slot");
  #ready = false;

  constructor() {
    super();
    this.root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".frame{}" + launcherCss);
    this.root.adoptedStyleSheets = [sheet];
    this.variables = (sheet.cssRules[0] as CSSStyleRule).style;
    const [frame, slot, button] = buildLauncher();
    this.frame = frame;
    this.#launcher = button;
    this.root.append(frame);
    slot.onclick = () => this.toggle();
    // A touch or a hover comes some 100 ms before the click: time enough to have the panel by then.
    slot.onpointerover = button.onfocus = () => void this.load("panel").catch(() => undefined);
  }

  get scriptUrl(): string | undefined {
    return AssistantChatElement.scriptUrl ?? this.getAttribute("endpoint") ?? undefined;
  }

  connectedCallback(): void {
    const { implicit } = AssistantChatElement;
    if (implicit !== this) implicit?.remove();
    upgradeProperties(this);
    if (!this.#ready) {
      this.#ready = true;
      queueMicrotask(() =>
        this.dispatchEvent(
          new CustomEvent("assistant-ready", { bubbles: true, composed: true, detail: { version: VERSION } }),
        ),
      );
    }
    try {
      // The panel was open when the visitor left the last page of this tab: it looks whether it was this one.
      if (Object.keys(sessionStorage).some((key) => /^assistant-chat:1:.*:open$/.test(key)))
        void this.mount();
    } catch {
      // A sandboxed frame has no storage.
    }
    this.#follow();
  }

  disconnectedCallback(): void {
    // Moving the element within the page disconnects it too: the conversation goes on then.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#panel?.dispose();
      this.#panel = undefined;
    });
  }

  attributeChangedCallback(): void {
    if (this.#ready) this.#follow();
  }

  /** Shows what the attributes say. */
  #follow(): void {
    this.#paint();
    if (this.#panel) this.#panel.attributeChanged();
    // Without `show()`: a panel that is open from the start must not take the focus from the page.
    else if (this.open || this.debug || location.search.includes("assistant-debug")) void this.mount();
  }

  /** Runs a method now, or as soon as the panel is there. Resolves undefined where it cannot be loaded. */
  async #call(method: MethodName, parameters: unknown[]): Promise<unknown> {
    const panel = this.#panel ?? (await this.mount());
    return (panel?.[method] as ((...values: unknown[]) => unknown) | undefined)?.(...parameters);
  }

  static {
    const methods = this.prototype as unknown as Record<string, unknown>;
    for (const method of METHOD_NAMES) {
      methods[method] = function (this: AssistantChatElement, ...parameters: unknown[]) {
        return this.#call(method, parameters);
      };
    }
    defineProperties(this.prototype);
  }

  load<N extends keyof LoadedFiles>(name: N): Promise<LoadedFiles[N]> {
    return (this.#files[name] ??= AssistantChatElement.loadFile(name, this.scriptUrl, this.#attempt).catch(
      (error: unknown) => {
        delete this.#files[name];
        this.#attempt++;
        throw error;
      },
    ) as never);
  }

  async mount(): Promise<PanelController | undefined> {
    this.#launcher.ariaBusy = "true";
    try {
      const { mountPanel } = await this.load("panel");
      this.#showFailure(false);
      this.#panel ??= mountPanel(this);
    } catch (error) {
      console.error("assistant-chat:", error);
      this.#showFailure(true);
    }
    this.#launcher.ariaBusy = null;
    return this.#panel;
  }

  /** The launcher says that loading failed, and tries again on a click; what the page put inside follows. */
  #showFailure(failed: boolean): void {
    this.frame.toggleAttribute("data-failed", failed);
    if (failed) this.frame.append(this.#fallback);
    else this.#fallback.remove();
    this.#paint();
  }

  /** Writes what the launcher shows from attributes and the server's settings; an unknown value is its default. */
  #paint(): void {
    const { frame, variables } = this;
    const { dataset } = frame;
    const settings = siteSettings(this);
    const valueOf = (name: "position" | "launcher-label"): string =>
      this.getAttribute(name) || settings[toPropertyName(name) as keyof typeof settings] || "";
    const mode = this.getAttribute("mode") ?? "";
    dataset["mode"] = /^(inline|drawer)$/.test(mode) ? mode : "floating";
    dataset["side"] = /^(bottom-)?start$/.test(valueOf("position")) ? "start" : "end";
    labelLauncher(
      this.#launcher,
      dataset["failed"] === "" ? LOADER_STRINGS.loadFailed : valueOf("launcher-label"),
    );
    // An empty value removes the property.
    variables.setProperty("--_accent-attribute", opaqueColor(this.getAttribute("accent")));
    if (settings.accent) variables.setProperty("--_accent-remote", opaqueColor(settings.accent));
    this.#toTopLayer();
    if ([...this.attributes].some(needsJudging) || this.querySelector("[slot=launcher]")) {
      this.load("launcher-extras").then(
        ({ addExtras }) => addExtras(this),
        () => undefined,
      );
    }
  }

  /**
   * Launcher and panel lie above all of the page, and no transformed ancestor moves them. A page that sets
   * `--assistant-z-index` wants something of its own above them: then that number decides, as it does in older browsers.
   */
  #toTopLayer(): void {
    const { frame } = this;
    const isOrdinary =
      frame.dataset["mode"] === "inline" ||
      getComputedStyle(this).getPropertyValue("--assistant-z-index") !== "";
    frame.popover = isOrdinary ? null : "manual";
    if (!isOrdinary && frame.isConnected) frame.togglePopover?.(true);
  }
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
