import { html, type PropertyValues, type TemplateResult } from "lit";
import { LIMITS } from "../../core/protocol.ts";
import { icon } from "./icons.ts";
import { LightElement, defineInner } from "./light-element.ts";
import { usePanel } from "./panel-context.ts";

/** The counter appears when this few characters are left. */
const COUNTER_FROM_CHARS = 200;

/** The input with its one button, which sends and, while an answer comes, stops. */
export class Composer extends LightElement {
  static override properties = {
    placeholder: {},
    answering: { type: Boolean },
    draft: {},
  };

  declare placeholder: string;
  declare answering: boolean;
  declare draft: string;

  readonly #panel = usePanel(this);

  override focus(): void {
    this.#input?.focus({ preventScroll: true });
  }

  get #input(): HTMLTextAreaElement | null {
    return this.querySelector("textarea");
  }

  protected override render(): TemplateResult {
    const { strings } = this.#panel.value;
    const left = LIMITS.questionMaxChars - this.draft.length;
    const empty = this.draft.trim() === "";
    return html`<form class="composer" part="composer" @submit=${this.#onSubmit}>
      <textarea
        part="input"
        rows="1"
        maxlength=${LIMITS.questionMaxChars}
        aria-label=${this.placeholder}
        placeholder=${this.placeholder}
        enterkeyhint="send"
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
      ></textarea>
      ${
        left <= COUNTER_FROM_CHARS
          ? html`<span class="counter" role="status">${strings.charactersLeft(left)}</span>`
          : null
      }
      ${
        this.answering
          ? html`<button
              class="send"
              part="send"
              type="button"
              aria-label=${strings.stop}
              @click=${this.#onStop}
            >
              ${icon("stop")}
            </button>`
          : html`<button class="send" part="send" aria-label=${strings.send} aria-disabled=${empty}>
              ${icon("send")}
            </button>`
      }
    </form>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const input = this.#input;
    if (!input) return;
    // Written only when it differs, since writing moves the caret and ends a composition.
    if (changed.has("draft") && input.value !== this.draft) input.value = this.draft;
    if (CSS.supports("field-sizing", "content")) return;
    input.style.blockSize = "auto";
    input.style.blockSize = `${input.scrollHeight}px`;
  }

  readonly #onInput = (event: Event): void => {
    this.#panel.value.store.setDraft((event.target as HTMLTextAreaElement).value);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Keys belong to the input: the page must not react to typing. Shortcuts pass.
    if (event.key !== "Escape" && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    // While an input method composes, Enter accepts its suggestion. Safari reports that as code 229.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    this.#send();
  };

  readonly #onStop = (): void => {
    this.#panel.value.store.stop();
    this.focus();
  };

  #send(): void {
    if (this.answering || this.draft.trim() === "") return;
    this.#panel.value.ask(this.draft);
    this.focus();
  }
}

defineInner("acx-composer", Composer);
