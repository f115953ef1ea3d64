import { join } from "node:path";
import { collect, run } from "./collect.ts";
import { install } from "./install.ts";
import { markPages, readMarkedSite } from "./word-marks.ts";

const { folder: packages, versions } = install("eleventy", ["@11ty/eleventy@3"]);

/** Sites about text: what the templates of Eleventy show. */
collect({
  name: "eleventy-templates",
  build: (folder) => {
    markPages(folder);
    const output = join(folder, "built");
    run(
      "node",
      [join(packages, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet", `--output=${output}`],
      folder,
    );
    const pages = readMarkedSite({ output, isContent: ({ tagName }) => tagName === "main" });
    return { generator: versions, pages };
  },
});
