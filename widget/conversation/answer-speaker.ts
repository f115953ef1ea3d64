/** What is heard of a question and its answer. */
import { isAnswering, type Turn } from "../chat-state.ts";
import type { PanelContext } from "../elements/panel-context.ts";
import { spokenPieces } from "./spoken-answer.ts";

/** Between two utterances at least: who listens hears a few sentences at a time, not each as it is written. */
const INTERVAL_MS = 1500;

/**
 * Says that a question was sent, each stage, the answer sentence by sentence as they are complete, and how it ended. What
 * became complete meanwhile is said together; each piece is said once.
 */
export class AnswerSpeaker {
  readonly #panel: PanelContext;
  readonly #lang: string;
  #askedAtMs = 0;
  #stage = "";
  #ended = false;
  /** The block that is being said, and how many of its pieces were. */
  #block = 0;
  #piece = 0;
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param lang BCP 47 of the answers, by which they are parted into sentences. */
  constructor(panel: PanelContext, lang: string) {
    this.#panel = panel;
    this.#lang = lang;
  }

  /**
   * Says what is new.
   * @param stage what is being done for the turn, in words. It is given, since a module that this file shared with the
   * one that loads it would make the bundler gather that one's exports in a way that a patched `Object.prototype` breaks.
   * @param answer the element with the text of `turn`; undefined while its text does not stand there yet.
   */
  update(turn: Turn, stage: string, answer: Element | undefined): void {
    if (turn.askedAtMs !== this.#askedAtMs) {
      this.#askedAtMs = turn.askedAtMs;
      this.#ended = false;
      const { questionSent, waiting } = this.#panel.strings;
      this.#waiting = [questionSent, asSentence((this.#stage = waiting))];
      this.#flush();
    }
    // Not yet, or taken back: what comes is said from its beginning.
    if (turn.text === "") this.#block = this.#piece = 0;
    if (stage !== this.#stage) {
      this.#stage = stage;
      if (stage) this.#waiting.push(asSentence(stage));
      this.#flush();
    }
    if (!answer || this.#ended) return;
    if (turn.status !== "stopped") this.#collect(answer, !isAnswering(turn));
    if (!isAnswering(turn)) {
      this.#ended = true;
      this.#waiting.push(this.#endingOf(turn));
      this.#flush();
    } else if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#flush(), INTERVAL_MS);
  }

  #endingOf({ status, failure, finishReason, citedPositions }: Turn): string {
    const { strings } = this.#panel;
    if (status === "stopped") return strings.stopped;
    if (failure) return strings.failures[failure.code] ?? strings.failures.internal;
    const sources = finishReason === "refused" ? 0 : citedPositions.length;
    return sources === 0 ? strings.answered : `${strings.answered} ${strings.sourceCount(sources)}`;
  }

  #collect(answer: Element, complete: boolean): void {
    // Blocks stand in groups; those before the one that is being said are done with.
    const blocks = [...answer.children].flatMap((group) => [...group.children]).slice(this.#block);
    blocks.forEach((block, index) => {
      const open = !complete && index === blocks.length - 1;
      const pieces = spokenPieces(block, this.#panel.strings, this.#lang).slice(0, open ? -1 : undefined);
      this.#waiting.push(...pieces.slice(this.#piece));
      this.#piece = open ? Math.max(this.#piece, pieces.length) : 0;
      if (!open) this.#block++;
    });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#panel.announce(this.#waiting.splice(0).filter(Boolean).join(" "));
  }
}

/** Shown without a full stop, at which a voice pauses. */
function asSentence(text: string): string {
  return text.replace(/[\p{L}\p{N}]$/u, "$&.");
}
