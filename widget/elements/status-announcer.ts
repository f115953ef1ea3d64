import { html, type TemplateResult } from "lit";
import { LightElement, defineInner } from "./light-element.ts";

/** After this long an announced sentence is removed, so that nobody meets it again while browsing the panel. */
const REMOVE_AFTER_MS = 5000;

/**
 * The polite live region, apart from the transcript: a log that is itself live would read out every delta.
 * Each sentence is a node of its own, so that screen readers can queue and interrupt between sentences.
 */
export class StatusAnnouncer extends LightElement {
  protected override render(): TemplateResult {
    return html`<div class="visually-hidden" role="status" aria-live="polite"></div>`;
  }

  /** Says a text, split into its sentences. */
  announce(text: string, lang: string): void {
    const region = this.firstElementChild;
    if (!region) return;
    const segments = new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text);
    for (const { segment } of segments) {
      if (segment.trim() === "") continue;
      const sentence = document.createElement("p");
      sentence.textContent = segment.trim();
      region.append(sentence);
      setTimeout(() => sentence.remove(), REMOVE_AFTER_MS);
    }
  }
}

defineInner("acx-status-announcer", StatusAnnouncer);
