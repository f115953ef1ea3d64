import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import type { FoundPage } from "../../../widget/search/find-pages.ts";
import { createRecentSearches } from "../../../widget/search/recent-searches.ts";
import { SearchElement, type SearchHost } from "../../../widget/search/search-element.ts";
import { SEARCH_ENGLISH } from "../../../widget/search/search-strings.ts";

const PAGES: FoundPage[] = [
  {
    title: "Opening hours",
    section: "Winter",
    url: `${location.origin}/hours#winter`,
    excerpt: "Open from nine.",
  },
  { title: "Prices", section: "", url: "https://other.example/prices", excerpt: "What it costs." },
];

describe("the search field", () => {
  let found: FoundPage[] = [];
  let asked: string[] = [];
  let visited: string[] = [];
  let host: HTMLElement;
  let element: SearchElement;

  beforeEach(async () => {
    found = PAGES;
    asked = [];
    visited = [];
    sessionStorage.clear();
    host = document.createElement("div");
    const root = host.attachShadow({ mode: "open" });
    document.body.append(host);
    const searchHost: SearchHost = {
      strings: SEARCH_ENGLISH,
      placeholder: SEARCH_ENGLISH.placeholder,
      keys: "Ctrl K",
      find: async () => found,
      schedule: (run) => {
        queueMicrotask(run);
        return () => undefined;
      },
      recent: createRecentSearches(() => sessionStorage, "recent"),
      ask: (question) => asked.push(question),
      visited: (url) => visited.push(url),
    };
    element = new SearchElement(searchHost);
    root.append(element);
    await element.updateComplete;
  });
  afterEach(() => host.remove());

  const options = (): string[] =>
    [...element.querySelectorAll('[role="option"]')].map((row) =>
      row.textContent.replaceAll(/\s+/g, " ").trim(),
    );
  const selected = (): string | undefined =>
    element.querySelector('[aria-selected="true"]')?.textContent.replaceAll(/\s+/g, " ").trim();
  const isOpen = (): boolean => element.querySelector(".search-list")!.matches(":popover-open");
  async function type(text: string): Promise<void> {
    element.focus();
    await userEvent.keyboard(text);
    await vi.waitFor(() => expect(options()).toHaveLength(found.length + 1));
  }

  test("passes the audit, empty and with results", async () => {
    const audit = async (): Promise<string[]> => (await axe.run(host)).violations.map(({ id }) => id);
    expect(await audit()).toEqual([]);
    await type("open");
    expect(await audit()).toEqual([]);
  });

  test("shows pages while one types, the assistant on top, and asks it on Enter", async () => {
    await type("when open");
    expect(isOpen()).toBe(true);
    expect(options()[0]).toBe("Ask: when open");
    expect(options()[1]).toContain("Opening hours Winter");
    expect(element.querySelector("mark")?.textContent).toBe("Open");
    await userEvent.keyboard("{Enter}");
    expect(asked).toEqual(["when open"]);
    expect(isOpen()).toBe(false);
    expect(element.querySelector("input")!.value).toBe("");
  });

  test("leads to a page by arrow keys, and tells a screen reader where it is", async () => {
    host.addEventListener("click", (event) => event.preventDefault());
    await type("open");
    await userEvent.keyboard("{ArrowDown}");
    expect(selected()).toContain("Opening hours");
    const input = element.querySelector("input")!;
    expect(input.getAttribute("aria-activedescendant")).toBe(
      element.querySelector('[aria-selected="true"]')!.id,
    );
    expect(element.querySelector('[role="status"]')?.textContent).toBe("2 pages found.");
    await userEvent.keyboard("{Enter}");
    expect(visited).toEqual([PAGES[0]!.url]);
    await userEvent.keyboard("{ArrowUp}");
    expect(asked).toEqual([]);
  });

  test("closes by Escape, and empties by the next one", async () => {
    await type("open");
    await userEvent.keyboard("{Escape}");
    expect(isOpen()).toBe(false);
    expect(element.querySelector("input")!.value).toBe("open");
    await userEvent.keyboard("{Escape}");
    expect(element.querySelector("input")!.value).toBe("");
  });

  test("offers what was looked for before, and forgets it on request", async () => {
    await type("open");
    await userEvent.keyboard("{Enter}");
    await userEvent.click(element.querySelector("input")!);
    await vi.waitFor(() => expect(options()).toEqual(["open"]));
    await userEvent.keyboard("{Enter}");
    await vi.waitFor(() => expect(options()[0]).toBe("Ask: open"));
    await userEvent.keyboard("{Escape}{Escape}");
    await userEvent.click(element.querySelector("input")!);
    await userEvent.click(element.querySelector<HTMLElement>(".quiet")!);
    await vi.waitFor(() => expect(options()).toEqual([]));
    expect(isOpen()).toBe(false);
  });

  test("says that nothing was found, and still offers to ask", async () => {
    found = [];
    await type("zebra");
    expect(element.querySelector(".search-note")?.textContent).toBe("No page found.");
    expect(options()).toEqual(["Ask: zebra"]);
  });

  test("keeps its letters from the page's own shortcuts", async () => {
    const heard = vi.fn();
    document.addEventListener("keydown", heard);
    await type("s");
    document.removeEventListener("keydown", heard);
    expect(heard).not.toHaveBeenCalled();
  });
});
