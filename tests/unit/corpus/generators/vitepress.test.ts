import { describe, expect, it } from "vitest";
import { vitepress } from "../../../../corpus/generators/vitepress.ts";
import { describeTraps } from "./describe-traps.ts";
import { openTrapSite } from "./real-generators.ts";

describeTraps("VitePress", await openTrapSite("vitepress", "vitepress"), { basePath: "/proj" });

async function detect(config: string) {
  const detected = await vitepress.detect({
    root: "/project",
    readText: (path) => Promise.resolve(path === ".vitepress/config.ts" ? config : undefined),
    readAbove: () => Promise.resolve(undefined),
    tree: () => Promise.resolve([]),
    list: () => Promise.resolve([]),
  });
  if (detected === undefined) throw new Error("not detected");
  return detected;
}

describe("VitePress with a slug rule of the site's own", () => {
  const HEADING = "Crème & Co: The 2nd Round!";
  it.each([
    [
      "a chain of replacements",
      `const SPECIAL = /[\\s&!]+/g;
       const slugify = (text: string): string => text.normalize("NFKD").replace(/[\\u0300-\\u036F]/g, "").replace(SPECIAL, "-");
       export default { markdown: { anchor: { slugify } } };`,
      "Creme-Co:-The-2nd-Round-",
    ],
    [
      "a function with a body",
      `function slugify(text) { const plain = String(text).trim().toLowerCase(); return encodeURIComponent(plain.replace(/\\s+/g, "-")); }
       export default { markdown: { anchor: { slugify } } };`,
      "cr%C3%A8me-%26-co%3A-the-2nd-round!",
    ],
    [
      "what is found, put back",
      `export default { markdown: { anchor: { slugify: (s) => s.replace(/(\\d)nd/, "$1-") .replaceAll(" ", "_") } } };`,
      "Crème_&_Co:_The_2-_Round!",
    ],
    [
      "the rule that VitePress has",
      `import { slugify } from "@mdit-vue/shared"; export default { markdown: { anchor: { slugify } } };`,
      "creme-co-the-2nd-round",
    ],
  ])("has the ids of %s", async (_, config, id) => {
    const { settings, problems } = await detect(config);
    const slugger = vitepress.createSlugger(settings, { path: "page.md", frontMatter: {} });
    expect(slugger(heading(HEADING))).toBe(id);
    expect(problems).toEqual([]);
  });

  it.each([
    `import slugify from "some-slugs"; export default { markdown: { anchor: { slugify } } };`,
    `export default { markdown: { anchor: { slugify: (s) => table[s] ?? s.replace(/x/g, make) } } };`,
    `export default { markdown: { anchor: { slugify: (s) => { if (s) return s.trim(); return ""; } } } };`,
  ])("has none where only a run can tell: %s", async (config) => {
    const { settings, problems = [] } = await detect(config);
    const slugger = vitepress.createSlugger(settings, { path: "page.md", frontMatter: {} });
    expect(slugger(heading(HEADING))).toBeUndefined();
    expect(slugger(heading(`${HEADING} {#own}`))).toBe("own");
    expect(problems.join()).toContain("markdown.anchor.slugify can't be known");
  });

  it.each([`leftDelimiter: "%{", rightDelimiter: "}%"`, `left: "%{", right: "}%"`])(
    "takes attributes by the marks that the site has for them: %s",
    async (marks) => {
      const { settings } = await detect(`export default { markdown: { attrs: { ${marks} } } };`);
      const slugger = vitepress.createSlugger(settings, { path: "page.md", frontMatter: {} });
      expect(slugger(heading("Start %{#begin}%"))).toBe("begin");
      expect(slugger(heading("Another"))).toBe("another");
    },
  );
});

function heading(value: string) {
  return {
    text: value,
    source: value,
    parts: [{ kind: "text" as const, value }],
    isElement: false,
    depth: 2,
  };
}
