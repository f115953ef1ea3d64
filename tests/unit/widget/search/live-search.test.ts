import { describe, expect, it } from "vitest";
import type { FoundPage } from "../../../../widget/search/find-pages.ts";
import { LiveSearch, type SearchState } from "../../../../widget/search/search-state.ts";

const pageOf = (title: string): FoundPage => ({
  title,
  section: "",
  url: `https://site.example/${title}`,
  excerpt: "",
});

/** A search whose delays run on demand, and whose requests are answered by hand. */
function begin() {
  const states: SearchState[] = [];
  let delayed: (() => void) | undefined;
  const asked: {
    query: string;
    signal: AbortSignal;
    answer: (pages: FoundPage[]) => void;
    fail: () => void;
  }[] = [];
  const search = new LiveSearch({
    find: (query, signal) =>
      new Promise((resolve, reject) => {
        asked.push({ query, signal, answer: resolve, fail: () => reject(new Error("no network")) });
      }),
    schedule: (run) => {
      delayed = run;
      return () => (delayed = undefined);
    },
    onChange: (state) => states.push(state),
  });
  const settle = async (): Promise<void> => {
    delayed?.();
    delayed = undefined;
    await Promise.resolve();
  };
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { search, states, asked, settle, turn };
}

describe("a search while somebody types", () => {
  it("asks once the letters settle, for what stands there then", async () => {
    const { search, asked, settle } = begin();
    for (const text of ["i", "in", " ins  tall "]) search.type(text);
    await settle();
    expect(asked.map(({ query }) => query)).toEqual(["ins tall"]);
  });

  it("keeps the pages of before until those of now are there", async () => {
    const { search, asked, settle, turn } = begin();
    search.type("one");
    await settle();
    asked[0]!.answer([pageOf("One")]);
    await turn();
    search.type("one two");
    expect(search.state).toMatchObject({ query: "one", status: "searching", pages: [{ title: "One" }] });
    await settle();
    asked[1]!.answer([pageOf("Two")]);
    await turn();
    expect(search.state).toMatchObject({ query: "one two", status: "found", pages: [{ title: "Two" }] });
  });

  it("drops an answer that comes too late, and says so to the network", async () => {
    const { search, asked, settle, turn } = begin();
    search.type("slow");
    await settle();
    search.type("quick");
    await settle();
    expect(asked[0]!.signal.aborted).toBe(true);
    asked[1]!.answer([pageOf("Quick")]);
    asked[0]!.answer([pageOf("Slow")]);
    await turn();
    expect(search.state.pages.map(({ title }) => title)).toEqual(["Quick"]);
  });

  it("knows what it found before", async () => {
    const { search, asked, settle, turn } = begin();
    search.type("one");
    await settle();
    asked[0]!.answer([pageOf("One")]);
    await turn();
    search.type("one t");
    search.type("one");
    await settle();
    expect(asked).toHaveLength(1);
    expect(search.state).toMatchObject({ status: "found", pages: [{ title: "One" }] });
  });

  it("says that it failed, and is empty where the field is", async () => {
    const { search, asked, settle, turn } = begin();
    search.type("one");
    await settle();
    asked[0]!.fail();
    await turn();
    expect(search.state).toEqual({ query: "one", pages: [], status: "failed" });
    search.type("  ");
    expect(search.state).toEqual({ query: "", pages: [], status: "idle" });
  });
});
