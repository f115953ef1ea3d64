import { describe, expect, it } from "vitest";
import { isLeftOut } from "../../../../corpus/formats/format-reader.ts";
import { readMarkdown } from "../../../../corpus/formats/markdown.ts";
import { collectFiles } from "../../../../corpus/read/collect-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { describeTraps } from "./describe-traps.ts";
import { openTrapSite } from "./real-generators.ts";

describeTraps("Starlight", await openTrapSite("starlight", "starlight"), { basePath: "/base" });
describeTraps(
  "Starlight",
  await openTrapSite("starlight", "starlight", {
    expected: "starlight-astro-5",
    change: { readsWithRemark: true },
  }),
  { basePath: "/base" },
);

describe("Astro of a version that is not known", () => {
  const project = {
    "astro.config.mjs": "export default {};",
    "src/pages/a.md": "# A -\n\n## What? -\n\n## Plain\n\nText.",
  };
  it.each([
    ["nothing tells", {}, ["", "", "plain"]],
    ["the range says too little", { "package.json": '{"dependencies":{"astro":">=4"}}' }, ["", "", "plain"]],
    ["named", { "package.json": '{"dependencies":{"astro":"^7.1.0"}}' }, ["a--", "what--", "plain"]],
    [
      "installed",
      {
        "package.json": '{"devDependencies":{"astro":"latest"}}',
        "package-lock.json": '{"packages":{"node_modules/astro": {\n  "version": "5.2.0"}}}',
      },
      ["a-", "what-", "plain"],
    ],
  ])("has no id that is another one by the version: %s", async (_, files, ids) => {
    const cwd = await temporaryFolder({ ...project, ...files });
    const { files: found } = await collectFiles(["."], { cwd });
    const page = found.find(({ path }) => path.endsWith("a.md"));
    if (page === undefined) throw new Error("no page");
    const text = project["src/pages/a.md"];
    const document = readMarkdown({
      ...page,
      text,
      bytes: new Uint8Array(0),
      language: "en",
      include: () => undefined,
    });
    if (isLeftOut(document)) throw new Error("left out");
    expect(document.items.flatMap((item) => (item.kind === "heading" ? [item.anchor] : []))).toEqual(ids);
  });
});
