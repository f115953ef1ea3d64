#!/usr/bin/env node
// The command, in a checkout and in the published package: there the sources are compiled, here Node runs them.
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";

// From the second run on nothing is compiled again, which is half of what starting costs. Before anything is imported.
enableCompileCache();
const source = new URL("./bin.ts", import.meta.url);
const compiled = new URL("../dist/cli/corpus/bin.js", import.meta.url);
await import((existsSync(source) ? source : compiled).href);
