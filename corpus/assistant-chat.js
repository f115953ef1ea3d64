#!/usr/bin/env node
// The command, in a checkout and in the published package: there the sources are compiled, here Node runs them.
import { existsSync } from "node:fs";

const source = new URL("./bin.ts", import.meta.url);
const compiled = new URL("../dist/cli/corpus/bin.js", import.meta.url);
await import((existsSync(source) ? source : compiled).href);
