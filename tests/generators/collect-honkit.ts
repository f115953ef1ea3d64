import { join } from "node:path";
import { collect, run, type ExpectedPages } from "./collect.ts";
import { install } from "./install.ts";
import { markPages, readMarkedSite } from "./word-marks.ts";

const { folder: generator, versions } = install("honkit", ["honkit@6"]);

collect({ name: "honkit", build: (folder) => ({ generator: versions, pages: build(folder) }) });

function build(folder: string): ExpectedPages {
  markPages(folder);
  const output = join(folder, "built");
  run("node", [join(generator, "node_modules/honkit/bin/honkit.js"), "build", folder, output], generator);
  return readMarkedSite({
    output,
    isContent: ({ properties }) => String(properties["className"] ?? "").includes("markdown-section"),
  });
}
