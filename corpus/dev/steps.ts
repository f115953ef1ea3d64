/** What has to be there before the Worker starts. Each step does nothing where its input did not change. */
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createFolderSource } from "../artefact/folder-source.ts";
import { buildCorpus } from "../build-corpus.ts";
import { DEFAULT_CORPUS_FOLDER, DEFAULT_LANGUAGE } from "../options.ts";
import { createKvStore } from "../publish/kv-store.ts";
import { publishCorpus } from "../publish/publish-corpus.ts";
import { createWrangler, wranglerError } from "../publish/wrangler.ts";
import { formatCount } from "../terminal/format.ts";
import { runScript } from "./run-script.ts";
import { createStamp, hashInputs } from "./stamps.ts";

export interface StepContext {
  root: string;
  /** Folder of wrangler's local state. */
  stateFolder: string;
  signal: AbortSignal;
}

/** The site whose corpus the demo asks. */
const DOCUMENTATION_SITE = "docs";
const DOCUMENTATION_FOLDER = "demo/docs";

const WIDGET_INPUTS = ["widget", "core", "vite.config.ts", "package.json", "package-lock.json"];
/** The pages name the widget by its hash, so a new widget makes new pages. */
const SITE_INPUTS = ["demo", ...WIDGET_INPUTS];
const WIDGET_OUTPUT = "dist/public/assistant-chat.js";
const SITE_OUTPUT = "dist/public/index.html";

const UNCHANGED = "unchanged";

/** @returns what was done, for the user; {@link UNCHANGED} where nothing was. */
export async function buildWidget({ root, signal }: StepContext): Promise<string> {
  return buildWhenChanged(root, "build:widget", WIDGET_INPUTS, WIDGET_OUTPUT, signal);
}

/** After the widget: its build empties the folder that both write to. */
export async function buildSite({ root, signal }: StepContext): Promise<string> {
  return buildWhenChanged(root, "build:site", SITE_INPUTS, SITE_OUTPUT, signal);
}

async function buildWhenChanged(
  root: string,
  script: string,
  inputs: readonly string[],
  output: string,
  signal: AbortSignal,
): Promise<string> {
  const stamp = createStamp(join(root, "dist", ".stamps", script.replace(":", "-")));
  const hash = await hashInputs(root, inputs);
  if ((await stamp.matches(hash)) && (await exists(join(root, output)))) return UNCHANGED;
  await runScript(root, script, signal);
  if (!signal.aborted) await stamp.write(hash);
  return "built";
}

export async function buildDocumentation({
  root,
}: StepContext): Promise<{ summary: string; corpusVersion: string }> {
  const report = await buildCorpus({
    sources: [DOCUMENTATION_FOLDER],
    cwd: root,
    out: DEFAULT_CORPUS_FOLDER,
    site: DOCUMENTATION_SITE,
    language: DEFAULT_LANGUAGE,
    baseUrl: "",
  });
  const size = `${formatCount(report.documents, "page")}, ${formatCount(report.chunks, "passage")}`;
  return { summary: report.unchanged ? `${size}, ${UNCHANGED}` : size, corpusVersion: report.corpusVersion };
}

/** The stamp lies in the state folder: who deletes the local data deletes the memory of having published. */
export async function publishDocumentation(
  { root, stateFolder }: StepContext,
  corpusVersion: string,
): Promise<string> {
  const stamp = createStamp(join(stateFolder, "assistant-chat", "published"));
  if (await stamp.matches(corpusVersion)) return `version ${corpusVersion}, ${UNCHANGED}`;
  await publishCorpus({
    source: createFolderSource(join(root, DEFAULT_CORPUS_FOLDER)),
    store: createKvStore(createWrangler(root), { remote: false, persistTo: stateFolder }),
  });
  await stamp.write(corpusVersion);
  return `version ${corpusVersion} to the local KV`;
}

export async function migrateDatabase({ root, stateFolder }: StepContext): Promise<string> {
  const configuration = await readFile(join(root, "wrangler.toml"), "utf8");
  if (!/^\s*\[\[d1_databases\]\]/m.test(configuration)) return "none";
  const folder = /^\s*migrations_dir\s*=\s*"([^"]+)"/m.exec(configuration)?.[1] ?? "migrations";
  const stamp = createStamp(join(stateFolder, "assistant-chat", "migrated"));
  const hash = await hashInputs(root, [folder]);
  if (await stamp.matches(hash)) return UNCHANGED;
  const result = await createWrangler(root)([
    "d1",
    "migrations",
    "apply",
    "DB",
    "--local",
    "--persist-to",
    stateFolder,
  ]);
  if (result.code !== 0) throw wranglerError("prepare the database", result);
  await stamp.write(hash);
  return "migrated";
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
