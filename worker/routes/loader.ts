import type { Deps } from "../deps.ts";
import type { AppContext } from "../context.ts";
import { LOADER_MAX_AGE_SECONDS, LOADER_STALE_SECONDS } from "../constants.ts";
import { ownOrigin } from "../context.ts";
import { RequestError } from "../errors.ts";
import { launcherSettings, settingsDependOnPage } from "../launcher-settings.ts";

/** The one file that every page names; the others have the version in their addresses and never change. */
export const LOADER_PATH = "/assistant-chat.js";

/**
 * `GET /assistant-chat.js`: the loader, behind one statement with the launcher's settings. So the first paint of the
 * launcher has its text, its corner and its colour, without a request of its own and without a jump afterwards.
 * Without `config` it is the file alone.
 */
export function loaderRoute({
  fetchAsset,
  config,
  origins,
}: Pick<Deps, "fetchAsset"> & Partial<Pick<Deps, "config" | "origins">>): (
  context: AppContext,
) => Promise<Response> {
  return async (context) => {
    const file = await fetchAsset?.(new Request(new URL(LOADER_PATH, context.req.url)));
    if (!file?.ok) throw new RequestError({ reason: "route-not-found" });
    const settings =
      config && origins
        ? launcherSettings(config, origins, context.req.header("referer"), ownOrigin(context))
        : {};
    const prefix =
      Object.keys(settings).length === 0
        ? ""
        : `globalThis.AssistantChatSites=${JSON.stringify(settings)};\n`;
    const script = prefix + (await file.text());
    const etag = `"${await shortHash(script)}"`;
    const headers = {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": `public, max-age=${LOADER_MAX_AGE_SECONDS}, stale-while-revalidate=${LOADER_STALE_SECONDS}`,
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      etag,
      ...(config && settingsDependOnPage(config) && { vary: "Referer" }),
    };
    const known = context.req.header("if-none-match")?.split(/\s*,\s*/) ?? [];
    // A proxy that compresses makes the tag a weak one; the content is the same.
    const isKnown = known.some((tag) => tag.replace(/^W\//, "") === etag);
    return isKnown ? context.body(null, 304, headers) : context.body(script, 200, headers);
  };
}

async function shortHash(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
