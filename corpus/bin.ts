#!/usr/bin/env node
import { nodeProcess } from "./process-like.ts";
import { defaultDependencies, run } from "./run.ts";

process.exitCode = await run(nodeProcess(process), defaultDependencies);
