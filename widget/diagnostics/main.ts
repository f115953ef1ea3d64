/** `diagnostics.js`: loaded when something in the configuration is wrong, or with `debug`. */
export { describeProblem } from "./describe-problem.ts";
export { renderDiagnostics } from "./render-diagnostics.ts";
export { default as diagnosticsCss } from "./diagnostics.css?inline";
