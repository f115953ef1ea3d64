/** The one place that knows which library packs and unpacks. */
export { unzipSync, zipSync } from "fflate";
