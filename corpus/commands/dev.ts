import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { DEFAULT_PORT, portFrom, requireFreePort } from "../dev/port.ts";
import {
  buildDocumentation,
  buildSite,
  buildWidget,
  migrateDatabase,
  publishDocumentation,
  type StepContext,
} from "../dev/steps.ts";
import { startWorker } from "../dev/worker-process.ts";
import { requireWranglerNode } from "../publish/wrangler.ts";
import { formatDuration } from "../terminal/format.ts";

export const devCommand: Command = {
  name: "dev",
  usage: "dev [options]",
  summary: "Run the Worker and the demo on this machine, offline and without a key",
  options: {
    "persist-to": {
      type: "string",
      value: "DIR",
      help: "folder of the local data (default: .wrangler/state)",
    },
  },
  details: [
    `PORT chooses the port (default: ${DEFAULT_PORT}). Builds the widget, the documentation site and its corpus where`,
    "something changed, publishes to the local KV, prepares the local database, and starts the Worker.",
    "Ctrl-C stops everything. --json prints one line when the Worker is ready.",
  ].join("\n"),
  async run({ process, terminal, dependencies, options }) {
    const root = process.cwd();
    await access(join(root, "wrangler.toml")).catch(() => {
      throw new CliError(
        "usage",
        "There is no wrangler.toml here; run it in the folder of the project",
        "dev",
      );
    });
    requireWranglerNode();
    const port = portFrom(process.env);
    await requireFreePort(port);
    const abort = new AbortController();
    process.onStop(() => abort.abort());
    const stateFolder = resolve(root, options.text("persist-to") ?? ".wrangler/state");
    const context: StepContext = { root, stateFolder, signal: abort.signal };

    const started = dependencies.now();
    const step = async <T>(
      name: string,
      work: () => Promise<T>,
      summary: (result: T) => string,
    ): Promise<T> => {
      const begun = dependencies.now();
      terminal.progress(`● ${name} …`);
      const result = await work();
      if (abort.signal.aborted) return result;
      const duration = terminal.styleNote("dim", formatDuration(dependencies.now() - begun));
      terminal.note(`${terminal.styleNote("green", "✓")} ${name.padEnd(13)} ${summary(result)}  ${duration}`);
      return result;
    };
    const same = (text: string): string => text;

    await step("Widget", () => buildWidget(context), same);
    if (abort.signal.aborted) return 0;
    await step("Documentation", () => buildSite(context), same);
    if (abort.signal.aborted) return 0;
    const { corpusVersion } = await step(
      "Corpus",
      () => buildDocumentation(context),
      ({ summary }) => summary,
    );
    await step("Published", () => publishDocumentation(context, corpusVersion), same);
    if (abort.signal.aborted) return 0;
    await step("Database", () => migrateDatabase(context), same);
    if (abort.signal.aborted) return 0;
    const worker = await step(
      "Worker",
      () =>
        startWorker({
          root,
          port,
          ...(options.text("persist-to") !== undefined && { persistTo: stateFolder }),
          fetch: dependencies.fetch,
          onLine: (line) => terminal.note(terminal.styleNote("dim", `  ${line}`)),
        }),
      () => `answers on port ${port}`,
    );

    const url = `http://localhost:${port}`;
    terminal.data({ url, corpusVersion, startedInMs: dependencies.now() - started }, false);
    terminal.line();
    terminal.line(
      `  Open  ${terminal.style("cyan", url)}             the documentation, with the assistant on it`,
    );
    terminal.line(
      `        ${terminal.style("cyan", `${url}/playground`)}  every mode and attribute, and the snippet to paste`,
    );
    terminal.line();
    terminal.line(terminal.style("dim", "  Ctrl-C stops everything."));

    const stopped = new Promise<"stopped">((resolveStopped) => {
      if (abort.signal.aborted) resolveStopped("stopped");
      abort.signal.addEventListener("abort", () => resolveStopped("stopped"));
    });
    const outcome = await Promise.race([stopped, worker.ended.then(() => "ended" as const)]);
    await worker.stop();
    if (outcome === "ended")
      throw new CliError("worker-exited", "  It ended by itself; run the command again.");
    return 0;
  },
};
