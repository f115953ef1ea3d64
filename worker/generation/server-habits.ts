/** What was learned of one model at one server, for as long as the isolate lives. Shared by all that ask it. */
export interface ServerHabits {
  /** Fields of a request that the server refuses, by their names. */
  readonly rejectedFields: Set<string>;
  /** It has sent thoughts without their opening mark, so that only the end of a text shows what it was. */
  omitsThoughtOpening: boolean;
  /** It has marked the end of a text. Without a mark its text is cut. */
  marksEnds: boolean;
}

export function createServerHabits(): ServerHabits {
  return { rejectedFields: new Set(), omitsThoughtOpening: false, marksEnds: false };
}
