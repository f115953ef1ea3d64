import { html, type PropertyValues, type TemplateResult } from "lit";
import type { Keeping, Thread } from "../continuity/main.ts";
import { icon, type IconName } from "../elements/icons.ts";
import { LightElement, defineInner } from "../elements/light-element.ts";
import type { PanelContext } from "../elements/panel-context.ts";
import { adoptStyles } from "../styles/adopt-styles.ts";
import historyCss from "./history.css?inline";

/** The kept conversations: searched, opened again, renamed, deleted. Stands where the conversation else does. */
export class HistoryView extends LightElement {
  static override properties = {
    threads: { state: true },
    words: { state: true },
    renaming: { state: true },
    deleting: { state: true },
  };

  /** Undefined while they are being read. */
  declare threads: readonly Thread[] | undefined;
  /** What they are searched for. */
  declare words: string;
  /** The thread whose title is being written. */
  declare renaming: string | undefined;
  /** The thread whose deletion waits for a second press. */
  declare deleting: string | undefined;

  readonly #context: PanelContext;
  readonly #lang: string;
  readonly #close: () => void;
  #keeping: Keeping | undefined;

  constructor(context: PanelContext, lang: string, close: () => void) {
    super();
    this.#context = context;
    this.#lang = lang;
    this.#close = close;
    this.words = "";
    this.className = "body history";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this.getRootNode() as ShadowRoot, historyCss);
    this.#context.openKept().then(
      (keeping) => {
        this.#keeping = keeping;
        this.#read();
      },
      () => (this.threads = []),
    );
  }

  protected override firstUpdated(): void {
    this.querySelector("input")?.focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("renaming") && this.renaming)
      this.querySelector<HTMLInputElement>(".rename input")?.select();
  }

  protected override render(): TemplateResult {
    const { history } = this.#context.strings;
    const found = this.threads?.filter((thread) => matches(thread, this.#titleOf(thread), this.words));
    return html`<search class="search" @keydown=${this.#onKeydown}>
        <input
          type="search"
          aria-label=${history.search}
          placeholder=${history.search}
          .value=${this.words}
          @input=${(event: Event) => (this.words = (event.target as HTMLInputElement).value)}
        />
      </search>
      ${found?.length === 0 ? html`<p class="none" role="status">${history.none}</p>` : null}
      <ul class="threads" aria-label=${history.title} @keydown=${this.#onKeydown}>
        ${found?.map((thread) => html`<li>${thread.id === this.renaming ? this.#renderName(thread) : this.#renderThread(thread)}</li>`)}
      </ul>`;
  }

  #renderThread(thread: Thread): TemplateResult {
    const { history } = this.#context.strings;
    const { id, changedAtMs } = thread;
    const title = this.#titleOf(thread);
    const time = new Date(changedAtMs);
    const isShown = id === this.#keeping?.kept.threadId;
    const deletes = id === this.deleting;
    return html`<button
        class="thread"
        type="button"
        aria-current=${isShown ? "true" : "false"}
        @click=${() => this.#open(id)}
      >
        <span class="title" dir="auto">${title}</span>
        <time datetime=${time.toISOString()}
          >${new Intl.DateTimeFormat(this.#lang, { dateStyle: "medium", timeStyle: "short" }).format(time)}</time
        >
      </button>
      ${this.#renderAction("compose", history.rename(title), () => (this.renaming = id))}
      ${
        deletes
          ? html`<button class="quiet danger" type="button" @click=${() => this.#remove(id)}>
              ${history.deleteForGood}
            </button>`
          : this.#renderAction("close", history.remove(title), () => this.#confirm(id))
      }`;
  }

  #renderName(thread: Thread): TemplateResult {
    const { history } = this.#context.strings;
    return html`<form class="rename" @submit=${(event: Event) => this.#rename(event, thread)}>
      <input
        maxlength="120"
        dir="auto"
        aria-label=${history.rename(this.#titleOf(thread))}
        .value=${this.#titleOf(thread)}
      />
      <button class="button">${history.save}</button>
    </form>`;
  }

  #renderAction(name: IconName, label: string, run: () => void): TemplateResult {
    return html`<button class="icon-button" type="button" aria-label=${label} title=${label} @click=${run}>
      ${icon(name)}
    </button>`;
  }

  #titleOf(thread: Thread): string {
    return this.#keeping?.titleOf(thread) ?? "";
  }

  #read(): void {
    this.threads = this.#keeping?.threads.list() ?? [];
  }

  #open(id: string): void {
    const { store, focusInput } = this.#context;
    store.stop();
    store.adopt((current) => this.#keeping?.kept.open(id, current.draft));
    this.#close();
    focusInput();
  }

  #rename(event: Event, thread: Thread): void {
    event.preventDefault();
    event.stopPropagation();
    const title = this.querySelector<HTMLInputElement>(".rename input")!.value.trim();
    this.#keeping?.threads.rename(thread.id, title);
    this.#leaveRenaming();
    this.#read();
  }

  #leaveRenaming(): void {
    this.renaming = undefined;
    this.querySelector("input")?.focus();
  }

  #confirm(id: string): void {
    this.deleting = id;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(".danger")?.focus());
  }

  #remove(id: string): void {
    const { store, announce, strings } = this.#context;
    if (id === this.#keeping?.kept.threadId) store.clear();
    this.#keeping?.threads.remove(id);
    this.deleting = undefined;
    announce(strings.history.removed);
    this.#read();
    this.querySelector("input")?.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Keys belong to the field: the page must not react to typing.
    if (event.key !== "Escape")
      return event.target instanceof HTMLInputElement ? event.stopPropagation() : undefined;
    event.preventDefault();
    event.stopPropagation();
    // One Escape leaves one thing.
    if (this.renaming !== undefined) this.#leaveRenaming();
    else if (this.deleting !== undefined) this.deleting = undefined;
    else this.#close();
  };
}

/** Whether all words stand somewhere in a conversation. */
function matches({ turns }: Thread, title: string, words: string): boolean {
  const text = [title, ...turns.flatMap((turn) => [turn.question, turn.text])].join("\n").toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

defineInner("acx-history", HistoryView);
