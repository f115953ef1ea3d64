import { html, type TemplateResult } from "lit";
import { LightElement, defineInner } from "../elements/light-element.ts";
import { foreignHost } from "../safe-url.ts";
import { adoptStyles } from "../styles/adopt-styles.ts";
import type { FoundPage } from "./find-pages.ts";
import { markWords } from "./mark-words.ts";
import { placeList } from "./place-list.ts";
import type { RecentSearches } from "./recent-searches.ts";
import searchCss from "./search.css?inline";
import type { SearchStrings } from "./search-strings.ts";
import { LiveSearch, type SearchDependencies, type SearchState } from "./search-state.ts";

const LIST_ID = "acx-search-list";
const MAX_QUERY_CHARS = 500;

const ICONS = {
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20 20",
  page: "M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 16h6",
  ask: "M12 4l1.8 5.2L19 11l-5.2 1.8L12 18l-1.8-5.2L5 11l5.2-1.8L12 4ZM19 16v4M17 18h4",
  recent: "M12 7v5l3 2M4.5 12a7.5 7.5 0 1 0 2.2-5.3M4 4.5v3.5h3.5",
};

/** What a search field asks of what it stands in. */
export interface SearchHost extends Omit<SearchDependencies, "onChange"> {
  readonly strings: SearchStrings;
  readonly recent: RecentSearches;
  /** Shown in the empty field. */
  readonly placeholder: string;
  /** Keys that lead here, as they are written on keyboards; empty for none. */
  readonly keys: string;
  ask(question: string): void;
  /** A page of the list was chosen. The link is followed by the browser. */
  visited(url: string, position: number): void;
}

/** A row of the list. */
type Option =
  { kind: "ask"; text: string } | { kind: "page"; page: FoundPage } | { kind: "recent"; text: string };

/**
 * A field that shows pages while one types, with the assistant on top: Enter asks, an arrow key and Enter open a page. A
 * combobox with a list (WAI-ARIA Authoring Practices, "Combobox").
 */
export class SearchElement extends LightElement {
  static override properties = {
    text: { state: true },
    found: { state: true },
    open: { state: true },
    active: { state: true },
  };

  declare text: string;
  declare found: SearchState;
  declare open: boolean;
  /** Of the row that Enter takes. */
  declare active: number;

  readonly #host: SearchHost;
  readonly #live: LiveSearch;

