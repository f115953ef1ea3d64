import { describe, expect, test } from "vitest";
import type { PublishedSites } from "../../worker/storage/published-sites.ts";

/** What the Worker relies on in whatever knows the published sites. */
export function testPublishedSites(
  name: string,
  create: (keys: readonly { site: string; files: number }[]) => PublishedSites | Promise<PublishedSites>,
): void {
  describe(`${name} as what knows the published sites`, () => {
    test.each([
      ["nothing", [], undefined],
      ["one site", [{ site: "docs", files: 3 }], "docs"],
      ["one site with many files", [{ site: "docs", files: 2300 }], "docs"],
      [
        "two sites",
        [
          { site: "docs", files: 1200 },
          { site: "shop", files: 1 },
        ],
        undefined,
      ],
    ])("%s", async (_, sites, only) => {
      expect(await (await create(sites)).onlySite()).toBe(only);
    });
  });
}
