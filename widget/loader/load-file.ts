import type { LoadedFiles } from "../panel-contract.ts";
import { versionedUrl } from "./script-origin.ts";

/** Loads a file; `attempt` makes the URL new, since browsers keep a module that failed to load. */
export type LoadFile = <N extends keyof LoadedFiles>(
  name: N,
  scriptUrl: string | undefined,
  attempt: number,
) => Promise<LoadedFiles[N]>;

export const loadFile: LoadFile = async (name, scriptUrl, attempt) =>
  import(/* @vite-ignore */ versionedUrl(`${name}.js`, scriptUrl) + (attempt ? `?${attempt}` : ""));
