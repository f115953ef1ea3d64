/** The review file as a page: each section beside what was written of it. */
import { html, type Html } from "../evaluate/html-escape.ts";
import { passageText } from "../../core/passage-text.ts";
import type { Chunk } from "../../core/corpus/format.ts";
import type { Dropped, DropReason } from "./check-section.ts";
import type { ReviewEntry, SectionTexts } from "./review-file.ts";

export interface ReviewedSection {
  chunk: Chunk;
  /** Undefined where nothing was written of the section, or nothing of it was kept. */
  entry: ReviewEntry | undefined;
  dropped: readonly Dropped[];
  isServed: boolean;
}

const REASONS: Record<DropReason, string> = {
  "unrelated": "shares no word with the section",
  "names-other": "names what the section does not",
  "not-a-visitors": "speaks of the section itself",
  "duplicate": "asks the same again",
  "asked-of-two": "another section is asked the same",
  "unsupported": "the section does not say so",
  "uncited": "a sentence has no citation",
  "cites-other": "cites what is not there",
  "other-language": "is in another language",
  "states-nothing": "states nothing",
};

export function reviewPage(sections: readonly ReviewedSection[], fileName: string): string {
  const rows = sections.filter(({ entry, dropped }) => entry !== undefined || dropped.length > 0);
  const page = html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <title>Prepared questions and answers</title>
      <style>
        body {
          font:
            15px/1.5 system-ui,
            sans-serif;
          margin: 0 auto;
          max-width: 76rem;
          padding: 1rem;
          color: #1c1c1c;
        }
        article {
          display: grid;
          grid-template-columns: 1fr 1fr;
          gap: 0 2rem;
          border-top: 1px solid #bbb;
          padding: 1rem 0;
        }
        h2 {
          grid-column: 1 / -1;
          font-size: 1rem;
          margin: 0 0 0.5rem;
        }
        .text {
          white-space: pre-wrap;
          overflow-wrap: anywhere;
          max-height: 26rem;
          overflow: auto;
          color: #444;
        }
        .status {
          border: 1px solid;
          border-radius: 1em;
          padding: 0 0.6em;
          font-weight: normal;
        }
        .dropped,
        .earlier {
          color: #8a1f11;
        }
        @media (max-width: 48rem) {
          article {
            display: block;
          }
        }
        @media (prefers-color-scheme: dark) {
          body {
            background: #181818;
            color: #eee;
          }
          .text {
            color: #bbb;
          }
          .dropped,
          .earlier {
            color: #ff9d8f;
          }
        }
      </style>
      <h1>Prepared questions and answers</h1>
      <p>
        To decide, change <code>status</code> in ${fileName} to approved, edited or rejected, or change the
        texts themselves, and build again. What has no status here was dropped, and is not used.
      </p>
      ${rows.map(sectionRow)}
    </html> `;
  return page.html;
}

function sectionRow({ chunk, entry, dropped, isServed }: ReviewedSection): Html {
  const name = [chunk.title, ...chunk.headingPath].join(" › ");
  const status = entry === undefined ? "" : isServed ? entry.status : `${entry.status}, not used`;
  return html`<article>
    <h2>
      ${name}
      <small>${chunk.url}</small> ${status === "" ? undefined : html`<span class="status">${status}</span>`}
    </h2>
    <div class="text">${passageText(chunk.blocks)}</div>
    <div>
      ${entry === undefined ? undefined : textsOf(entry)}
      ${dropped.map(({ text, reason }) => html`<p class="dropped">Dropped, ${REASONS[reason]}: ${text}</p> `)}
      ${entry?.sectionChanged === undefined ? undefined : earlierOf(entry.sectionChanged)}
    </div>
  </article> `;
}

function textsOf({ questions, searchedOnly, answer }: SectionTexts): Html {
  return html`<ul>
      ${questions.map((question) => html`<li>${question}</li>`)}${searchedOnly.map(
        (question) => html`<li>${question} <small>(found by it, not answered)</small></li>`,
      )}
    </ul>
    <p>${answer}</p>`;
}

function earlierOf(earlier: NonNullable<ReviewEntry["sectionChanged"]>): Html {
  return html`<div class="earlier">
    <p>
      The section changed since this was ${earlier.status}. Nothing is used until somebody has looked again.
    </p>
    ${textsOf(earlier)}
  </div>`;
}
