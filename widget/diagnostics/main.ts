/** `diagnostics.js`: loaded when something in the configuration is wrong, or with `debug`. */
export { reportProblems } from "./report-problems.ts";
