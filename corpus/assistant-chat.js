#!/usr/bin/env node
// The command, in a checkout and in the published package: there the sources are compiled, here Node runs them.
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";

if (nodeModule.enableCompileCache === undefined) {
  // Nothing else may be imported before this is said: it would fail in words that name no fix.
  console.error(
    `assistant-chat needs Node 22.12 or newer, and this is ${process.version}.\n` +
      "Run it by `npx assistant-chat`, which brings its own Node, or install a newer one.",
  );
  process.exit(1);
}
// From the second run on nothing is compiled again, which is half of what starting costs. Before anything is imported.
nodeModule.enableCompileCache();
const source = new URL("./bin.ts", import.meta.url);
const compiled = new URL("../dist/cli/corpus/bin.js", import.meta.url);
await import((existsSync(source) ? source : compiled).href);
