import type { FoundPage } from "./find-pages.ts";

/** Between the last letter and the request: a fast typist asks once a word. */
const SETTLE_MS = 120;

/** Queries whose pages are known, so that going back over letters is instant. */
const MAX_KNOWN = 30;

export interface SearchState {
  /** What the pages were found for; they stay while those of a longer query are on their way. */
  query: string;
  pages: readonly FoundPage[];
  status: "idle" | "searching" | "found" | "failed";
}

export interface SearchDependencies {
  find: (query: string, signal: AbortSignal) => Promise<FoundPage[]>;
  /** Runs after a delay in milliseconds. @returns how to call it off. */
  schedule: (run: () => void, delayMs: number) => () => void;
  onChange: (state: SearchState) => void;
}

const IDLE: SearchState = { query: "", pages: [], status: "idle" };

/** Searches while somebody types: the newest query alone counts, and what came for an older one is dropped. */
export class LiveSearch {
  readonly #dependencies: SearchDependencies;
  readonly #known = new Map<string, FoundPage[]>();
  #callOff: (() => void) | undefined;
  #request: AbortController | undefined;
  state: SearchState = IDLE;

  constructor(dependencies: SearchDependencies) {
    this.#dependencies = dependencies;
  }

  /** @param text as it stands in the field. */
  type(text: string): void {
    const query = text.trim().replaceAll(/\s+/g, " ");
    this.stop();
    if (query === "") return this.#show(IDLE);
    const known = this.#known.get(query);
    if (known) return this.#show({ query, pages: known, status: "found" });
    this.#show({ ...this.state, status: "searching" });
    this.#callOff = this.#dependencies.schedule(() => void this.#find(query), SETTLE_MS);
  }

  /** Forgets what is on its way. */
  stop(): void {
    this.#callOff?.();
    this.#request?.abort();
    this.#request = undefined;
  }

  async #find(query: string): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    try {
      const pages = await this.#dependencies.find(query, request.signal);
      if (request.signal.aborted) return;
      this.#known.set(query, pages);
      if (this.#known.size > MAX_KNOWN) this.#known.delete(this.#known.keys().next().value!);
      this.#show({ query, pages, status: "found" });
    } catch {
      if (!request.signal.aborted) this.#show({ query, pages: [], status: "failed" });
    }
  }

  #show(state: SearchState): void {
    this.state = state;
    this.#dependencies.onChange(state);
  }
}
