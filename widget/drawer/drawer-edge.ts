import { html, type TemplateResult } from "lit";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";
import { adoptStyles } from "../styles/adopt-styles.ts";
import drawerEdgeCss from "./drawer-edge.css?inline";

const MIN_WIDTH_PX = 320;
const MAX_WIDTH_PX = 720;
/** One press of an arrow key. */
const STEP_PX = 24;

/** Fired on the edge when the drawer has a new width. */
export class DrawerResizeEvent extends Event {
  readonly widthPx: number;

  constructor(widthPx: number) {
    super("drawer-resize", { bubbles: true });
    this.widthPx = widthPx;
  }
}

/** The edge of a drawer, which resizes it by pointer and by arrow keys. */
export class DrawerEdge extends LightElement {
  static override properties = { widthPx: { state: true } };

  declare widthPx: number | undefined;

  readonly #panel = usePanel(this);

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode() as ShadowRoot, drawerEdgeCss);
  }

  protected override render(): TemplateResult {
    return html`<div
      class="separator"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.#panel.value.strings.resize}
      aria-valuenow=${this.#currentPx}
      aria-valuemin=${MIN_WIDTH_PX}
      aria-valuemax=${MAX_WIDTH_PX}
      @pointerdown=${this.#onPointerDown}
      @keydown=${this.#onKeydown}
    ></div>`;
  }

  get #currentPx(): number {
    return Math.round(this.widthPx ?? this.parentElement?.clientWidth ?? MIN_WIDTH_PX);
  }

  #resizeTo(widthPx: number): void {
    this.widthPx = Math.max(MIN_WIDTH_PX, Math.min(MAX_WIDTH_PX, widthPx));
    this.dispatchEvent(new DrawerResizeEvent(this.widthPx));
  }

  /** 1 where moving to the right makes the drawer wider. */
  get #direction(): 1 | -1 {
    const box = this.parentElement?.getBoundingClientRect();
    return box && box.left <= 0 ? 1 : -1;
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    const edge = event.currentTarget as HTMLElement;
    const fromX = event.clientX;
    const fromPx = this.#currentPx;
    const direction = this.#direction;
    const move = (next: PointerEvent): void => this.#resizeTo(fromPx + (next.clientX - fromX) * direction);
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", move), {
      once: true,
    });
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const sign = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (sign === undefined) return;
    event.preventDefault();
    this.#resizeTo(this.#currentPx + sign * STEP_PX * this.#direction);
  };
}

defineInner("acx-drawer-edge", DrawerEdge);
