/**
 * `npm run bench [-- NAME ...] [--json]`: runs the benchmarks, all or those named, and prints their tables.
 * Figures of time are this machine's; what is promised is promised as a ratio or as bytes.
 */
import { parseArgs } from "node:util";
import { buildBenchmark } from "./build.bench.ts";
import { chatBenchmark } from "./chat.bench.ts";
import { crawlBenchmark } from "./crawl.bench.ts";
import { pageCostBenchmark } from "./page-cost.bench.ts";
import { qualityBenchmark } from "./quality.bench.ts";
import { renderBenchmark } from "./render.bench.ts";
import { formatTable, type BenchTable } from "./report.ts";
import { searchBenchmark } from "./search.bench.ts";
import { workerStartBenchmark } from "./worker-start.bench.ts";

const BENCHMARKS = [
  pageCostBenchmark,
  renderBenchmark,
  buildBenchmark,
  crawlBenchmark,
  searchBenchmark,
  qualityBenchmark,
  workerStartBenchmark,
  chatBenchmark,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false } },
});
const names = BENCHMARKS.map(({ name }) => name);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark "${unknown[0]}". There are: ${names.join(", ")}.`);
  process.exit(2);
}

const tables: BenchTable[] = [];
for (const benchmark of BENCHMARKS) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  console.error(`… ${benchmark.name}`);
  const found = await benchmark.run();
  tables.push(...found);
  if (!values.json) for (const table of found) console.log(`${formatTable(table)}\n`);
}
if (values.json) console.log(JSON.stringify(tables, null, 2));
