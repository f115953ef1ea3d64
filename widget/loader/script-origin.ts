import { VERSION } from "../version.ts";

const LOADER_FILE = /\/assistant-chat\.js/;

/**
 * Finds the script tag that runs this code. `document.currentScript` is null in a module and after
 * "delay JavaScript" plug-ins; then it is the last tag that names the loader.
 */
export function findScript(): HTMLScriptElement | undefined {
  const current = document.currentScript as HTMLScriptElement | null;
  if (current?.src) return current;
  return [...document.scripts].findLast((script) => LOADER_FILE.test(script.src));
}

/**
 * URL of a file of this version, beside the loader: `/v/<version>/<file>`.
 * @throws TypeError where the loader's URL is unknown; then `endpoint` must be set.
 */
export function versionedUrl(file: string, scriptUrl = ""): string {
  const folder = `v/${VERSION}/`;
  return new URL(scriptUrl.includes("/" + folder) ? file : folder + file, scriptUrl).href;
}
