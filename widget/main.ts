/** `panel.js`: loaded on the first sign of a visitor's interest. */
export { mountPanel } from "./mount-panel.ts";