  constructor(host: SearchHost) {
    super();
    this.#host = host;
    this.#live = new LiveSearch({
      find: host.find,
      schedule: host.schedule,
      onChange: (state) => (this.found = state),
    });
    this.text = "";
    this.found = this.#live.state;
    this.open = false;
    this.active = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode() as ShadowRoot, searchCss);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#live.stop();
  }

  override focus(): void {
    this.#input?.focus();
    this.#input?.select();
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector("input");
  }

  get #options(): Option[] {
    const text = this.text.trim();
    if (text === "") return this.#host.recent.list().map((recent) => ({ kind: "recent", text: recent }));
    return [{ kind: "ask", text }, ...this.found.pages.map((page): Option => ({ kind: "page", page }))];
  }

  protected override render(): TemplateResult {
    const { strings, placeholder, keys } = this.#host;
    const options = this.#options;
    const isShown = this.open && options.length > 0;
    return html`<div class="search" part="search" role="search" @focusout=${this.#onFocusOut}>
      <label class="search-field">
        ${icon(ICONS.search)}
        <input
          part="search-input"
          type="text"
          role="combobox"
          inputmode="search"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck="false"
          maxlength=${MAX_QUERY_CHARS}
          placeholder=${placeholder}
          aria-label=${placeholder}
          aria-autocomplete="list"
          aria-expanded=${isShown}
          aria-controls=${LIST_ID}
          aria-activedescendant=${isShown ? optionId(this.active) : ""}
          .value=${this.text}
          @input=${this.#onInput}
          @focus=${this.#onFocus}
          @click=${this.#onFocus}
          @keydown=${this.#onKeydown}
        />
        ${keys && !this.text ? html`<kbd aria-hidden="true">${keys}</kbd>` : null}
      </label>
      <div class="search-list" popover="manual" @pointerdown=${keepFocus}>
        ${this.text.trim() === "" ? html`<p class="label">${strings.recent}</p>` : null}
        <div id=${LIST_ID} role="listbox" aria-label=${strings.results}>
          ${options.map((option, index) => this.#renderOption(option, index))}
        </div>
        ${this.#renderNote(options)}
      </div>
      <p class="visually-hidden" role="status">${this.#heard}</p>
    </div>`;
  }

  #renderOption(option: Option, index: number): TemplateResult {
    const { strings } = this.#host;
    const selected = index === this.active;
    if (option.kind === "page") return this.#renderPage(option.page, index, selected);
    const name = option.kind === "ask" ? strings.ask(option.text) : option.text;
    return html`<div
      id=${optionId(index)}
      class="search-option"
      role="option"
      aria-selected=${selected}
      @click=${() => this.#take(option, index)}
      @pointermove=${() => (this.active = index)}
    >
      ${icon(ICONS[option.kind])}
      <span class="search-text" dir="auto">${name}</span>
    </div>`;
  }

  #renderPage({ title, section, url, excerpt }: FoundPage, index: number, selected: boolean): TemplateResult {
    const path = [section, foreignHost(url)].filter(Boolean).join(" · ");
    return html`<a
      id=${optionId(index)}
      class="search-option"
      role="option"
      tabindex="-1"
      href=${url}
      aria-selected=${selected}
      @click=${() => this.#onVisit(url, index)}
      @pointermove=${() => (this.active = index)}
    >
      ${icon(ICONS.page)}
      <span class="search-text" dir="auto">
        <b>${this.#marked(title)}</b>
        ${path && path !== title ? html`<small>${this.#marked(path)}</small>` : null}
        <span class="said">${this.#marked(excerpt)}</span>
      </span>
    </a>`;
  }

  #marked(text: string): unknown {
    return markWords(text, this.found.query).map(({ text: part, isMatch }) =>
      isMatch ? html`<mark>${part}</mark>` : part,
    );
  }

  #renderNote(options: readonly Option[]): TemplateResult | null {
    const { strings, recent } = this.#host;
    const { status, pages } = this.found;
    if (this.text.trim() === "") {
      if (options.length === 0) return null;
      const forget = (): void => {
        recent.clear();
        this.focus();
        this.requestUpdate();
      };
      return html`<button class="quiet" type="button" @click=${forget}>${strings.forgetRecent}</button>`;
    }
    if (status === "failed") return html`<p class="search-note">${strings.failed}</p>`;
    return status === "found" && pages.length === 0
      ? html`<p class="search-note">${strings.pagesFound(0)}</p>`
      : null;
  }

  /** What a screen reader says of the list when it has changed. */
  get #heard(): string {
    const { strings } = this.#host;
    const { status, pages } = this.found;
    if (!this.open || this.text.trim() === "") return "";
    if (status === "failed") return strings.failed;
    return status === "found" ? strings.pagesFound(pages.length) : "";
  }

  protected override updated(): void {
    // It may be taken out of the page between a change and its showing.
    if (!this.isConnected) return;
    const list = this.querySelector<HTMLElement>(".search-list")!;
    const isShown = this.open && this.#options.length > 0;
    list.togglePopover(isShown);
    if (!isShown) return;
    placeList(list, this.querySelector<HTMLElement>(".search-field")!);
    list.querySelector(`#${optionId(this.active)}`)?.scrollIntoView({ block: "nearest" });
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.active = 0;
    this.open = true;
    this.#live.type(this.text);
  };

  readonly #onFocus = (): void => {
    this.open = true;
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.open = false;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Keys belong to the field: the page must not react to typing. Shortcuts pass.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    const options = this.#options;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      if (this.open) this.active = (this.active + step + options.length) % options.length;
      this.open = true;
    } else if (event.key === "Enter") {
      const option = options[this.active] ?? options[0];
      if (option) this.#take(option, this.active, event.ctrlKey || event.metaKey);
    } else if (event.key === "Escape" && (this.open || this.text)) {
      // One Escape closes the list, the next one empties the field.
      if (!this.open) this.#empty();
      this.open = false;
    } else return;
    event.preventDefault();
  };

  #take(option: Option, index: number, inNewTab = false): void {
    if (option.kind === "recent") {
      this.text = option.text;
      this.active = 0;
      this.#live.type(option.text);
      this.#input?.focus();
    } else if (option.kind === "ask") {
      this.#host.recent.add(option.text);
      this.#empty();
      this.open = false;
      this.#host.ask(option.text);
    } else {
      // As a click would, so that the page's own router and `assistant-source-click` see it.
      const link = this.querySelector<HTMLAnchorElement>(`#${optionId(index)}`);
      link?.dispatchEvent(
        new MouseEvent("click", {
          bubbles: true,
          composed: true,
          cancelable: true,
          ctrlKey: inNewTab,
          metaKey: inNewTab,
        }),
      );
    }
  }

  #onVisit(url: string, index: number): void {
    this.#host.recent.add(this.text);
    this.#host.visited(url, index);
    this.open = false;
  }

  #empty(): void {
    this.text = "";
    this.#live.type("");
  }
}

/** Decorative: the row around it carries the name. */
function icon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}

function optionId(index: number): string {
  return `acx-search-option-${index}`;
}

/** A press on the list must not take the focus from the field, which would close the list before the click. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

defineInner("acx-search", SearchElement);
