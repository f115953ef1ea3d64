import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectFiles } from "../../../corpus/read/collect-files.ts";
import { readSource } from "../../../corpus/read/read-source.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

const PAGE = (path: string): string => `# Tides\n\n--8<-- "${path}"\n\nThe harbour dries at low water.\n`;

async function textOf(source: string, cwd: string): Promise<string> {
  const { files } = await collectFiles([source], { cwd });
  const read = await Promise.all(files.map((file) => readSource(file, { baseUrl: "", language: "en" })));
  return JSON.stringify(read.flatMap(({ pages }) => pages.flatMap(({ chunks }) => chunks)));
}

describe("what a page includes", () => {
  const files = {
    "handbook/docs/tides.md": PAGE("../../harbour/rules.md"),
    "handbook/mkdocs.yml": "site_name: Harbour\n",
    "harbour/rules.md": "Boats wait outside the bar.\n",
    ".env.local": "Key: seagull-nine\n",
  };

  it("may lie anywhere in the repository of its site", async () => {
    const cwd = await temporaryFolder(files);
    await mkdir(join(cwd, ".git"));
    expect(await textOf("handbook", cwd)).toContain("Boats wait outside the bar.");
  });

  it("may lie in the folder that is named, where there is no repository", async () => {
    const cwd = await temporaryFolder(files);
    expect(await textOf(".", cwd)).toContain("Boats wait outside the bar.");
    expect(await textOf("handbook", cwd)).not.toContain("Boats wait");
  });

  it("is neither a secret nor outside, through a link neither", async () => {
    const outside = await temporaryFolder({ "private.md": "Moor at the mole by night.\n" });
    for (const path of ["../../.env.local", "../../harbour/link.md"]) {
      const cwd = await temporaryFolder({ ...files, "handbook/docs/tides.md": PAGE(path) });
      await mkdir(join(cwd, ".git"));
      await symlink(join(outside, "private.md"), join(cwd, "harbour/link.md"));
      const text = await textOf("handbook", cwd);
      expect(text).toContain("dries at low water");
      expect(text).not.toMatch(/seagull|mole/);
    }
  });
});
