import type { Problem, WidgetConfig } from "../config.ts";
import type { Emit } from "../events.ts";
import { adoptStyles } from "../styles/panel-styles.ts";
import { describeProblem } from "./describe-problem.ts";
import diagnosticsCss from "./diagnostics.css?inline";
import { renderDiagnostics } from "./render-diagnostics.ts";

export interface ReportOptions {
  frame: HTMLElement;
  config: WidgetConfig;
  problems: readonly Problem[];
  /** The sentences that were said before; what is said now is added. */
  reported: Set<string>;
  /** Whether they are shown on the page too. */
  isShown: boolean;
  emit: Emit;
}

/** Says each problem once, and shows them all to an editor who asked for it. */
export function reportProblems({ frame, config, problems, reported, isShown, emit }: ReportOptions): void {
  const diagnostics = problems.map(describeProblem);
  for (const diagnostic of diagnostics) {
    if (reported.has(diagnostic.message)) continue;
    reported.add(diagnostic.message);
    emit("assistant-diagnostic", diagnostic);
  }
  frame.querySelector(".diagnostics")?.remove();
  if (!isShown) return;
  adoptStyles(frame.getRootNode() as ShadowRoot, diagnosticsCss);
  frame.append(renderDiagnostics(diagnostics, config));
}
