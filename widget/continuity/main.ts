/**
 * `continuity.js`: lets a conversation outlive its page, and an answer its connection. Loaded where one was kept, ended
 * or lost; a visitor who asks on one page does without.
 */
export { carryOn } from "./carry-on.ts";
export { openKeeping, type Keeping } from "./open-keeping.ts";
export type { Thread } from "./thread.ts";
export { exportHistory, toTranscript } from "./transcript-export.ts";
