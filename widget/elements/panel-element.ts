import { html, type PropertyValues, type TemplateResult } from "lit";
import { answeringTurn, isAnswering, type ChatState, type Turn } from "../chat-state.ts";
import type { WidgetConfig } from "../config.ts";
import type { CitationPopover } from "./citation-popover.ts";
import type { Composer } from "./composer.ts";
import { icon, type IconName } from "./icons.ts";
import { LightElement, defineInner } from "./light-element.ts";
import type { PanelContext, PanelContextHost } from "./panel-context.ts";
import type { StatusAnnouncer } from "./status-announcer.ts";
import { stageText, type TurnElement } from "./turn-element.ts";
import "./composer.ts";
import "./status-announcer.ts";
import "./transcript.ts";

const DRAWER_MIN_PX = 320;
const DRAWER_MAX_PX = 720;
const DRAWER_STEP_PX = 24;

/** The panel: header, conversation, input. Shows what it is given and asks its context for everything else. */
export class PanelElement extends LightElement implements PanelContextHost {
  static override properties = {
    config: { attribute: false },
    chat: { attribute: false },
    online: { type: Boolean },
    storing: { type: Boolean },
    expanded: { state: true },
    drawerWidthPx: { state: true },
  };

  declare config: WidgetConfig;
  declare chat: ChatState;
  declare online: boolean;
  /** The conversation is being kept: consent is there where it is needed. */
  declare storing: boolean;
  declare expanded: boolean;
  declare drawerWidthPx: number | undefined;

  /** Closes the panel; set by whoever mounts it. */
  close: () => void = () => undefined;
  /** Called while a drawer is being resized. */
  onResize: () => void = () => undefined;

  readonly context: PanelContext;

  constructor(context: PanelContext) {
    super();
    this.context = context;
    this.online = true;
    this.storing = this.expanded = false;
  }

  focusInput(): void {
    this.querySelector<Composer>("acx-composer")?.focus();
  }

  announce(text: string): void {
    this.querySelector<StatusAnnouncer>("acx-status-announcer")?.announce(text, this.config.lang);
  }

  protected override render(): TemplateResult {
    const { config, chat } = this;
    const { strings } = this.context;
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
      @pointerover=${this.#onEnterCitation}
      @pointerout=${this.#onLeaveCitation}
      @focusin=${this.#onEnterCitation}
      @focusout=${this.#onLeaveCitation}
    >
      ${config.mode === "drawer" ? this.#renderSeparator() : null}
      <header class="header" part="header">
        <slot name="header"><h2 class="name">${config.assistantName}</h2></slot>
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
      </header>
      ${this.online ? null : html`<p class="banner" role="status">${strings.offline}</p>`}
      ${
        chat.turns.length === 0
          ? this.#renderEmpty(privacy)
          : html`<acx-transcript class="body" .turns=${chat.turns}></acx-transcript>`
      }
      <footer class="footer">
        <acx-composer
          .placeholder=${config.placeholder}
          .draft=${chat.draft}
          ?answering=${answeringTurn(chat) !== undefined}
        ></acx-composer>
        <p class="disclaimer"><slot name="disclaimer">${config.disclaimer}</slot></p>
      </footer>
      <acx-status-announcer></acx-status-announcer>
      <acx-citation-popover></acx-citation-popover>
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
    return html`<div class="body empty">
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

  #renderSeparator(): TemplateResult {
    return html`<div
      class="separator"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.context.strings.resize}
      aria-valuenow=${this.#widthPx}
      aria-valuemin=${DRAWER_MIN_PX}
      aria-valuemax=${DRAWER_MAX_PX}
      @pointerdown=${this.#onDragStart}
      @keydown=${this.#onSeparatorKey}
    ></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("chat");
    if (before) this.#announceChange(before.turns.at(-1), this.chat.turns.at(-1));
  }

  /** Speaks each stage, and the answer once it is complete; deltas are never spoken. */
  #announceChange(before: Turn | undefined, now: Turn | undefined): void {
    const { strings } = this.context;
    if (!now) return before && this.announce(strings.cleared);
    const same = before?.id === now.id ? before : undefined;
    const stage = stageText(now, strings);
    if (stage && stage !== (same && stageText(same, strings))) this.announce(stage);
    if (!same || !isAnswering(same) || isAnswering(now)) return;
    if (now.status === "failed") this.announce(strings.failures[now.failure?.code ?? "internal"]);
    else if (now.status === "stopped") this.announce(strings.stopped);
    // The renderer has the last words in the page one frame later.
    else requestAnimationFrame(() => this.announce(`${this.#lastAnswer()} ${strings.answered}`));
  }

  #lastAnswer(): string {
    return [...this.querySelectorAll<TurnElement>("acx-turn")].at(-1)?.answerText ?? "";
  }

  get #widthPx(): number {
    return Math.round(this.drawerWidthPx ?? this.querySelector(".panel")?.clientWidth ?? 420);
  }

  get #popover(): CitationPopover | null {
    return this.querySelector<CitationPopover>("acx-citation-popover");
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    // One Escape closes one thing: first the popover, then the panel.
    if (this.#popover?.isOpen) this.#popover.close();
    else if (this.config.mode !== "inline") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onEnterCitation = (event: Event): void => {
    const chip = (event.target as Element).closest(".citation");
    const turn = chip?.closest<TurnElement>("acx-turn")?.turn;
    if (!chip || !turn) return;
    const source = turn.sources.find(({ position }) => position === Number(chip.textContent));
    // The first citation that is pointed at brings the popover's code; the element is upgraded in place.
    void import("./citation-popover.ts").then(() =>
      this.#popover?.enter(chip, source, event.type === "focusin"),
    );
  };

  readonly #onLeaveCitation = (event: Event): void => {
    if ((event.target as Element).closest(".citation")) this.#popover?.leave?.();
  };

  readonly #onClear = (): void => {
    this.context.emit("assistant-clear");
    this.context.store.clear();
    this.focusInput();
  };

  readonly #onExpand = (): void => {
    this.expanded = !this.expanded;
  };

  #resizeTo(widthPx: number): void {
    this.drawerWidthPx = Math.max(DRAWER_MIN_PX, Math.min(DRAWER_MAX_PX, widthPx));
    this.onResize();
  }

  /** How much wider the drawer gets when the pointer moves one pixel to the right. */
  get #direction(): 1 | -1 {
    const leftToRight = getComputedStyle(this).direction !== "rtl";
    return leftToRight === (this.config.side === "start") ? 1 : -1;
  }

  readonly #onDragStart = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement;
    const from = event.clientX;
    const width = this.#widthPx;
    handle.setPointerCapture(event.pointerId);
    const move = (next: PointerEvent): void =>
      this.#resizeTo(width + (next.clientX - from) * this.#direction);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  };

  readonly #onSeparatorKey = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#resizeTo(this.#widthPx + step * DRAWER_STEP_PX * this.#direction);
  };
}

defineInner("acx-panel", PanelElement);
