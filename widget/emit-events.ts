import type { WidgetConfig } from "./config.ts";
import { AssistantEvent, type Emit } from "./events.ts";

export interface EmitOptions {
  target: EventTarget;
  config: () => WidgetConfig;
  /** Whether events may leave the page. */
  mayCount: () => boolean;
}

/** Fires events on the element, and hands them on to who counts them, where that is set and allowed. */
export function createEmit({ target, config, mayCount }: EmitOptions): Emit {
  let analytics: Promise<typeof import("./analytics.ts")> | undefined;
  return (name, ...detail) => {
    const goesOn = target.dispatchEvent(new AssistantEvent(name, detail[0] as never));
    if (config().analytics !== "none" && mayCount()) {
      // One promise for all, so that events leave in their order. A blocker may refuse the file: then nobody counts.
      analytics ??= import("./analytics.ts");
      analytics.then(({ sendEvent }) => sendEvent(config(), name, detail[0])).catch(() => undefined);
    }
    return goesOn;
  };
}
