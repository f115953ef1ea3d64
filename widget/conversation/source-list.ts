import { html, type TemplateResult } from "lit";
import type { Source } from "../../core/protocol.ts";
import { foreignHost, safeUrl } from "../safe-url.ts";
import { icon } from "../elements/icons.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { usePanel } from "../elements/panel-context.ts";

/** Cards that are shown at once; the others wait behind "n more". */
const SHOWN_SOURCES = 4;

/**
 * The sources that an answer cites as compact cards. Of a refusal the nearest pages are the cards, each with what it says
 * that comes nearest: those that its text quotes already are not shown again.
 */
export class SourceList extends LightElement {
  static override properties = {
    sources: { attribute: false },
    citedPositions: { attribute: false },
    refused: { type: Boolean },
    expanded: { state: true },
  };

  declare sources: readonly Source[];
  declare citedPositions: readonly number[];
  /** The answer was a refusal: the cards are the nearest pages, not evidence. */
  declare refused: boolean;
  declare expanded: boolean;

  readonly #panel = usePanel(this);

  constructor() {
    super();
    this.expanded = false;
  }

  protected override render(): TemplateResult | null {
    const { strings } = this.#panel.value;
    const cards = this.sources.filter(
      ({ position }) => this.citedPositions.includes(position) === !this.refused,
    );
    if (cards.length === 0) return null;
    const shown = this.expanded ? cards : cards.slice(0, SHOWN_SOURCES);
    const hidden = cards.length - shown.length;
    return html`<div class="sources">
      <h3 class="label">${this.refused ? strings.nearestPages : strings.sources}</h3>
      <ol aria-label=${strings.sources}>
        ${shown.map((source) => this.#renderSource(source))}
      </ol>
      ${
        hidden > 0
          ? html`<button class="quiet" type="button" @click=${this.#onMore}>
              ${strings.moreSources(hidden)}
            </button>`
          : null
      }
    </div>`;
  }

  #renderSource(source: Source): TemplateResult | null {
    const url = safeUrl(source.url);
    if (!url) return null;
    const path = [source.section, foreignHost(url)].filter(Boolean).join(" · ") || new URL(url).pathname;
    return html`<li>
      <a
        class="source"
        part="source"
        href=${url}
        target="_blank"
        rel="noopener"
        data-position=${source.position}
      >
        ${this.refused ? null : html`<span class="number" aria-hidden="true">${source.position}</span>`}
        <span class="source-text" dir="auto"
          ><b>${source.title}</b><small>${path}</small>${
            this.refused ? html`<span class="said">${source.excerpt}</span>` : null
          }</span
        >
        ${icon("outward")}
      </a>
    </li>`;
  }

  readonly #onMore = (): void => {
    this.expanded = true;
  };
}

defineInner("acx-source-list", SourceList);
