import { describe, expect, it } from "vitest";
import { openTrapSite } from "./real-generators.ts";

const { site, problems, real, files, read } = await openTrapSite("vitepress", "vitepress");

describe("VitePress, as the real one builds it", () => {
  it("finds nothing in the configuration that it can't read", () => {
    expect(problems).toEqual([]);
    expect(site.basePath).toBe("/proj");
  });

  it.each(files)("places %s", (file) => {
    const expected = real.pages[file];
    const page = read(file);
    if (expected === undefined) expect(page).toHaveProperty("leftOut");
    else expect(page).toMatchObject({ address: expected.address });
  });

  it.each(Object.entries(real.pages).filter(([, { ids }]) => ids !== undefined))(
    "gives the ids of %s",
    (file, { ids, idsInLists = [] }) => {
      const page = read(file);
      expect(page).toMatchObject({ ids });
      expect(page).toHaveProperty("anchors", expect.arrayContaining(idsInLists.filter((id) => id !== "")));
    },
  );
});
