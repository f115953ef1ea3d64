import { html, type TemplateResult } from "lit";
import type { Source } from "../../core/protocol.ts";
import { icon } from "../elements/icons.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";
import { foreignHost, safeUrl } from "../safe-url.ts";
import { adoptStyles } from "../styles/adopt-styles.ts";
import popoverCss from "./citation-popover.css?inline";

/** A pointer that only crosses a citation opens nothing. */
const OPEN_DELAY_MS = 120;
/** Time to move from the citation into the popover. */
const CLOSE_DELAY_MS = 200;
const GAP_PX = 8;
/** Lower than this it would show a line or two: then it stands on the other side of the citation. */
const MIN_HEIGHT_PX = 160;

/** What the citation that is shown is described by. */
const PASSAGE_ID = "acx-passage";

/**
 * Shows the passage behind a citation, in the top layer, so that no scroller clips it, and within the panel. On hover and
 * focus it is a tooltip, which can be hovered itself, and Escape closes it (WCAG 1.4.13). Where a finger tapped, it is
 * a dialog that stays, with the way to the page.
 */
export class CitationPopover extends LightElement {
  static override properties = { source: { state: true }, url: { state: true }, tapped: { state: true } };

  declare source: Source | undefined;
  /** Where "Open page" leads: to the words of the page, where the citation does. */
  declare url: string | undefined;
  /** It was opened by a finger, which can't hover. */
  declare tapped: boolean;

  readonly #panel = usePanel(this);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #anchor: HTMLElement | undefined;
  #outside: AbortController | undefined;

  get isOpen(): boolean {
    return this.#anchor !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode() as ShadowRoot, popoverCss);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  protected override render(): TemplateResult {
    const { source } = this;
    const { strings } = this.#panel.value;
    const host = source ? foreignHost(safeUrl(source.url) ?? location.href) : "";
    return html`<div
      class="popover"
      popover="manual"
      role=${this.tapped ? "dialog" : "tooltip"}
      aria-label=${source ? strings.source(source.position, source.title) : ""}
      @pointerenter=${this.#keep}
      @pointerleave=${this.leave}
    >
      ${
        source
          ? html`<p class="popover-title">
                <span class="number">${source.position}</span><b dir="auto">${source.title}</b>
              </p>
              ${
                source.section || host
                  ? html`<p class="popover-path" dir="auto">
                      ${[source.section, host].filter(Boolean).join(" · ")}
                    </p>`
                  : null
              }
              <p class="popover-excerpt" id=${PASSAGE_ID} dir="auto">${source.excerpt}</p>
              ${
                this.tapped && this.url
                  ? html`<a
                      class="open-page"
                      href=${this.url}
                      target="_blank"
                      rel="noopener"
                      @click=${this.#onOpenPage}
                      >${strings.openPage}${icon("outward")}</a
                    >`
                  : null
              }`
          : null
      }
    </div>`;
  }

  /** Opens for a citation after a moment; at once when `now`. */
  enter(anchor: HTMLElement, source: Source | undefined, now: boolean): void {
    if (anchor === this.#anchor) return this.#keep();
    clearTimeout(this.#timer);
    if (!source) return;
    this.#timer = setTimeout(() => void this.#open(anchor, source, false), now ? 0 : OPEN_DELAY_MS);
  }

  /** Opens for a citation that a finger tapped; a second tap closes. */
  tap(anchor: HTMLElement, source: Source): void {
    clearTimeout(this.#timer);
    if (this.tapped && this.#anchor === anchor) this.close();
    else void this.#open(anchor, source, true);
  }

  readonly leave = (): void => {
    clearTimeout(this.#timer);
    if (!this.tapped) this.#timer = setTimeout(() => this.close(), CLOSE_DELAY_MS);
  };

  close(): void {
    clearTimeout(this.#timer);
    const anchor = this.#anchor;
    if (!anchor) return;
    this.#anchor = undefined;
    this.#outside?.abort();
    anchor.removeAttribute("aria-describedby");
    // The focus goes back to where it came from, where it was taken.
    const inside = this.contains((this.getRootNode() as ShadowRoot).activeElement);
    (this.firstElementChild as HTMLElement | null)?.hidePopover();
    if (inside) anchor.focus({ preventScroll: true });
    this.tapped = false;
  }

  /** Puts it beside its citation again, after the text has moved; away where the citation has left the view. */
  place(): void {
    const box = this.firstElementChild as HTMLElement;
    const anchor = this.#anchor;
    if (!anchor) return;
    const chip = anchor.getBoundingClientRect();
    const view = this.closest(".body")!.getBoundingClientRect();
    const panel = this.closest(".panel")!.getBoundingClientRect();
    if (!anchor.isConnected || chip.bottom < view.top || chip.top > view.bottom) return this.close();
    const abovePx = chip.top - GAP_PX - Math.max(view.top, 0) - GAP_PX;
    const belowPx = Math.min(panel.bottom, innerHeight) - GAP_PX - chip.bottom - GAP_PX;
    const { style } = box;
    style.maxInlineSize = `min(340px, ${panel.width - 2 * GAP_PX}px)`;
    style.maxBlockSize = "";
    const above = box.offsetHeight <= abovePx || abovePx >= Math.max(belowPx, MIN_HEIGHT_PX);
    style.maxBlockSize = `${above ? abovePx : belowPx}px`;
    const { offsetWidth, offsetHeight } = box;
    const leftMost = Math.max(panel.left, 0) + GAP_PX;
    const rightMost = Math.min(panel.right, innerWidth) - GAP_PX - offsetWidth;
    style.left = `${Math.max(leftMost, Math.min(chip.left + chip.width / 2 - offsetWidth / 2, rightMost))}px`;
    style.top = `${above ? chip.top - offsetHeight - GAP_PX : chip.bottom + GAP_PX}px`;
  }

  readonly #keep = (): void => clearTimeout(this.#timer);

  readonly #onOpenPage = (): void => {
    const { emit } = this.#panel.value;
    emit("assistant-source-click", { url: this.url!, position: this.source!.position });
    this.close();
  };

  async #open(anchor: HTMLElement, source: Source, tapped: boolean): Promise<void> {
    this.close();
    this.#anchor = anchor;
    this.source = source;
    this.url = anchor instanceof HTMLAnchorElement ? anchor.href : undefined;
    this.tapped = tapped;
    await this.updateComplete;
    if (!anchor.isConnected || this.#anchor !== anchor) return;
    const box = this.firstElementChild as HTMLElement;
    box.showPopover();
    this.place();
    anchor.setAttribute("aria-describedby", PASSAGE_ID);
    if (!tapped) return;
    this.querySelector<HTMLElement>(".open-page")?.focus({ preventScroll: true });
    const { signal } = (this.#outside = new AbortController());
    const onPress = (event: Event): void => {
      const path = event.composedPath();
      if (!path.includes(this) && !path.includes(anchor)) this.close();
    };
    addEventListener("pointerdown", onPress, { capture: true, signal });
  }
}

defineInner("acx-citation-popover", CitationPopover);
