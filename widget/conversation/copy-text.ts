/** Copying answers and code. Loaded when somebody comes near a button for it. */
import { citedSources } from "../../core/citation/cited-sources.ts";
import type { Turn } from "../chat-state.ts";
import type { PanelContext } from "../elements/panel-context.ts";
import { safeUrl } from "../safe-url.ts";
import type { Strings } from "../strings.ts";

/** How long a button says that it copied. */
const COPIED_MS = 1600;

/** An answer as Markdown: the text as it was written, and what its numbers stand for. */
export function answerAsMarkdown(
  { text, sources, citations, citedPositions }: Turn,
  strings: Strings,
): string {
  const list = citedSources(sources, citations)
    .filter(({ position }) => citedPositions.includes(position))
    .map(({ position, title, url }) => `- [${position}] [${escapeLabel(title)}](${safeUrl(url) ?? url})`);
  const answer = text.trim();
  return list.length === 0 ? answer : `${answer}\n\n**${strings.sources}**\n\n${list.join("\n")}\n`;
}

/** Copies an answer with its sources. @param show shows, and takes back, that it was copied. */
export async function copyAnswer(
  turn: Turn,
  panel: PanelContext,
  show: (copied: boolean) => void,
): Promise<void> {
  if (!(await panel.copyText(answerAsMarkdown(turn, panel.strings)))) return;
  panel.emit("assistant-copy", { what: "answer" });
  panel.announce(panel.strings.copied);
  show(true);
  setTimeout(() => show(false), COPIED_MS);
}

/** Does what a button above a code block says. */
export async function pressCodeButton(button: Element, panel: PanelContext): Promise<void> {
  const block = button.closest(".code-block");
  if (!block) return;
  if (button.classList.contains("wrap-code")) {
    button.ariaPressed = String(block.classList.toggle("wrapped"));
    return;
  }
  const { strings } = panel;
  if (!(await panel.copyText(block.querySelector("code")?.textContent ?? ""))) return;
  panel.emit("assistant-copy", { what: "code" });
  panel.announce(strings.copied);
  button.textContent = strings.copied;
  setTimeout(() => (button.textContent = strings.copy), COPIED_MS);
}

/** A title may have brackets of its own. */
function escapeLabel(title: string): string {
  return title.replace(/[[\]\\]/g, "\\$&");
}
