import { html, type TemplateResult } from "lit";
import type { FurtherPlaces as Further, Source } from "../../core/protocol.ts";
import { safeUrl } from "../safe-url.ts";
import { adoptStyles } from "../styles/adopt-styles.ts";
import furtherCss from "./further-places.css?inline";
import { LightElement, defineInner } from "../elements/light-element.ts";

/** Closed cards below an answer at most. */
const SHOWN_CARDS = 2;

/** Pages beside the cited ones that are offered at most: a hint, not a list of results. */
const SHOWN_PAGES = 3;

/**
 * What stands below the sources of an answer, apart from it: places where it may be said too, as cards that open to the
 * sentence that fits best. Where none are told, quietly, further pages that may help.
 */
export class FurtherPlaces extends LightElement {
  static override properties = {
    sources: { attribute: false },
    citedPositions: { attribute: false },
    further: { attribute: false },
    label: { attribute: false },
  };

  declare sources: readonly Source[];
  declare citedPositions: readonly number[];
  /** As it was told or stored: it is checked here. */
  declare further: Partial<Further> | undefined;
  /** Above pages. */
  declare label: string;

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode() as ShadowRoot, furtherCss);
  }

  protected override render(): TemplateResult | null {
    const cited = this.sources.filter(({ position }) => this.citedPositions.includes(position));
    const cards = this.#cards();
    if (cards.length > 0) {
      return this.#renderList(String(this.further?.label ?? this.label), cards.map(renderCard));
    }
    const pages = furtherPages(this.sources, cited).slice(0, SHOWN_PAGES);
    return pages.length === 0 ? null : this.#renderList(this.label, pages.map(renderLink), "pages");
  }

  #cards(): Source[] {
    const positions: unknown = this.further?.positions;
    if (!Array.isArray(positions)) return [];
    return this.sources
      .filter(({ position, url }) => positions.includes(position) && safeUrl(url))
      .sort((a, b) => positions.indexOf(a.position) - positions.indexOf(b.position))
      .slice(0, SHOWN_CARDS);
  }

  #renderList(label: string, items: readonly TemplateResult[], className = "cards"): TemplateResult {
    return html`<div class="sources further">
      <h3 class="label">${label}</h3>
      <ul class=${className} aria-label=${label}>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>
    </div>`;
  }
}

function renderCard(source: Source): TemplateResult {
  const { title, section, excerpt } = source;
  return html`<details part="source">
    <summary dir="auto">${title}${section ? html` <small>${section}</small>` : null}</summary>
    <p dir="auto">${excerpt}</p>
    ${renderLink(source)}
  </details>`;
}

function renderLink({ title, url, position }: Source): TemplateResult {
  return html`<a
    class="page"
    part="source"
    href=${safeUrl(url)!}
    target="_blank"
    rel="noopener"
    dir="auto"
    data-position=${position}
    >${title}</a
  >`;
}

/** One source of each page that no cited one leads to. */
function furtherPages(sources: readonly Source[], cited: readonly Source[]): Source[] {
  const pageOf = ({ url }: Source): string | undefined => safeUrl(url)?.replace(/#.*/, "");
  const known = new Set([undefined, ...cited.map(pageOf)]);
  return sources.filter((source) => {
    const page = pageOf(source);
    return !known.has(page) && known.add(page);
  });
}

defineInner("acx-further-places", FurtherPlaces);
