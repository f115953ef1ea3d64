import { env } from "cloudflare:workers";
import feedback from "../../../worker/migrations/0001_feedback.sql?raw";
import eventCounts from "../../../worker/migrations/0002_event_counts.sql?raw";

/** Creates the tables, as `wrangler d1 migrations apply` does. */
export async function migrateDatabase(): Promise<void> {
  const statements = [feedback, eventCounts]
    .join("\n")
    .replaceAll(/--.*$/gm, "")
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
  await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)));
}
