import { lazyRequire } from "../lazy-require.ts";

/** The one place that knows which library packs and unpacks. */
export const zip = lazyRequire<typeof import("fflate")>(import.meta.url, "fflate");
