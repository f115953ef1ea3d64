import { html, type TemplateResult } from "lit";
import type { Source } from "../../core/protocol.ts";
import { foreignHost, safeUrl } from "../safe-url.ts";
import popoverCss from "./citation-popover.css?inline";
import { adoptStyles } from "../styles/adopt-styles.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";

/** A pointer that only crosses a citation opens nothing. */
const OPEN_DELAY_MS = 120;
/** Time to move from the citation into the popover. */
const CLOSE_DELAY_MS = 200;
const GAP_PX = 8;

/**
 * Shows the passage behind a citation on hover and focus, in the top layer, so that no scroller clips it. It
 * can be hovered itself, and Escape closes it (WCAG 1.4.13).
 */
export class CitationPopover extends LightElement {
  static override properties = { source: { state: true } };

  declare source: Source | undefined;

  #timer: ReturnType<typeof setTimeout> | undefined;
  #anchor: Element | undefined;

  get isOpen(): boolean {
    return this.#anchor !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode() as ShadowRoot, popoverCss);
  }

  protected override render(): TemplateResult {
    const { source } = this;
    const host = source ? foreignHost(safeUrl(source.url) ?? location.href) : "";
    return html`<div
      class="popover"
      popover="manual"
      role="tooltip"
      @pointerenter=${this.#keep}
      @pointerleave=${this.leave}
    >
      ${
        source
          ? html`<p class="popover-title">
                <span class="number">${source.position}</span><b>${source.title}</b>
              </p>
              ${
                source.section || host
                  ? html`<p class="popover-path">${[source.section, host].filter(Boolean).join(" · ")}</p>`
                  : null
              }
              <p class="popover-excerpt">${source.excerpt}</p>`
          : null
      }
    </div>`;
  }

  /** Opens for a citation after a moment; at once when `now`. */
  enter(anchor: Element, source: Source | undefined, now: boolean): void {
    clearTimeout(this.#timer);
    if (!source) return;
    this.#timer = setTimeout(() => void this.#open(anchor, source), now ? 0 : OPEN_DELAY_MS);
  }

  readonly leave = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), CLOSE_DELAY_MS);
  };

  close(): void {
    clearTimeout(this.#timer);
    this.#anchor = undefined;
    (this.firstElementChild as HTMLElement | null)?.hidePopover();
  }

  readonly #keep = (): void => clearTimeout(this.#timer);

  async #open(anchor: Element, source: Source): Promise<void> {
    this.#anchor = anchor;
    this.source = source;
    await this.updateComplete;
    const box = this.firstElementChild as HTMLElement;
    if (!anchor.isConnected || this.#anchor !== anchor) return;
    box.showPopover();
    const chip = anchor.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = box;
    const left = Math.max(GAP_PX, Math.min(chip.left - 16, innerWidth - offsetWidth - GAP_PX));
    const above = chip.top - offsetHeight - GAP_PX;
    box.style.left = `${left}px`;
    box.style.top = `${above >= GAP_PX ? above : chip.bottom + GAP_PX}px`;
  }
}

defineInner("acx-citation-popover", CitationPopover);
