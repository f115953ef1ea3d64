/** The renderer's own file, loaded when the first answer begins. */
export { createAnswerRenderer } from "./create-answer-renderer.ts";
export type { AnswerLabels, AnswerRenderer } from "./create-answer-renderer.ts";
