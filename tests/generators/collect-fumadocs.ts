import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { collect, run, type ExpectedPages } from "./collect.ts";
import { install } from "./install.ts";
import { markPages, nextAddress, readMarkedSite } from "./word-marks.ts";

const { folder: packages, versions } = install("fumadocs", [
  "fumadocs-core@16.8",
  "fumadocs-mdx@14",
  "next@16",
  "react@19",
  "react-dom@19",
  "typescript@5",
  "zod@4",
]);

collect({
  name: "fumadocs",
  build: (folder) => ({ generator: versions.slice(0, 2), pages: build(folder) }),
});

function build(folder: string): ExpectedPages {
  // Next finds its packages in folders above.
  const site = join(packages, "site");
  rmSync(site, { recursive: true, force: true });
  cpSync(folder, site, { recursive: true });
  markPages(site);
  run("node", [join(packages, "node_modules/next/dist/bin/next"), "build", "--webpack"], site);
  const config = readFileSync(join(site, "next.config.mjs"), "utf8");
  const base = /basePath: "(\S+?)"/.exec(config)?.[1] ?? "";
  const hasSlash = config.includes("trailingSlash: true");
  return readMarkedSite({
    output: join(site, "out"),
    addressOf(path) {
      const address = nextAddress(path);
      if (address === undefined) return undefined;
      return base + (hasSlash || address === "/" ? address : address.replace(/\/$/, ""));
    },
    isContent: ({ tagName }) => tagName === "main",
  });
}
