/** The panel for editors, shown with `debug` only and therefore a file of its own. */
import type { WidgetConfig } from "../config.ts";
import { VERSION } from "../version.ts";
import type { Diagnostic } from "./describe-problem.ts";

/** Lists what is wrong and what is in effect. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], config: WidgetConfig): HTMLElement {
  const box = document.createElement("details");
  box.className = "diagnostics";
  box.open = true;
  const summary = document.createElement("summary");
  const count = diagnostics.length;
  summary.textContent = `assistant-chat ${VERSION}: ${count === 0 ? "no problems" : `${count} ${count === 1 ? "problem" : "problems"}`}`;
  const problems = document.createElement("ul");
  for (const { message } of diagnostics) {
    const entry = document.createElement("li");
    entry.textContent = message;
    problems.append(entry);
  }
  const effective = document.createElement("dl");
  for (const [name, value] of Object.entries(config)) {
    const term = document.createElement("dt");
    const description = document.createElement("dd");
    term.textContent = name;
    description.textContent = Array.isArray(value) ? value.join(" | ") : String(value);
    effective.append(term, description);
  }
  box.append(summary, problems, effective);
  return box;
}
