import { VERSION } from "../version.ts";

const LOADER_FILE = /\/assistant-chat\.js$/;

/**
 * Finds the script tag that runs this code. `document.currentScript` is null in a module and after
 * "delay JavaScript" plug-ins; then it is the last tag that names the loader.
 */
export function findScript(): HTMLScriptElement | undefined {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src) return current;
  return [...document.scripts].findLast((script) => script.src && LOADER_FILE.test(pathOf(script.src)));
}

/**
 * The loader's own URL: of its tag, else from a stack trace, which names the file also where a tag manager
 * evaluated it without one.
 */
export function findScriptUrl(script: HTMLScriptElement | undefined): string | undefined {
  return script?.src || /https?:\/\/[^\s()]+?\/assistant-chat\.js/.exec(new Error().stack ?? "")?.[0];
}

/** URL of a file of this version, beside the loader: `/v/<version>/<file>`. */
export function versionedUrl(file: string, scriptUrl: string): string {
  const folder = `v/${VERSION}/`;
  const url = new URL(scriptUrl);
  return new URL(url.pathname.includes("/" + folder) ? file : folder + file, url.origin + url.pathname).href;
}

function pathOf(url: string): string {
  return url.replace(/[?#].*/, "");
}
