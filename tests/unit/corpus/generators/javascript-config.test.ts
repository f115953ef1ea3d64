import { describe, expect, it } from "vitest";
import type { ProjectFolder } from "../../../../corpus/generators/generator.ts";
import { readJavaScriptConfig } from "../../../../corpus/generators/javascript-config/read-config.ts";

function folderOf(files: Record<string, string>): ProjectFolder {
  return {
    root: "/project",
    readText: (path) => Promise.resolve(files[path]),
    list: () => Promise.resolve([]),
    tree: () => Promise.resolve([]),
    readAbove: () => Promise.resolve(undefined),
  };
}

async function read(source: string, files: Record<string, string> = {}) {
  const found = await readJavaScriptConfig(folderOf({ "site.config.ts": source, ...files }), ["site.config"]);
  if (found === undefined) throw new Error("no configuration was found");
  return found;
}

describe("a configuration in JavaScript", () => {
  it.each([
    ["a literal", `export default { base: "/docs/" }`],
    ["CommonJS", `module.exports = { base: "/docs/" };`],
    ["a wrapper", `import { defineConfig } from "x"; export default defineConfig({ base: "/docs/" });`],
    ["wrappers in each other", `export default withPlugin(defineConfig({ base: "/docs/" }), { other: 1 });`],
    ["a name", `const config = { base: "/docs/" }; export default config;`],
    [
      "types",
      `import type { C } from "x"; const c: C = { base: "/docs/" as const } satisfies C; export default c as C;`,
    ],
    ["a function", `export default async function create() { const base = "/docs/"; return { base }; }`],
    ["an arrow", `export default ({ mode = "x" }) => ({ base: "/docs/" });`],
    ["a template", "const name = 'docs'; export default { base: `/${name}/` };"],
    ["joined texts", `const name = "docs"; export default { base: "/" + name + "/" };`],
    ["a spread", `const shared = { base: "/docs/" }; export default { title: "x", ...shared };`],
    ["an override", `const shared = { base: "/x/" }; export default { ...shared, base: "/docs/" };`],
    ["the environment", `export default { base: process.env.BASE ?? "/docs/" };`],
    [
      "a build for production",
      `const isDev = process.env.NODE_ENV !== "production"; export default { base: isDev ? "/" : "/docs/" };`,
    ],
    ["an assignment", `const config = {}; config.base = "/docs/"; module.exports = config;`],
    [
      "a function of the file",
      `function baseOf(name) { return "/" + name + "/"; } export default { base: baseOf("docs") };`,
    ],
    [
      "a branch",
      `function f(x) { if (x === 1) { return "/docs/"; } return "/"; } export default { base: f(1) };`,
    ],
    ["a member", `const urls = { base: "/docs/" }; const { base } = urls; export default { base };`],
    ["JSX beside it", `const logo = <b>Docs</b>; export default { logo, base: "/docs/" };`],
  ])("is read as %s", async (_, source) => {
    const { config, problems } = await read(source);
    expect(config.get("base").text()).toBe("/docs/");
    expect(problems).toEqual([]);
  });

  it("follows imports of files beside it", async () => {
    const { config } = await read(
      `import { shared } from "./config/shared"; import versions from "./versions.json"; import * as all from "./config";
       export default { ...shared, last: versions[0], name: all.name };`,
      {
        "config/shared.ts": `import { base } from "./base.js"; export const shared = { base };`,
        "config/base.ts": `export const base = "/docs/";`,
        "config/index.js": `export { base as name } from "./base.js";`,
        "versions.json": `["2.0", "1.0"]`,
      },
    );
    expect(config.get("base").text()).toBe("/docs/");
    expect(config.get("last").text()).toBe("2.0");
    expect(config.get("name").text()).toBe("/docs/");
  });

  it("keeps calls of packages apart, with what they are given", async () => {
    const { config } = await read(
      `import starlight from "@astrojs/starlight"; export default { integrations: [starlight({ title: "Docs" })] };`,
    );
    const call = config.get("integrations").items()[0]?.call();
    expect(call?.module).toBe("@astrojs/starlight");
    expect(call?.callArguments[0]?.get("title").text()).toBe("Docs");
  });

  it("names what only a run can tell, where it is asked for", async () => {
    const { config, problems } = await read(
      `import { base } from "somewhere"; export default { base, other: base };`,
    );
    expect(problems).toEqual([]);
    expect(config.get("base").text()).toBeUndefined();
    expect(problems).toEqual([
      "site.config.ts: base can't be known without running it; its default is used.",
    ]);
  });

  it("does not take for absent what an unknown spread may hold", async () => {
    const { config } = await read(
      `import { more } from "./missing"; export default { title: "x", ...more };`,
    );
    expect(config.get("base").isUnknown).toBe(true);
    expect(config.get("title").text()).toBe("x");
  });

  it("says why a file can't be parsed, and goes on with nothing", async () => {
    const { config, problems } = await read(`export default {{{ base: `);
    expect(config.get("base").text()).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^site\.config\.ts can't be parsed, so defaults are used: /);
  });

  it.each([
    ["call themselves", `function f() { return f(); } export default { base: f() };`],
    [
      "call each other without end",
      `const f = () => [g(), g()]; const g = () => [f(), f()]; export default { base: f() };`,
    ],
    ["import each other", `import "./site.config"; export { base } from "./site.config"; export default {};`],
  ])("ends where functions or files %s", async (_, source) => {
    const { config } = await read(source);
    expect(config.get("base").text()).toBeUndefined();
  });

  it("gives keys of prototypes no meaning", async () => {
    const { config } = await read(`export default { ["__proto__"]: { base: "/x/" }, constructor: "y" };`);
    expect(config.get("base").text()).toBeUndefined();
    expect(config.get("constructor").text()).toBe("y");
    expect(config.get("toString").isSet).toBe(false);
  });
});
