import { html, type PropertyValues, type TemplateResult } from "lit";
import { isAnswering, type Turn } from "../chat-state.ts";
import { icon } from "../elements/icons.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";
import { adoptStyles } from "../styles/adopt-styles.ts";
import answerCss from "./answer.css?inline";
import type { CitationPopover } from "./citation-popover.ts";
import conversationCss from "./conversation.css?inline";
import type { TurnElement } from "./turn-element.ts";
import "./turn-element.ts";

/** Nearer to the end than this counts as being there: a finger is not exact. */
const BOTTOM_TOLERANCE_PX = 32;

/**
 * The scrolling conversation. It follows an answer only while the reader is at its end; elsewhere a button
 * says that there is new text. A new question goes to the top of the view and its answer grows below it.
 */
export class Transcript extends LightElement {
  static override properties = {
    turns: { attribute: false },
    behind: { state: true },
  };

  declare turns: readonly Turn[];
  /** There is text below that the reader has not come to. */
  declare behind: boolean;

  readonly #panel = usePanel(this);
  readonly #growth = new ResizeObserver(() => this.#onGrowth());
  #atBottom = true;
  #heightPx = 0;
  /** The turn that was asked here, and may claim a whole view; restored ones do not. */
  #asked: string | undefined;

  constructor() {
    super();
    this.behind = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode() as ShadowRoot, conversationCss + answerCss);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#growth.disconnect();
  }

  protected override render(): TemplateResult {
    const { strings } = this.#panel.value;
    const last = this.turns.at(-1);
    return html`<div
        class="transcript"
        part="transcript"
        role="log"
        aria-live="off"
        aria-label=${strings.transcript}
        tabindex="0"
        @scroll=${this.#onScroll}
        @pointerover=${this.#onEnterCitation}
        @pointerout=${this.#onLeaveCitation}
        @focusin=${this.#onEnterCitation}
        @focusout=${this.#onLeaveCitation}
      >
        <div class="turns">
          ${this.turns.map(
            (turn) =>
              html`<acx-turn
                data-asked=${turn.id === this.#asked}
                .turn=${turn}
                ?last=${turn === last}
              ></acx-turn>`,
          )}
        </div>
      </div>
      ${
        this.behind
          ? html`<button class="new-text" type="button" @click=${this.#toBottom}>
              ${icon("arrow")}${strings.newText}
            </button>`
          : null
      }<acx-citation-popover></acx-citation-popover>`;
  }

  protected override firstUpdated(): void {
    this.#growth.observe(this.querySelector(".turns")!);
    this.#growth.observe(this.#scroller);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const last = this.turns.at(-1);
    // Restored turns are never being answered.
    if (last && isAnswering(last) && last.id !== changed.get("turns")?.at(-1)?.id) this.#asked = last.id;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("turns");
    const last = this.turns.at(-1);
    if (!changed.has("turns") || !last || last.id !== this.#asked || last.id === before?.at(-1)?.id) return;
    // A new question: to the top of the view, for which its turn is high enough.
    this.#atBottom = true;
    requestAnimationFrame(() => {
      const turn = this.querySelector<HTMLElement>("acx-turn[last]");
      // Offsets, since rectangles are scaled while the panel opens.
      if (turn) this.#scroller.scrollTop = turn.offsetTop - turn.parentElement!.offsetTop;
    });
  }

  get #scroller(): HTMLElement {
    return this.querySelector<HTMLElement>(".transcript")!;
  }

  get #popover(): CitationPopover | null {
    return this.querySelector<CitationPopover>("acx-citation-popover");
  }

  /** Closes the passage that is shown for a citation. @returns whether there was one. */
  closePopover(): boolean {
    const open = this.#popover?.isOpen === true;
    this.#popover?.close?.();
    return open;
  }

  /** The newest answer as it is read out. */
  get lastAnswer(): string {
    return [...this.querySelectorAll<TurnElement>("acx-turn")].at(-1)?.answerText ?? "";
  }

  readonly #onEnterCitation = (event: Event): void => {
    const chip = (event.target as Element).closest(".citation");
    const source = chip?.closest<TurnElement>("acx-turn")?.sourceOf(chip);
    if (!chip) return;
    // The first citation that is pointed at brings the popover's code; the element is upgraded in place.
    void import("./citation-popover.ts").then(() =>
      this.#popover?.enter(chip, source, event.type === "focusin"),
    );
  };

  readonly #onLeaveCitation = (event: Event): void => {
    if ((event.target as Element).closest(".citation")) this.#popover?.leave?.();
  };

  readonly #toBottom = (): void => {
    const scroller = this.#scroller;
    scroller.scrollTo({ top: scroller.scrollHeight });
    this.behind = false;
  };

  readonly #onScroll = (): void => {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#atBottom = scrollHeight - scrollTop - clientHeight <= BOTTOM_TOLERANCE_PX;
    if (this.#atBottom) this.behind = false;
  };

  #onGrowth(): void {
    const last = this.turns.at(-1);
    const scroller = this.#scroller;
    const resized = this.#heightPx > 0 && scroller.clientHeight !== this.#heightPx;
    this.#heightPx = scroller.clientHeight;
    const answering = last !== undefined && isAnswering(last);
    // What comes with the end of an answer (all of a short one) appears below without moving what is being read.
    const follows = answering || resized || last?.id !== this.#asked;
    if (this.#atBottom && follows) scroller.scrollTop = scroller.scrollHeight;
    else if (answering) this.behind = true;
    this.#onScroll();
  }
}

defineInner("acx-transcript", Transcript);
