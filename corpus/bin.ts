#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// As in `assistant-chat.js`, for who runs the sources themselves.
enableCompileCache();
const [{ nodeProcess }, { defaultDependencies, run }] = await Promise.all([
  import("./process-like.ts"),
  import("./run.ts"),
]);

process.exitCode = await run(nodeProcess(process), defaultDependencies);
