import { normalizeConfig, type ConfigInput } from "../config.ts";
import { describeProblem } from "../diagnostics/describe-problem.ts";
import diagnosticsCss from "../diagnostics/diagnostics.css?inline";
import { findProblems } from "../diagnostics/find-problems.ts";
import { renderDiagnostics } from "../diagnostics/render-diagnostics.ts";
import { AssistantEvent } from "../events.ts";
import type { ExtrasModule, PanelHost } from "../panel-contract.ts";
import { adoptStyles } from "../styles/adopt-styles.ts";

/** What has been said of an element, so that it is said once. */
const saidOf = new WeakMap<PanelHost, Set<string>>();

/** Texts are what they are: no value of theirs is wrong. */
const NO_TEXTS = { assistantName: "", greeting: "", placeholder: "", disclaimer: "" };

/** Says in the console and by an event what is wrong with an element; with `config` also in a box of its own. */
export const showProblems: ExtrasModule["showProblems"] = (host, known = {}) => {
  const input: ConfigInput = {
    attributes: Object.fromEntries([...host.attributes].map(({ name, value }) => [name, value])),
    scriptData: host.scriptData,
    remote: known.remote,
    scriptUrl: host.scriptUrl,
    pageUrl: location.href,
    languages: [document.documentElement.lang, navigator.language],
    strings: NO_TEXTS,
  };
  const problems = findProblems(input, normalizeConfig(input).config);
  if (known.remoteProblem) problems.push(known.remoteProblem);
  const diagnostics = problems.map(describeProblem);
  const said = saidOf.get(host) ?? new Set();
  saidOf.set(host, said);
  for (const diagnostic of diagnostics) {
    if (said.has(diagnostic.message)) continue;
    said.add(diagnostic.message);
    console.warn(`assistant-chat: ${diagnostic.message}`);
    host.dispatchEvent(new AssistantEvent("assistant-diagnostic", diagnostic));
  }
  host.frame.querySelector(".diagnostics")?.remove();
  if (!known.config) return;
  adoptStyles(host.root, diagnosticsCss);
  host.frame.append(renderDiagnostics(diagnostics, known.config));
};
