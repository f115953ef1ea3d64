import { resolve } from "node:path";
import { CorpusError } from "../../core/corpus/open-corpus.ts";
import { createFolderSource } from "../artefact/folder-source.ts";
import { CliError } from "../cli-error.ts";
import type { Command } from "../command.ts";
import { siteOption } from "../options.ts";
import { createKvStore } from "../publish/kv-store.ts";
import { publishCorpus } from "../publish/publish-corpus.ts";
import { createWrangler } from "../publish/wrangler.ts";
import { formatBytes, formatCount, formatDuration } from "../terminal/format.ts";
import { createProgress } from "../terminal/progress.ts";

export const publishCommand: Command = {
  name: "publish",
  usage: "publish <dir> [--local | --remote] [options]",
  summary: "Upload a corpus to Workers KV and switch the site to it",
  options: {
    "site": {
      type: "string",
      value: "ID",
      help: "site to publish under (default: the one it was built for)",
    },
    "local": { type: "boolean", help: "to the KV of the local Worker (the default)" },
    "remote": { type: "boolean", help: "to Cloudflare" },
    "persist-to": {
      type: "string",
      value: "DIR",
      help: "with --local: folder of the local state (default: .wrangler/state)",
    },
  },
  details: [
    "Checks the folder, uploads the files that are not there yet, and switches the site to the new version",
    "in one step at the end. Uses the binding CORPUS of the wrangler.toml in this folder. --remote needs",
    "npx wrangler login, or CLOUDFLARE_API_TOKEN.",
  ].join("\n"),
  async run({ process, terminal, dependencies, positionals, options }) {
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0)
      throw new CliError("usage", "Name one folder to publish", "publish");
    const remote = options.flag("remote");
    if (remote && options.flag("local"))
      throw new CliError("usage", "Choose one of --local and --remote", "publish");
    const persistTo = options.text("persist-to");
    if (remote && persistTo !== undefined)
      throw new CliError("usage", "--persist-to belongs to --local", "publish");

    const started = dependencies.now();
    const progress = createProgress(terminal, ["verify", "upload"], dependencies.now);
    progress.begin("verify");
    let uploading: ReturnType<typeof progress.begin> | undefined;
    const report = await publishCorpus({
      source: createFolderSource(resolve(process.cwd(), folder)),
      store: createKvStore(createWrangler(process.cwd()), {
        remote,
        ...(persistTo !== undefined && { persistTo: resolve(process.cwd(), persistTo) }),
      }),
      ...(options.text("site") !== undefined && { site: siteOption(options) }),
      onProgress: (done, total) => (uploading ??= progress.begin("upload", "files")).update(done, total),
    }).catch((error: unknown) => {
      if (error instanceof CorpusError) throw new CliError("corpus-unusable", folder, error.message);
      throw error;
    });
    progress.end();

    const { site, corpusVersion, previousVersion, uploadedFiles, uploadedBytes, unchanged } = report;
    terminal.data({ ...report, place: remote ? "remote" : "local" });
    const check = terminal.style("green", "✓");
    const name = terminal.style("bold", site);
    if (unchanged) {
      terminal.line(`${check} ${name} serves version ${corpusVersion} already; nothing was uploaded`);
      return 0;
    }
    const before = previousVersion === null ? "" : `, before ${previousVersion}`;
    const figures = `${formatCount(uploadedFiles, "file")}, ${formatBytes(uploadedBytes)}, ${formatDuration(dependencies.now() - started)}`;
    terminal.line(`${check} ${name} serves version ${corpusVersion}${before} (${figures})`);
    terminal.note(
      terminal.styleNote(
        "dim",
        remote
          ? "  Running Workers see it within about a minute. Deploy the Worker if it is not: npm run deploy"
          : "  Ask it: npm start, where the local Worker does not run yet",
      ),
    );
    return 0;
  },
};
