import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { describe, expect, test } from "vitest";
import { PURIFY_OPTIONS } from "../../../widget/build/third-party-cuts.ts";
import { VERSION_FOLDER, widgetBuild } from "../../../widget/build/widget-build.ts";
import { version } from "../../../package.json";

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** The plug-ins of the build that look into third-party files, with the file that each looks for. */
const SURGERIES = [
  ["lit-without-policy", `${MODULES}/lit-html/lit-html.js`],
  ["lit-without-styles", `${MODULES}/@lit/reactive-element/css-tag.js`],
  ["marked-as-used", `${MODULES}/marked/lib/marked.esm.js`],
  ["purify-as-used", `${MODULES}/dompurify/dist/purify.es.mjs`],
] as const;

function transform(name: string, code: string, id: string): string | undefined {
  const plugins = widgetBuild("chunks")?.plugins as Plugin[];
  const plugin = plugins.find((candidate) => candidate.name === `assistant-chat:${name}`);
  const run = plugin?.transform as (code: string, id: string) => { code: string } | undefined;
  return run(code, id)?.code;
}

describe("what the build takes out of third-party files", () => {
  test.each(SURGERIES)("%s finds what it looks for, and leaves other files alone", (name, file) => {
    const code = readFileSync(file, "utf8");
    const changed = transform(name, code, file);
    expect(changed).toBeDefined();
    expect(changed).not.toBe(code);
    expect(transform(name, code, "/elsewhere/file.js")).toBeUndefined();
  });

  test.each(SURGERIES.filter(([name]) => name !== "lit-without-styles"))(
    "%s stops the build when a new version looks different",
    (name, file) => {
      expect(() => transform(name, "export {}", file)).toThrow(/has changed.*Adapt widget\/build/);
    },
  );

  test("what stands in for Lit's styles exports all that the real file does", () => {
    const [, file] = SURGERIES[1];
    const code = readFileSync(file, "utf8");
    const names = [...code.matchAll(/ as (\w+)(?=[,}])/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(3);
    const changed = transform("lit-without-styles", code, file);
    for (const name of names) expect(changed).toMatch(new RegExp(`[ ,]${name}\\b`));
  });
});

test("DOMPurify's options are those that it is called with", () => {
  const caller = readFileSync(
    fileURLToPath(new URL("../../../widget/renderer/purify-config.ts", import.meta.url)),
    "utf8",
  );
  for (const [, option, value] of caller.matchAll(/^ {2}([A-Z_]+): (true|false),$/gm)) {
    if (option !== "IN_PLACE") expect(PURIFY_OPTIONS).toHaveProperty(option!, value === "true");
  }
  expect(caller).toContain("IN_PLACE: true");
});

test("inner elements carry the version in their names, and templates lose their white space", () => {
  const root = VERSION_FOLDER.replace(/dist\/public\/.*/, "");
  const id = `${root}widget/elements/x.ts`;
  expect(transform("version-inner-names", "html`<acx-turn></acx-turn>`", id)).toBe(
    `html\`<acx-${version.replaceAll(".", "-")}-turn></acx-${version.replaceAll(".", "-")}-turn>\``,
  );
  expect(transform("collapse-templates", "html`<p>\n      <b>`", id)).toBe("html`<p>\n<b>`");
});

test("the build is one for each mode, and none for others", () => {
  expect(widgetBuild("loader")?.build?.lib).toMatchObject({ formats: ["iife"] });
  expect(widgetBuild("test")).toBeUndefined();
});
