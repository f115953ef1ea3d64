import { html, type PropertyValues, type TemplateResult } from "lit";
import type { Source } from "../../core/protocol.ts";
import { isAnswering, type Turn } from "../chat-state.ts";
import { icon } from "../elements/icons.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";
import { adoptStyles } from "../styles/adopt-styles.ts";
import answerCss from "./answer.css?inline";
import type { CitationPopover } from "./citation-popover.ts";
import conversationCss from "./conversation.css?inline";
import { ReadingIntent } from "./reading-intent.ts";
import type { TurnElement } from "./turn-element.ts";
import "./turn-element.ts";

/** Below the end of a text that was followed. */
const END_GAP_PX = 12;
/** A list counts as seen once its heading and the edge of its first card are. */
const SEEN_PX = 36;

/**
 * The scrolling conversation. It follows an answer while the reader does; elsewhere a button says that there is new
 * text. A new question goes to the top of the view and its answer grows below it. What lies below the view when an
 * answer is complete is named, quietly.
 */
export class Transcript extends LightElement {
  static override properties = {
    turns: { attribute: false },
    asked: { attribute: false },
    cue: { state: true },
  };

  declare turns: readonly Turn[];
  /** The turn that was asked here last: it may claim a whole view, and is heard. Restored ones do not, and are not. */
  declare asked: string | undefined;
  /** Names what lies below the view that the reader has not come to. */
  declare cue: string;

  readonly #panel = usePanel(this);
  readonly #growth = new ResizeObserver(() => this.#onGrowth());
  #intent: ReadingIntent | undefined;
  #heightPx = 0;
  /** The turn whose end the reader has seen: no cue leads there again. */
  #seen: string | undefined;

  constructor() {
    super();
    this.cue = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode() as ShadowRoot, conversationCss + answerCss);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#growth.disconnect();
    this.#intent?.disconnect();
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
        @click=${this.#onTap}
        @pointerover=${this.#onEnterCitation}
        @pointerout=${this.#onLeaveCitation}
        @focusin=${this.#onEnterCitation}
        @focusout=${this.#onLeaveCitation}
      >
        <div class="turns">
          ${this.turns.map(
            (turn) =>
              html`<acx-turn
                data-asked=${turn.id === this.asked}
                .turn=${turn}
                ?last=${turn === last}
              ></acx-turn>`,
          )}
        </div>
      </div>
      ${
        this.cue
          ? html`<button class="chip cue" type="button" @click=${this.#onCue}>
              ${icon("arrow")}${this.cue}
            </button>`
          : null
      }<acx-citation-popover></acx-citation-popover>`;
  }

  protected override firstUpdated(): void {
    this.#growth.observe(this.querySelector(".turns")!);
    this.#growth.observe(this.#scroller);
    this.#intent = new ReadingIntent(this.#scroller, () => {
      this.#findCue();
      this.#popover?.place?.();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("turns");
    const last = this.turns.at(-1);
    if (!changed.has("turns") || !last || last.id !== this.asked || last.id === before?.at(-1)?.id) return;
    // A new question: to the top of the view, for which its turn is high enough.
    requestAnimationFrame(() => this.#intent?.scrollTo(this.#questionTopPx));
  }

  get #scroller(): HTMLElement {
    return this.querySelector<HTMLElement>(".transcript")!;
  }

  get #lastTurn(): TurnElement | null {
    return this.querySelector<TurnElement>("acx-turn[last]");
  }

  /** Where the newest question stands at the top of the view. Offsets, since rectangles are scaled while the panel opens. */
  get #questionTopPx(): number {
    const turn = this.#lastTurn;
    return turn ? turn.offsetTop - turn.parentElement!.offsetTop : 0;
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

  readonly #onEnterCitation = (event: Event): void => {
    // A finger comes to a citation only to tap it.
    if (event instanceof PointerEvent && event.pointerType === "touch") return;
    const chip = (event.target as Element).closest<HTMLElement>(".citation");
    if (!chip || (event.type === "focusin" && !chip.matches(":focus-visible"))) return;
    this.#withPopover((popover) => popover.enter(chip, sourceOf(chip), event.type === "focusin"));
  };

  /** A tap shows the passage first, which leads to the page: only a pointer that hovers has seen it before its click. */
  readonly #onTap = (event: MouseEvent): void => {
    const chip = (event.target as Element).closest<HTMLElement>(".citation");
    const source = chip && sourceOf(chip);
    if (!source || (event as PointerEvent).pointerType !== "touch") return;
    event.preventDefault();
    this.#withPopover((popover) => popover.tap(chip, source));
  };

  /** The first citation that is pointed at brings the popover's code; the element is upgraded in place. */
  #withPopover(use: (popover: CitationPopover) => void): void {
    void import("./citation-popover.ts").then(() => this.#popover && use(this.#popover));
  }

  readonly #onLeaveCitation = (event: Event): void => {
    if ((event.target as Element).closest(".citation")) this.#popover?.leave?.();
  };

  readonly #onCue = (): void => {
    const last = this.turns.at(-1);
    const list = this.#lastTurn?.querySelector("acx-source-list");
    if (last && !isAnswering(last) && list) list.scrollIntoView({ block: "nearest" });
    else this.#intent?.scrollTo(this.#scroller.scrollHeight);
    // The button is about to go: the focus must not go with it.
    this.#scroller.focus({ preventScroll: true });
    this.#findCue();
  };

  #onGrowth(): void {
    const last = this.turns.at(-1);
    const scroller = this.#scroller;
    const resized = this.#heightPx > 0 && scroller.clientHeight !== this.#heightPx;
    this.#heightPx = scroller.clientHeight;
    if ((last && isAnswering(last)) || resized || last?.id !== this.asked) {
      this.#intent?.bring(scroller.scrollHeight);
    } else if (scroller.scrollTop > this.#questionTopPx + 1) {
      // Who was taken along sees the end of the text. What came at once is read from its question on, and what comes
      // below the text appears without moving it.
      const end = this.#lastTurn!.textEnd!.getBoundingClientRect().bottom;
      const hiddenPx = end + END_GAP_PX - scroller.getBoundingClientRect().bottom;
      if (hiddenPx > 0) this.#intent?.bring(scroller.scrollTop + hiddenPx);
    }
    this.#findCue();
    this.#popover?.place?.();
  }

  #findCue(): void {
    const { strings } = this.#panel.value;
    const last = this.turns.at(-1);
    const turn = this.#lastTurn;
    this.cue = "";
    if (!last || !turn || last.id !== this.asked) return;
    if (isAnswering(last)) {
      if (!this.#intent!.follows && !this.#intent!.atEnd) this.cue = strings.newText;
      return;
    }
    if (this.#seen === last.id) return;
    const list = turn.querySelector("acx-source-list");
    const viewEnd = this.#scroller.getBoundingClientRect().bottom;
    const next = list
      ? list.getBoundingClientRect().top + SEEN_PX
      : turn.textEnd!.getBoundingClientRect().bottom;
    if (next <= viewEnd) this.#seen = last.id;
    else if (!list) this.cue = strings.newText;
    else if (last.finishReason === "refused") this.cue = strings.nearestPages;
    else this.cue = strings.sourcesBelow(last.citedPositions.length);
  }
}

/** What a citation stands for. */
function sourceOf(chip: Element): Source | undefined {
  return chip.closest<TurnElement>("acx-turn")?.sourceOf(chip);
}

defineInner("acx-transcript", Transcript);
