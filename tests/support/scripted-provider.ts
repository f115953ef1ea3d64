import type {
  GenerationError,
  GenerationEvent,
  GenerationProvider,
  GenerationRequest,
} from "../../core/answer/generation-provider.ts";

/** A step of a scripted generation: a delta, a new beginning, an end, a failure, or a wait until the test says so. */
export type ScriptStep =
  string | Extract<GenerationEvent, { type: "end" | "restart" }> | GenerationError | Error | Promise<unknown>;

export interface ScriptedProvider extends GenerationProvider {
  /** Every request it was given. */
  readonly requests: GenerationRequest[];
  /** Whether its last generation was ended from outside. */
  readonly wasReleased: () => boolean;
}

export const STOP: Extract<GenerationEvent, { type: "end" }> = { type: "end", finishReason: "stop" };

/** A provider that plays a script: tests decide what "the model" writes and how it fails. */
export function createScriptedProvider(
  script: ScriptStep[] | ((request: GenerationRequest) => ScriptStep[]),
): ScriptedProvider {
  const requests: GenerationRequest[] = [];
  let released = false;
  return {
    name: "scripted",
    model: "scripted-1",
    mode: "generative",
    requests,
    wasReleased: () => released,
    async *generate(request, { signal }) {
      requests.push(request);
      released = false;
      let ended = false;
      try {
        for (const step of typeof script === "function" ? script(request) : script) {
          signal.throwIfAborted();
          if (step instanceof Error) throw step;
          if (step instanceof Promise) await step;
          else yield typeof step === "string" ? { type: "text-delta" as const, text: step } : step;
        }
        ended = true;
      } finally {
        released = !ended;
      }
    },
  };
}
