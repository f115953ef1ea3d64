import { ContextProvider } from "@lit/context";
import { html, type PropertyValues, type TemplateResult } from "lit";
import { answeringTurn, type ChatState } from "../chat-state.ts";
import type { WidgetConfig } from "../config.ts";
import { loadConversation } from "../load-conversation.ts";
import { loadRenderer } from "../load-renderer.ts";
import type { Transcript } from "../conversation/transcript.ts";
import type { Composer } from "./composer.ts";
import { icon, type IconName } from "./icons.ts";
import { LightElement, defineInner } from "./light-element.ts";
import { PANEL_CONTEXT, type PanelContext } from "./panel-context.ts";
import type { StatusAnnouncer } from "./status-announcer.ts";
import "./composer.ts";
import "./status-announcer.ts";

/** The panel: header, conversation, input. Shows what it is given and asks its context for everything else. */
export class PanelElement extends LightElement {
  static override properties = {
    config: { attribute: false },
    chat: { attribute: false },
    direction: {},
    online: { type: Boolean },
    storing: { type: Boolean },
    restoring: { type: Boolean },
    unkept: { type: Boolean },
    history: { state: true },
    expanded: { state: true },
    unreadable: { state: true },
  };

  declare config: WidgetConfig;
  declare chat: ChatState;
  /** Of what stands in the panel: where the panel itself stands is a matter of the page. */
  declare direction: "ltr" | "rtl";
  declare online: boolean;
  /** The conversation is being kept: consent is there where it is needed. */
  declare storing: boolean;
  /** What was kept is being looked up: nothing is shown that it would push away. */
  declare restoring: boolean;
  /** There was no room to keep the conversation. */
  declare unkept: boolean;
  /** The kept conversations, while they are shown in place of the current one. */
  declare history: HTMLElement | undefined;
  declare expanded: boolean;
  /** What shows the conversation could not be loaded. */
  declare unreadable: boolean;

  /** Closes the panel; set by whoever mounts it. */
  close: () => void = () => undefined;
  readonly context: PanelContext;
  /** The turn that was asked here last. */
  #asked: string | undefined;

  constructor(context: PanelContext) {
    super();
    this.context = context;
    new ContextProvider(this, { context: PANEL_CONTEXT, initialValue: context });
    this.online = true;
    this.direction = "ltr";
    this.storing = this.restoring = this.unkept = this.expanded = this.unreadable = false;
  }

  focusInput(): void {
    this.querySelector<Composer>("acx-composer")?.focus();
  }

  /** Shows all sentences anew: they are in another language now. */
  speak(): void {
    this.requestUpdate();
    for (const element of this.querySelectorAll("*")) {
      if (element instanceof LightElement) element.requestUpdate();
    }
  }

  announce(text: string): void {
    this.querySelector<StatusAnnouncer>("acx-status-announcer")?.announce(text);
  }

