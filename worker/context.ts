import type { Context } from "hono";

/** What middleware leaves for those behind it. */
export interface AppVariables {
  requestId: string;
}

export interface AppEnvironment {
  Variables: AppVariables;
}

export type AppContext = Context<AppEnvironment>;

/** The origin that the request was sent to, which is the origin of this Worker's own pages. */
export function ownOrigin(context: AppContext): string {
  return new URL(context.req.url).origin;
}

/** Keeps work alive after the response: the platform would otherwise drop it with the request. */
export function backgroundOf(context: AppContext): (work: Promise<unknown>) => void {
  return (work) => context.executionCtx.waitUntil(work.catch(() => undefined));
}
