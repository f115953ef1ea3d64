import { html, type TemplateResult } from "lit";
import { LIMITS } from "../../core/protocol.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";

/** The newest question as a field, in its place: it is asked again as it is now. Loaded for whoever edits one. */
export class EditQuestion extends LightElement {
  static override properties = { question: {} };

  declare question: string;
  /** Told of the new wording; of undefined where the visitor thought better of it. */
  done: (question: string | undefined) => void = () => undefined;

  readonly #panel = usePanel(this);

  protected override firstUpdated(): void {
    const field = this.#field;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  protected override render(): TemplateResult {
    const { strings } = this.#panel.value;
    return html`<form class="edit-question" @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
      <textarea
        rows="2"
        maxlength=${LIMITS.questionMaxChars}
        aria-label=${strings.editQuestion}
        dir="auto"
        .value=${this.question}
      ></textarea>
      <button class="button" type="button" @click=${() => this.done(undefined)}>${strings.cancel}</button>
      <button class="button">${strings.ask}</button>
    </form>`;
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector("textarea")!;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    this.#send();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Keys belong to the field: the page must not react to typing.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      this.done(undefined);
    }
    if (event.target !== this.#field || event.key !== "Enter" || event.shiftKey) return;
    // While an input method composes, Enter accepts its suggestion. Safari reports that as code 229.
    if (event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  #send(): void {
    const question = this.#field.value.trim();
    if (question !== "") this.done(question);
  }
}

defineInner("acx-edit-question", EditQuestion);
