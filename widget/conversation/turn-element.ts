import { html, type PropertyValues, type TemplateResult } from "lit";
import { citedSources } from "../../core/citation/cited-sources.ts";
import type { Source } from "../../core/protocol.ts";
import { isBreak } from "../chat-failure.ts";
import { isAnswering, type Turn } from "../chat-state.ts";
import type { AnswerRenderer } from "../renderer/main.ts";
import { safeUrl } from "../safe-url.ts";
import { stageText } from "../stage-text.ts";
import { icon, type IconName } from "../elements/icons.ts";
import { plainText } from "./plain-text.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";
import "./source-list.ts";

/** How long a button says that it copied. */
const COPIED_MS = 1600;

/** One question with its answer, and what can be done with it. */
export class TurnElement extends LightElement {
  static override properties = {
    turn: { attribute: false },
    last: { type: Boolean },
    copied: { state: true },
    editing: { state: true },
    readable: { state: true },
  };

  declare turn: Turn;
  /** The newest turn offers follow-ups, and shows its actions without being hovered. */
  declare last: boolean;
  declare copied: boolean;
  declare editing: boolean;
  /** The text stands in the page, or stands as it came where its renderer did not load. */
  declare readable: boolean;

  readonly #panel = usePanel(this);
  #renderer: AnswerRenderer | undefined;
  #loading = false;

  constructor() {
    super();
    this.last = this.copied = this.editing = this.readable = false;
  }

  /** The answer as it is read out: without citation numbers and code buttons. */
  get answerText(): string {
    return plainText(this.querySelector(".answer"), (node) => node.remove());
  }

