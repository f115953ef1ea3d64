/** Sends a rating. A file of its own, for whoever rates an answer. */
import type { FeedbackRequest } from "../core/protocol.ts";

/** Resolves false where it did not arrive. */
export async function sendFeedback(
  endpoint: string,
  feedback: FeedbackRequest,
  fetch: typeof globalThis.fetch,
): Promise<boolean> {
  try {
    const response = await fetch(`${endpoint}/v1/feedback`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(feedback),
    });
    return response.ok;
  } catch {
    return false;
  }
}
