import { describe, expect, test } from "vitest";
import { normalizeConfig, parseList, type ConfigInput } from "../../../widget/config.ts";
import { describeProblem } from "../../../widget/diagnostics/describe-problem.ts";
import { findProblems } from "../../../widget/diagnostics/find-problems.ts";
import { ENGLISH } from "../../../widget/strings.ts";

const read = (attributes: Record<string, string>, more: Partial<ConfigInput> = {}) => {
  const input: ConfigInput = {
    attributes,
    scriptUrl: "https://assistant.example/assistant-chat.js",
    pageUrl: "https://site.example/page",
    languages: ["", "de"],
    strings: ENGLISH,
    isColor: (value) => value === "red",
    ...more,
  };
  const { config, isDoubtful } = normalizeConfig(input);
  const messages = findProblems(input, config).map((problem) => describeProblem(problem).message);
  return { config, isDoubtful, messages };
};

describe("the configuration", () => {
  test("has a default for everything, and nothing to say about it", () => {
    const { config, messages } = read({
      "class": "x",
      "id": "y",
      "data-v-1": "",
      "aria-label": "z",
      "style": "",
    });
    expect(messages).toEqual([]);
    expect(config).toMatchObject({
      endpoint: "https://assistant.example",
      site: "default",
      mode: "floating",
      side: "end",
      persist: "session",
      consent: "not-required",
      analytics: "none",
      lang: "de",
      remote: true,
      starters: [],
    });
  });

  test.each([
    [{ mode: "drower" }, 'mode="drower" is not one of floating, inline, drawer (using floating).'],
    [
      { endpoint: "ftp://x" },
      'endpoint="ftp://x" is not an http(s) URL such as https://assistant.example.com (using https://assistant.example).',
    ],
    [
      { site: "My Site" },
      'site="My Site" may hold lower-case letters, digits and hyphens only (using default).',
    ],
    [{ lang: "english!" }, 'lang="english!" is not a language tag such as en or pt-BR (using de).'],
    [{ accent: "rde" }, 'accent="rde" is not an opaque CSS colour (using the default colour).'],
    [{ hotkey: "i" }, 'hotkey="i" is not a key with a modifier such as mod+i (ignored).'],
    [{ debug: "maybe" }, 'debug="maybe" is neither true nor false (using false).'],
    [
      { starters: "[broken" },
      'starters="[broken" begins like a JSON list but is none: put commas or lines between questions (ignored).',
    ],
    [{ starters: "1,2,3,4,5,6,7" }, 'starters="7 questions" are too many (using the first 6).'],
    [{ push: "" }, 'push="" has an effect with mode="drawer" only (ignored).'],
    [{ accnt: "red" }, 'accnt="red" is no attribute of assistant-chat: did you mean accent? (ignored).'],
    [
      { "api-url": "x" },
      'api-url="x" is no attribute of assistant-chat: see the list of attributes (ignored).',
    ],
  ])("says what is wrong with %j and how to mend it", (attributes, message) => {
    expect(read(attributes as Record<string, string>).messages).toEqual([message]);
  });

  test("reads misspelt data attributes of the script tag", () => {
    const { messages } = read({}, { scriptData: { site: "docs", acent: "red" } });
    expect(messages).toEqual([
      'data-acent="red" is no attribute of assistant-chat: did you mean data-accent? (ignored).',
    ]);
  });

  test("says that the endpoint is missing where the script is unknown", () => {
    const { config, messages } = read({}, { scriptUrl: undefined });
    expect(config.endpoint).toBe("");
    expect(messages[0]).toContain("the origin of the script is unknown");
  });

  test("is doubtful where only the panel's own reading can tell", () => {
    const doubtful: Record<string, string>[] = [
      { endpoint: "ftp://x" },
      { site: "My Site" },
      { starters: "[broken" },
      { starters: "1,2,3,4,5,6,7" },
    ];
    for (const attributes of doubtful)
      expect(read(attributes).isDoubtful, JSON.stringify(attributes)).toBe(true);
    expect(read({ site: "docs", starters: "a,b", endpoint: "https://x.example" }).isDoubtful).toBe(false);
    expect(read({}, { scriptUrl: undefined }).isDoubtful).toBe(true);
    expect(read({}, { scriptUrl: "no address" }).config.endpoint).toBe("");
  });

  test("lets attributes win over the server's configuration", () => {
    const remote = {
      greeting: "From the server",
      theme: "dark" as const,
      position: "bottom-start",
      starters: ["a"],
    };
    expect(read({ greeting: "From the page" }, { remote }).config).toMatchObject({
      greeting: "From the page",
      theme: "dark",
      side: "start",
      starters: ["a"],
    });
  });

  test.each([
    ["a, b ,, c", ["a", "b", "c"]],
    ["Yes, really?\nNo?", ["Yes, really?", "No?"]],
    ['["one, two", 3]', ["one, two", "3"]],
    ["[", undefined],
  ])("reads the list %j", (text, list) => {
    expect(parseList(text)).toEqual(list);
  });

  test.each([
    ["", true],
    ["true", true],
    ["ON", true],
    ["push", true],
    ["false", false],
    ["off", false],
  ])("reads push=%j as %j", (value, expected) => {
    expect(read({ mode: "drawer", push: value }).config.push).toBe(expected);
  });
});
