/**
 * Brings a model's reply into the shape that it was asked for, while it streams, before anything judges it: no wrapping,
 * no label, citations spelled `[n]`, no list of sources at the end, no HTML. Models have these habits from elsewhere, and
 * a right answer is not thrown away for them.
 */
import { createInlineTidier, type InlineTidierOptions } from "./inline-tidier.ts";
import { createSourceListRemover } from "./source-list.ts";
import { createUnwrapper } from "./unwrap-reply.ts";

/** Changes a text as it comes in; the outcome does not depend on how it was cut. */
export interface TextStep {
  /** Takes the next piece and returns what is ready. */
  push(text: string): string;
  /** Returns what was held back. */
  end(): string;
}

export function createReplyTidier(options: InlineTidierOptions): TextStep {
  const steps = [createUnwrapper(), createSourceListRemover(), createInlineTidier(options)];
  return {
    push: (text) => steps.reduce((piece, step) => step.push(piece), text),
    end: () => steps.reduce((piece, step) => step.push(piece) + step.end(), ""),
  };
}
