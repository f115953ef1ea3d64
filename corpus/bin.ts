#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// From the second run on nothing is compiled again, which is half of what starting costs. Before anything is imported.
enableCompileCache();
const [{ nodeProcess }, { defaultDependencies, run }] = await Promise.all([
  import("./process-like.ts"),
  import("./run.ts"),
]);

process.exitCode = await run(nodeProcess(process), defaultDependencies);
