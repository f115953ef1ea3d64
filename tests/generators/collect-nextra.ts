import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collect, run, type ExpectedPages } from "./collect.ts";
import { install } from "./install.ts";
import { markPages, nextAddress, readMarkedSite } from "./word-marks.ts";

const third = install("nextra3", ["nextra@3", "next@14", "react@18", "react-dom@18", "typescript@5"]);
const fourth = install("nextra4", ["nextra@4", "next@15", "react@19", "react-dom@19", "typescript@5"]);

const generator = [...third.versions.slice(0, 1), ...fourth.versions.slice(0, 1)];

collect({ name: "nextra", build: (folder, site) => ({ generator, pages: build(folder, site) }) });

function build(folder: string, name: string): ExpectedPages {
  const isThird = name.startsWith("v3");
  markPages(folder);
  symlinkSync(join((isThird ? third : fourth).folder, "node_modules"), join(folder, "node_modules"));
  // By which the loader finds out where a page lies.
  writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }\n`);
  run("node", ["node_modules/next/dist/bin/next", "build"], folder);
  const config = run("cat", ["next.config.mjs"], folder);
  const base = /basePath: "(\S+?)"/.exec(config)?.[1] ?? "";
  const hasSlash = config.includes("trailingSlash: true");
  const exported = join(folder, "out");
  return readMarkedSite({
    output: existsSync(exported) ? exported : join(folder, ".next/server", isThird ? "pages" : "app"),
    addressOf(path) {
      const address = nextAddress(path);
      if (address === undefined) return undefined;
      // A page of the folder itself has no slash at its end either, unless the site says so.
      return base + (hasSlash || address === "/" ? address : address.replace(/\/$/, "")) || "/";
    },
    isContent: ({ tagName }) => tagName === "main",
  });
}
