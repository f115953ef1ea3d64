import { html, type TemplateResult } from "lit";
import { LightElement, defineInner } from "./light-element.ts";

/** A slow voice: some 150 words a minute. */
const MS_PER_CHARACTER = 80;
/** What was said stays this much longer than its reading takes, in case it waited for something else. */
const SPARE_MS = 5000;

/**
 * The polite live region, apart from the transcript: a log that is itself live would read out every delta.
 * What was said is removed once even a slow voice has read it, so that nobody meets it again while browsing the panel.
 */
export class StatusAnnouncer extends LightElement {
  /** When all that was said will have been read, on the clock of `performance.now()`. */
  #readAtMs = 0;

  protected override render(): TemplateResult {
    return html`<div class="visually-hidden" role="status" aria-live="polite"></div>`;
  }

  /** Says a text after what is being said. */
  announce(text: string): void {
    const region = this.firstElementChild;
    if (!region || text.trim() === "") return;
    const utterance = document.createElement("p");
    utterance.textContent = text.trim();
    region.append(utterance);
    const nowMs = performance.now();
    this.#readAtMs = Math.max(this.#readAtMs, nowMs) + text.length * MS_PER_CHARACTER;
    setTimeout(() => utterance.remove(), this.#readAtMs - nowMs + SPARE_MS);
  }
}

defineInner("acx-status-announcer", StatusAnnouncer);
