import { describe, expect, it } from "vitest";
import { findPages } from "../../../../widget/search/find-pages.ts";
import { markWords } from "../../../../widget/search/mark-words.ts";
import { createRecentSearches } from "../../../../widget/search/recent-searches.ts";

describe("pages for a query", () => {
  const results = [
    {
      title: "Install",
      section: "One tag",
      url: "https://site.example/install/#one-tag",
      excerpt: "a",
      score: 3,
    },
    { title: "Install", url: "https://site.example/install/#later", excerpt: "b", score: 2 },
    { title: "Bad", url: "javascript:alert(1)", excerpt: "c", score: 2 },
    { title: "Prices", url: "https://site.example/prices/", excerpt: "d", score: 1 },
  ];
  const options = (response: Response, asked: string[] = []) => ({
    endpoint: "https://worker.example",
    site: "docs",
    locale: "en",
    pageUrl: "https://site.example/",
    signal: new AbortController().signal,
    fetch: (async (url: string) => {
      asked.push(url);
      return response;
    }) as typeof fetch,
  });

  it("come once each, at their best passage, and only from addresses that can be followed", async () => {
    const asked: string[] = [];
    const pages = await findPages("how & why", options(Response.json({ results }), asked));
    expect(pages).toEqual([
      { title: "Install", section: "One tag", url: "https://site.example/install/#one-tag", excerpt: "a" },
      { title: "Prices", section: "", url: "https://site.example/prices/", excerpt: "d" },
    ]);
    const url = new URL(asked[0]!);
    expect(url.pathname).toBe("/v1/search");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      q: "how & why",
      site: "docs",
      locale: "en",
    });
  });

  it("do not come from an error", async () => {
    await expect(findPages("x", options(new Response("", { status: 503 })))).rejects.toThrow("503");
  });
});

describe("marking words", () => {
  const marked = (text: string, query: string): string =>
    markWords(text, query)
      .map(({ text: part, isMatch }) => (isMatch ? `<${part}>` : part))
      .join("");

  it("marks the beginnings of words, whatever their case and accents", () => {
    expect(marked("Installing the café-widget", "INSTALL cafe")).toBe("<Install>ing the <café>-widget");
    expect(marked("install", "stall")).toBe("install");
  });

  it("loses no letter, and leaves single letters alone", () => {
    expect(marked("a b ab", "a b")).toBe("a b ab");
    expect(marked("注文の方法", "注文")).toBe("<注文>の方法");
    expect(marked("(c++)", "c++ ++")).toBe("(c++)");
  });
});

describe("recent searches", () => {
  function memory(): Storage & { map: Map<string, string> } {
    const map = new Map<string, string>();
    return {
      map,
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
      removeItem: (key: string) => void map.delete(key),
    } as unknown as Storage & { map: Map<string, string> };
  }

  it("keep the five newest, each once", () => {
    const area = memory();
    const recent = createRecentSearches(() => area, "key");
    for (const query of ["one", "two", "three", "four", "five", "six", " TWO "]) recent.add(query);
    expect(recent.list()).toEqual(["TWO", "six", "five", "four", "three"]);
    recent.clear();
    expect(recent.list()).toEqual([]);
    expect(area.map.size).toBe(0);
  });

  it("keep nothing where nothing may be kept, and survive a broken storage", () => {
    const none = createRecentSearches(() => undefined, "key");
    none.add("one");
    expect(none.list()).toEqual([]);
    const area = memory();
    area.map.set("key", '{"not": "a list"}');
    expect(createRecentSearches(() => area, "key").list()).toEqual([]);
    area.map.set("key", '[1, "two", ');
    expect(createRecentSearches(() => area, "key").list()).toEqual([]);
    const full = createRecentSearches(() => {
      throw new DOMException("no", "SecurityError");
    }, "key");
    full.add("one");
    full.clear();
    expect(full.list()).toEqual([]);
  });
});
