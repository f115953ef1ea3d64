import { html, type PropertyValues, type TemplateResult } from "lit";
import { citedSources } from "../../core/citation/cited-sources.ts";
import type { Source } from "../../core/protocol.ts";
import { isBreak } from "../chat-failure.ts";
import { isAnswering, type Turn } from "../chat-state.ts";
import type { AnswerRenderer } from "../renderer/main.ts";
import { safeUrl } from "../safe-url.ts";
import { stageText } from "../stage-text.ts";
import { icon, type IconName } from "../elements/icons.ts";
import type { AnswerSpeaker } from "./answer-speaker.ts";
import { mergeCitations } from "./merge-citations.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";
import "./source-list.ts";

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
  #speaker: Promise<AnswerSpeaker> | undefined;
  #loading = false;

  constructor() {
    super();
    this.last = this.copied = this.editing = this.readable = false;
  }

  /** What stands last of the text itself: a word on how it ended, or the text. */
  get textEnd(): Element | null {
    return this.querySelector(".failed, .note") ?? this.querySelector(".answer");
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

  protected override render(): TemplateResult {
    const { strings } = this.#panel.value;
    const { turn } = this;
    const refused = turn.finishReason === "refused";
    const stage = stageText(turn, strings);
    // Sources and actions come with the text that they are about, not before it.
    const ended = !isAnswering(turn) && (this.readable || turn.text === "");
    return html`<article class="turn" part="message" @pointerover=${warmUp} @focusin=${warmUp}>
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
      ${this.#renderNotice()} ${ended && turn.text ? this.#renderActions() : null}
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
    const { rating, answerId, status, mode } = this.turn;
    // Thanks and greetings are no answers: there is nothing to rate, and nothing else to be had.
    const isSmallTalk = mode === "conversation";
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
        answerId && !isSmallTalk
          ? [
              action("up", strings.helpful, () => this.#onRate("up"), rating === "up"),
              action("down", strings.notHelpful, () => this.#onRate("down"), rating === "down"),
            ]
          : null
      }
      ${status === "failed" || isSmallTalk ? null : action("retry", strings.tryAgain, this.#onRetry)}
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
    const same = before?.text === this.turn.text && before.sources === this.turn.sources;
    if (!same || isAnswering(before) !== isAnswering(this.turn)) this.#renderAnswer();
    this.#say();
  }

  /** Lets it be heard what is new of what was asked here. */
  #say(): void {
    if (this.dataset["asked"] !== "true") return;
    this.#speaker ??= import("./answer-speaker.ts").then(({ AnswerSpeaker }) => {
      const lang = this.closest<HTMLElement>("[lang]")?.lang ?? "";
      return new AnswerSpeaker(this.#panel.value, lang);
    });
    void this.#speaker.then((speaker) => {
      const answer = this.querySelector(".answer")!;
      const stage = stageText(this.turn, this.#panel.value.strings);
      speaker.update(this.turn, stage, this.#loading ? undefined : answer);
    });
  }

  #renderAnswer(): void {
    const { text, sources } = this.turn;
    const container = this.querySelector<HTMLElement>(".answer")!;
    if (this.#renderer) {
      // What was stopped, cut or broke off ends in the middle of something.
      const final = this.turn.status === "complete" && this.turn.finishReason !== "length";
      this.#renderer.update(text, sources, { final });
      linkCitations(container, this.turn);
      // Earlier groups were seen to when they were written: a delta costs the same in a long answer.
      if (isAnswering(this.turn)) [...container.children].slice(-2).forEach(mergeCitations);
      else mergeCitations(container);
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
        this.#say();
      });
  }

  readonly #onAnswerClick = (event: Event): void => {
    const target = (event.target as Element).closest("button, a");
    const { emit } = this.#panel.value;
    if (target instanceof HTMLAnchorElement) {
      const position = Number(target.textContent);
      // A tap shows the passage first.
      const tapped = (event as PointerEvent).pointerType === "touch";
      if (!target.classList.contains("citation")) emit("assistant-link-click", { url: target.href });
      else if (!tapped) emit("assistant-source-click", { url: target.href, position });
      return;
    }
    if (target) void loadCopying().then(({ pressCodeButton }) => pressCodeButton(target, this.#panel.value));
  };

  readonly #onSourceClick = (event: Event): void => {
    const link = (event.target as Element).closest("a");
    if (!link) return;
    const position = Number(link.dataset["position"]);
    this.#panel.value.emit("assistant-source-click", { url: link.href, position });
  };

  readonly #onCopy = (): void => {
    void loadCopying().then(({ copyAnswer }) =>
      copyAnswer(this.turn, this.#panel.value, (copied) => (this.copied = copied)),
    );
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

const loadCopying = (): Promise<typeof import("./copy-text.ts")> => import("./copy-text.ts");

/** Whoever is near a button presses it next: some browsers copy only at once, not after a file has come. */
function warmUp({ target }: Event): void {
  if ((target as Element).closest(".actions, .code-header")) void loadCopying().catch(() => undefined);
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
