import type * as Renderer from "./renderer/main.ts";

export type LoadRenderer = () => Promise<typeof Renderer>;

let loading: Promise<typeof Renderer> | undefined;

/** Loads the markdown renderer once. After a failure the next answer tries again. */
export const loadRenderer: LoadRenderer = () =>
  (loading ??= import("./renderer/main.ts").catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
