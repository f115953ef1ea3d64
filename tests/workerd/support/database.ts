import { env } from "cloudflare:workers";
import migration from "../../../worker/migrations/0001_feedback.sql?raw";

/** Creates the tables, as `wrangler d1 migrations apply` does. */
export async function migrateDatabase(): Promise<void> {
  const statements = migration
    .replaceAll(/--.*$/gm, "")
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
  await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)));
}
