import type { Turn } from "./chat-state.ts";
import type { Strings } from "./strings.ts";

/** What is being done for a turn, in words; empty while text flows. A newer Worker may do what has no words here. */
export function stageText({ status, stage }: Turn, strings: Strings): string {
  if (status !== "waiting" && stage?.stage !== "verifying") return "";
  return (stage && strings[stage.stage]?.(stage.count)) ?? strings.waiting;
}
