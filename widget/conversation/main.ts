/**
 * What asks, and shows questions and answers. Loaded with the first question, or for a conversation that was kept: an
 * open panel in which nobody has asked yet does without.
 */
import "./transcript.ts";

export { followAnswer } from "../transport/follow-answer.ts";
export { createSseTransport } from "../transport/sse-transport.ts";
