import { FEEDBACK_PURGE_ROWS, FEEDBACK_RETENTION_DAYS } from "../constants.ts";
import type { FeedbackStore } from "./feedback-store.ts";

const SECONDS_PER_DAY = 24 * 60 * 60;

const SAVE = `
  INSERT INTO feedback (site, answer_id, rating, reasons, comment, created_at, expires_at)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
  ON CONFLICT (site, answer_id) DO UPDATE SET
    reasons = CASE WHEN excluded.rating = rating THEN coalesce(excluded.reasons, reasons) ELSE excluded.reasons END,
    comment = CASE WHEN excluded.rating = rating THEN coalesce(excluded.comment, comment) ELSE excluded.comment END,
    rating = excluded.rating`;

const PURGE = `
  DELETE FROM feedback
  WHERE rowid IN (SELECT rowid FROM feedback WHERE expires_at <= ?1 LIMIT ${FEEDBACK_PURGE_ROWS})`;

/**
 * Feedback in D1: no address, no question, no answer. Each row knows when it expires, and every save takes
 * some expired rows along, so that retention needs no job of its own.
 *
 * @param now Epoch milliseconds.
 */
export function createD1FeedbackStore(database: D1Database, now: () => number): FeedbackStore {
  return {
    async save({ site, answerId, rating, reasons, comment }) {
      const createdAt = Math.floor(now() / 1000);
      await database.batch([
        database
          .prepare(SAVE)
          .bind(
            site,
            answerId,
            rating,
            reasons === undefined || reasons.length === 0 ? null : JSON.stringify(reasons),
            comment === undefined || comment.trim() === "" ? null : comment,
            createdAt,
            createdAt + FEEDBACK_RETENTION_DAYS * SECONDS_PER_DAY,
          ),
        database.prepare(PURGE).bind(createdAt),
      ]);
    },
    async check() {
      await database.prepare("SELECT 1 FROM feedback LIMIT 1").all();
    },
  };
}