  protected override render(): TemplateResult {
    const { config, chat } = this;
    const { strings } = this.context;
    const { direction } = this;
    const inline = config.mode === "inline";
    const privacy = strings.privacy[this.storing ? config.persist : "none"];
    return html`<section
      class="panel"
      part="panel"
      role=${inline ? "region" : "dialog"}
      aria-label=${config.assistantName}
      lang=${config.lang}
      data-expanded=${this.expanded}
      @keydown=${this.#onKeydown}
      @input=${warmUp}
      @pointerover=${warmUp}
    >
      ${config.mode === "drawer" ? html`<acx-drawer-edge></acx-drawer-edge>` : null}
      <div class="header" part="header" dir=${direction}>
        <slot name="header"><h2 class="name">${config.assistantName}</h2></slot>
        ${
          this.storing
            ? this.#renderButton("history", strings.history.title, this.#onHistory, "history-button")
            : null
        }
        ${
          chat.turns.length > 0 ? this.#renderButton("compose", strings.newConversation, this.#onClear) : null
        }
        ${
          config.mode === "floating"
            ? this.#renderButton(
                this.expanded ? "shrink" : "expand",
                this.expanded ? strings.shrink : strings.expand,
                this.#onExpand,
                "expand",
              )
            : null
        }
        ${inline ? null : this.#renderButton("close", strings.close, () => this.close())}
      </div>
      ${
        this.online && !this.unreadable && !this.unkept
          ? null
          : html`<p class="banner" role="status" dir=${direction}>
              ${this.online ? (this.unreadable ? strings.failures.unreachable : strings.notKept) : strings.offline}
            </p>`
      }
      ${
        this.history ??
        (chat.turns.length === 0
          ? this.restoring
            ? html`<div class="body"></div>`
            : this.#renderEmpty(privacy)
          : html`<acx-transcript
              class="body"
              dir=${direction}
              .turns=${chat.turns}
              .asked=${this.#asked}
            ></acx-transcript>`)
      }
      <div class="footer" dir=${direction}>
        <acx-composer
          .placeholder=${config.placeholder}
          .draft=${chat.draft}
          ?answering=${answeringTurn(chat) !== undefined}
        ></acx-composer>
        <p class="disclaimer"><slot name="disclaimer">${config.disclaimer}</slot></p>
      </div>
      <acx-status-announcer></acx-status-announcer>
    </section>`;
  }

  #renderButton(name: IconName, label: string, run: () => void, className = ""): TemplateResult {
    return html`<button
      class="icon-button ${className}"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${run}
    >
      ${icon(name)}
    </button>`;
  }

  #renderEmpty(privacy: string): TemplateResult {
    const { strings, emit, ask } = this.context;
    return html`<div
      class="body empty"
      dir=${this.direction}
      tabindex=${this.config.starters.length ? -1 : 0}
    >
      <slot name="empty">
        <h3 class="greeting">${this.config.greeting}</h3>
        <p class="introduction">${strings.introduction}</p>
        <div class="starters" role="group" aria-label=${strings.starters}>
          ${this.config.starters.map(
            (question, index) =>
              html`<button
                class="starter"
                part="starter"
                type="button"
                @click=${() => {
                  emit("assistant-starter-click", { index });
                  ask(question);
                }}
              >
                <span>${question}</span>
              </button>`,
          )}
        </div>
      </slot>
      <p class="privacy">${privacy}</p>
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const asked = changed.has("chat") && answeringTurn(this.chat);
    if (!asked) return;
    // Restored turns are never being answered.
    this.#asked = asked.id;
    // Whoever asks wants to see the answer.
    this.history = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Upgraded in place, where there is one.
    if (this.chat.turns.length > 0) {
      loadConversation().then(
        () => (this.unreadable = false),
        () => (this.unreadable = true),
      );
    }
    if (changed.get("chat")?.turns.length && this.chat.turns.length === 0)
      this.announce(this.context.strings.cleared);
  }

  get #transcript(): Transcript | null {
    return this.querySelector<Transcript>("acx-transcript");
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    // One Escape closes one thing: first the popover, then the panel.
    if (this.#transcript?.closePopover?.()) {
      // The passage was closed.
    } else if (this.config.mode !== "inline") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onHistory = (): void => {
    if (this.history) return this.#closeHistory();
    import("../history/main.ts").then(
      ({ HistoryView }) =>
        (this.history = new HistoryView(this.context, this.config.lang, this.#closeHistory)),
      () => this.announce(this.context.strings.failures.unreachable),
    );
  };

  readonly #closeHistory = (): void => {
    this.history = undefined;
    this.querySelector<HTMLElement>(".history-button")?.focus();
  };

  readonly #onClear = (): void => {
    this.context.emit("assistant-clear");
    this.context.store.clear();
    this.focusInput();
  };

  readonly #onExpand = (): void => {
    this.expanded = !this.expanded;
  };
}

/** Whoever types, or comes near a starter question, is about to ask: what shows the answer comes meanwhile. */
function warmUp({ type, target }: Event): void {
  if (type === "input" || (target as Element).closest(".starter")) {
    void loadConversation().catch(() => undefined);
    void loadRenderer().catch(() => undefined);
  }
}

defineInner("acx-panel", PanelElement);
