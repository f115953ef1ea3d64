import { html, type TemplateResult } from "lit";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";

const SECOND_MS = 1000;

/**
 * The button that asks again after a server said how long to wait: it counts down, and can be pressed at the end. A file
 * of its own, for whoever asked too often.
 */
export class RetryAfter extends LightElement {
  static override properties = { failedAtMs: { type: Number }, waitMs: { type: Number } };

  /** Milliseconds since 1970. */
  declare failedAtMs: number;
  /** How long to wait, as the server said. */
  declare waitMs: number;

  readonly #panel = usePanel(this);
  #cancel: (() => void) | undefined;
  #leftMs = Number.POSITIVE_INFINITY;

  override connectedCallback(): void {
    super.connectedCallback();
    // Counts on after it was moved.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel?.();
  }

  protected override render(): TemplateResult {
    const { strings, now, schedule } = this.#panel.value;
    // A clock that was set back must not make anybody wait longer than the server asked for.
    const leftMs = Math.min(this.failedAtMs + this.waitMs - now(), this.waitMs, this.#leftMs);
    const seconds = Math.max(0, Math.ceil(leftMs / SECOND_MS));
    this.#cancel?.();
    if (seconds > 0) {
      const tick = (): void => {
        this.#leftMs = (seconds - 1) * SECOND_MS;
        this.requestUpdate();
      };
      this.#cancel = schedule(tick, leftMs - (seconds - 1) * SECOND_MS);
    }
    return html`<button
      class="button"
      type="button"
      aria-disabled=${seconds > 0}
      @click=${(event: Event) => seconds > 0 && event.stopPropagation()}
    >
      ${seconds > 0 ? strings.tryAgainIn(seconds) : strings.tryAgain}
    </button>`;
  }
}

defineInner("acx-retry-after", RetryAfter);