  /** As the answer cites them: they lead to the words that it takes from them. */
  get #sources(): Source[] {
    return citedSources(this.turn.sources, this.turn.citations);
  }

  /** What a citation in the answer stands for: its source, under the heading that it leads to. */
  sourceOf(chip: Element): Source | undefined {
    const source = this.turn.sources.find(({ position }) => position === Number(chip.textContent));
    const index = [...this.querySelectorAll(".answer .citation")].indexOf(chip);
    return source && citedSources([source], this.turn.citations.slice(index))[0];
  }

  /** The answer as it is copied: with the marks of lists and citations, and with what the citations stand for. */
  get #copiedText(): string {
    const text = plainText(this.querySelector(".answer"), (node) =>
      node.replaceWith(` [${node.textContent}]`),
    );
    const list = this.#sources
      .filter(({ position }) => this.turn.citedPositions.includes(position))
      .map(({ position, title, url }) => `[${position}] ${title}: ${safeUrl(url) ?? url}`);
    return list.length === 0 ? text : `${text}\n\n${this.#panel.value.strings.sources}\n${list.join("\n")}`;
  }

  protected override render(): TemplateResult {
    const { strings } = this.#panel.value;
    const { turn } = this;
    const refused = turn.finishReason === "refused";
    const stage = stageText(turn, strings);
    // Sources and actions come with the text that they are about, not before it.
    const ended = !isAnswering(turn) && (this.readable || turn.text === "");
    return html`<article class="turn" part="message">
      <div class="question" part="question">
        <span class="visually-hidden">${strings.you}: </span>${
          this.editing
            ? html`<acx-edit-question .question=${turn.question} .done=${this.#onEdited}></acx-edit-question>`
            : html`<span class="asked">${turn.question}</span>`
        }
      </div>
      ${turn.query ? html`<p class="stage">${strings.searchedFor(turn.query)}</p>` : null}
      <div
        class="answer"
        part="answer"
        data-streaming=${turn.status === "streaming"}
        @click=${this.#onAnswerClick}
      ></div>
      ${stage ? html`<p class="stage" aria-hidden="true"><span>${stage}</span></p>` : null}
      ${this.#renderNotice()}
      ${
        ended && turn.sources.length > 0 && (refused || turn.citedPositions.length > 0)
          ? html`<acx-source-list
                .sources=${this.#sources}
                .citedPositions=${turn.citedPositions}
                ?refused=${refused}
                @click=${this.#onSourceClick}
              ></acx-source-list
              >${
                refused
                  ? null
                  : html`<acx-further-places
                      .sources=${this.#sources}
                      .citedPositions=${turn.citedPositions}
                      .further=${turn.further}
                      .label=${strings.nearestPages}
                      @click=${this.#onSourceClick}
                    ></acx-further-places>`
              }`
          : null
      }
      ${refused && this.last ? html`<div class="person"><slot></slot></div>` : null}
      ${ended && turn.text ? this.#renderActions() : null}
      ${
        this.last && ended && turn.followUps.length > 0
          ? html`<div class="follow-ups" role="group" aria-label=${strings.followUps}>
              ${turn.followUps.map(
                (question, index) =>
                  html`<button
                    class="chip"
                    part="follow-up"
                    type="button"
                    @click=${() => this.#onFollowUp(question, index)}
                  >
                    ${question}
                  </button>`,
              )}
            </div>`
          : null
      }
    </article>`;
  }

  #renderNotice(): TemplateResult | null {
    const { strings } = this.#panel.value;
    const { failure, status, finishReason, prepared } = this.turn;
    if (failure?.code === "offline") return this.#renderQuiet(strings.failures.offline, undefined);
    if (failure && (failure.code === "page-left" || (this.turn.text !== "" && isBreak(failure)))) {
      return this.#renderQuiet(strings.failures[failure.code], strings.askAgain);
    }
    if (status === "failed" && failure) {
      return html`<div class="failed">
        ${icon("warning")}
        <p>${strings.failures[failure.code] ?? strings.failures.internal}</p>
        ${
          failure.retryAfterMs
            ? html`<acx-retry-after
                .failedAtMs=${this.turn.endedAtMs ?? 0}
                .waitMs=${failure.retryAfterMs}
                @click=${this.#onRetry}
              ></acx-retry-after>`
            : null
        }
        ${
          failure.retryable && !failure.retryAfterMs
            ? html`<button class="button" type="button" @click=${this.#onRetry}>${strings.tryAgain}</button>`
            : null
        }
      </div>`;
    }
    if (status === "stopped") {
      return this.#renderQuiet(strings.stopped, this.turn.text ? undefined : strings.tryAgain);
    }
    if (finishReason === "length") return html`<p class="note">${strings.cutShort}</p>`;
    return prepared ? html`<p class="note">${strings.prepared}</p>` : null;
  }

  /** What is nobody's fault is said in passing. */
  #renderQuiet(text: string, again: string | undefined): TemplateResult {
    return html`<p class="note">
      ${text}
      ${again ? html`<button class="quiet" type="button" @click=${this.#onRetry}>${again}</button>` : null}
    </p>`;
  }

  #renderActions(): TemplateResult {
    const { strings } = this.#panel.value;
    const { rating, answerId, status } = this.turn;
    const action = (name: IconName, label: string, run: () => void, pressed?: boolean) =>
      html`<button
        class="action"
        type="button"
        aria-label=${label}
        title=${label}
        aria-pressed=${pressed ?? (null as never)}
        @click=${run}
      >
        ${icon(name)}
      </button>`;
    return html`<div class="actions" data-shown=${this.last}>
      ${action(this.copied ? "check" : "copy", this.copied ? strings.copied : strings.copy, this.#onCopy)}
      ${
        answerId
          ? [
              action("up", strings.helpful, () => this.#onRate("up"), rating === "up"),
              action("down", strings.notHelpful, () => this.#onRate("down"), rating === "down"),
            ]
          : null
      }
      ${status === "failed" ? null : action("retry", strings.tryAgain, this.#onRetry)}
      ${this.last ? action("edit", strings.editQuestion, this.#onEdit) : null}
      ${rating ? html`<span class="thanks">${strings.thanks}</span>` : null}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Upgraded in place, where there is one.
    if (this.querySelector("acx-further-places")) void import("./further-places.ts");
    if (this.querySelector("acx-retry-after")) void import("./retry-after.ts");
    if (!changed.has("turn")) return;
    const before = changed.get("turn");
    if (before && before.text === this.turn.text && before.sources === this.turn.sources) {
      if (isAnswering(before) === isAnswering(this.turn)) return;
    }
    this.#renderAnswer();
  }

  #renderAnswer(): void {
    const { text, sources } = this.turn;
    const container = this.querySelector<HTMLElement>(".answer")!;
    if (this.#renderer) {
      // What was stopped, cut or broke off ends in the middle of something.
      const final = this.turn.status === "complete" && this.turn.finishReason !== "length";
      this.#renderer.update(text, sources, { final });
      linkCitations(container, this.turn);
      return;
    }
    // Also while sources come in: by the time of the first word the renderer is there.
    if ((text === "" && sources.length === 0) || this.#loading) return;
    this.#loading = true;
    const { loadRenderer, strings } = this.#panel.value;
    loadRenderer()
      .then(({ createAnswerRenderer }) => {
        const { code, copy, copyCode, table, wrapCode, source } = strings;
        this.#renderer = createAnswerRenderer(container, {
          labels: { code, copy, copyCode, table, wrapCode, citation: source },
        });
        this.#renderAnswer();
      })
      // Without its renderer an answer is still an answer.
      .catch(() => container.replaceChildren(this.turn.text))
      .finally(() => {
        this.#loading = false;
        this.readable = true;
      });
  }

  readonly #onAnswerClick = (event: Event): void => {
    const target = (event.target as Element).closest("button, a");
    const { emit, copyText, strings, announce } = this.#panel.value;
    if (target instanceof HTMLAnchorElement) {
      const position = Number(target.textContent);
      if (target.classList.contains("citation"))
        emit("assistant-source-click", { url: target.href, position });
      else emit("assistant-link-click", { url: target.href });
      return;
    }
    const block = target?.closest(".code-block");
    if (!target || !block) return;
    if (target.classList.contains("wrap-code")) {
      target.ariaPressed = String(block.classList.toggle("wrapped"));
      return;
    }
    void copyText(block.querySelector("code")?.textContent ?? "").then((copied) => {
      if (!copied) return;
      emit("assistant-copy", { what: "code" });
      announce(strings.copied);
      target.textContent = strings.copied;
      setTimeout(() => (target.textContent = strings.copy), COPIED_MS);
    });
  };

  readonly #onSourceClick = (event: Event): void => {
    const link = (event.target as Element).closest("a");
    if (!link) return;
    const position = Number(link.dataset["position"]);
    this.#panel.value.emit("assistant-source-click", { url: link.href, position });
  };

  readonly #onCopy = (): void => {
    const { emit, copyText, strings, announce } = this.#panel.value;
    void copyText(this.#copiedText).then((copied) => {
      if (!copied) return;
      emit("assistant-copy", { what: "answer" });
      announce(strings.copied);
      this.copied = true;
      setTimeout(() => (this.copied = false), COPIED_MS);
    });
  };

  readonly #onEdit = (): void => {
    void import("./edit-question.ts").then(() => (this.editing = true));
  };

  readonly #onEdited = (question: string | undefined): void => {
    this.editing = false;
    if (question !== undefined && question !== this.turn.question)
      this.#panel.value.ask(question, this.turn.id);
  };

  readonly #onRetry = (): void => this.#panel.value.store.retry(this.turn.id);

  #onRate(rating: "up" | "down"): void {
    this.#panel.value.rate(this.turn.id, rating);
  }

  #onFollowUp(question: string, index: number): void {
    const { emit, ask } = this.#panel.value;
    emit("assistant-follow-up-click", { index });
    ask(question);
  }
}

/** Lets each citation lead to its own words; where they are not all told, to its source as before. */
function linkCitations(answer: Element, { citations }: Turn): void {
  const chips = answer.querySelectorAll<HTMLAnchorElement>(".citation");
  if (chips.length !== citations.length) return;
  chips.forEach((chip, index) => {
    const { position, url } = citations[index]!;
    const href = safeUrl(url);
    if (chip.href && href && Number(chip.textContent) === position) chip.href = href;
  });
}

defineInner("acx-turn", TurnElement);
