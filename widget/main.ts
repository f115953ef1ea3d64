/** `panel.js`: loaded on the first sign of a visitor's interest. */
export { citedSources } from "../core/citation/cited-sources.ts";
export { safeUrl } from "./safe-url.ts";
export { mountPanel } from "./mount-panel.ts";
