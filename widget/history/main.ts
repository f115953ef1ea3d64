/** `history.js`: loaded when a visitor looks for an earlier conversation. */
export { HistoryView } from "./history-view.ts";
