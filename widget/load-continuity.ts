import type * as Continuity from "./continuity/main.ts";

export type LoadContinuity = () => Promise<typeof Continuity>;

let loading: Promise<typeof Continuity> | undefined;

/** Loads what lets a conversation outlive its page, once. After a failure the next call tries again. */
export const loadContinuity: LoadContinuity = () =>
  (loading ??= import("./continuity/main.ts").catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
