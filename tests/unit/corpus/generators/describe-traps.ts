/** The table test of an adapter: what the real generator made of each trap page is what the adapter makes of it. */
import { describe, expect, it } from "vitest";
import type { TrapSite } from "./real-generators.ts";

export function describeTraps(
  name: string,
  { site, problems, generator, expected: pages, files, read }: TrapSite,
  { basePath }: { basePath: string },
): void {
  describe(`${name}, as the real one builds it (${generator.join(", ")})`, () => {
    it("reads all of its configuration", () => {
      expect(problems).toEqual([]);
      expect(site.basePath).toBe(basePath);
    });

    it.each(files)("places %s", (file) => {
      const expected = pages[file];
      const page = read(file);
      if (expected === undefined) expect(page).toHaveProperty("leftOut");
      else expect(page).toMatchObject({ address: expected.address.slice(basePath.length) });
    });

    const traps = Object.entries(pages).filter(([, { ids }]) => ids !== undefined);
    it.each(traps)("gives the ids of %s", (file, { ids = [], idsInLists = [] }) => {
      const page = read(file);
      if ("leftOut" in page) throw new Error(page.leftOut);
      const outsideLists = [...(page.ids ?? [])];
      for (const id of idsInLists) {
        expect(outsideLists).toContain(id);
        outsideLists.splice(outsideLists.indexOf(id), 1);
      }
      expect(outsideLists).toEqual(ids);
      expect(page).toHaveProperty("anchors", expect.arrayContaining(idsInLists.filter((id) => id !== "")));
    });
  });
}
