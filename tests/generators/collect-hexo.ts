import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect, run, type ExpectedPages } from "./collect.ts";
import { install } from "./install.ts";
import { fileAddress, markPages, readMarkedSite } from "./word-marks.ts";

const { folder: packages, versions } = install("hexo", [
  "hexo@8",
  "hexo-renderer-marked@7",
  "hexo-renderer-ejs@2",
]);

collect({ name: "hexo", build: (folder) => ({ generator: versions.slice(0, 2), pages: build(folder) }) });

function build(folder: string): ExpectedPages {
  markPages(folder);
  symlinkSync(join(packages, "node_modules"), join(folder, "node_modules"));
  const theme = join(folder, "themes/landscape/layout");
  mkdirSync(theme, { recursive: true });
  for (const name of ["post", "page"])
    writeFileSync(join(theme, `${name}.ejs`), "<main><%- page.content %></main>\n");
  run("node", ["node_modules/hexo/bin/hexo", "generate"], folder);
  const base = /^root: (.*)\/$/m.exec(readFileSync(join(folder, "_config.yml"), "utf8"))?.[1] ?? "";
  return readMarkedSite({
    output: join(folder, "public"),
    addressOf: (path) => base + fileAddress(path),
    isContent: ({ tagName }) => tagName === "main",
  });
}
