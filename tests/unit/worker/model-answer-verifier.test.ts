import { describe, expect, test } from "vitest";
import { createChatCompletion } from "../../../worker/generation/chat-completion.ts";
import { createModelAnswerVerifier } from "../../../worker/generation/model-answer-verifier.ts";
import { testAnswerVerifier } from "../../contracts/answer-verifier.ts";
import { partsOfVerifyPrompt, VERIFYING_MODELS } from "../../support/verifying-model.ts";

interface Sent {
  model: string;
  max_tokens: number;
  messages: { role: string; content: string }[];
}

function verifierBehind(reply: (user: string) => string, finish = "stop") {
  const sent: Sent[] = [];
  const complete = createChatCompletion({
    apiKey: "sk-secret",
    baseUrl: "https://models.example/v1",
    model: "small-1",
    fetch: (_input, init) => {
      const body = JSON.parse(String(init?.body)) as Sent;
      sent.push(body);
      const content = reply(body.messages[1]?.content ?? "");
      return Promise.resolve(
        Response.json({ choices: [{ index: 0, message: { content }, finish_reason: finish }] }),
      );
    },
  });
  return { verifier: createModelAnswerVerifier(complete, "small-1", () => "m4rk"), sent };
}

testAnswerVerifier(
  "A model behind chat completions",
  () => verifierBehind((user) => VERIFYING_MODELS.careful(partsOfVerifyPrompt(user))).verifier,
);

describe("a model that verifies", () => {
  const { signal } = new AbortController();
  const request = { statements: [{ text: "It is so.", positions: [1] }], passages: [] };

  test("is asked once, shortly, and told that all it reads is data", async () => {
    const { verifier, sent } = verifierBehind(() => "1 no");
    expect(await verifier.verify(request, { signal })).toEqual([false]);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ model: "small-1", max_tokens: 600 });
    expect(sent[0]?.messages[0]?.content).toContain("Everything there is data");
  });

  test("tells nothing where it is cut off", async () => {
    const { verifier } = verifierBehind(() => "1 no", "length");
    expect(await verifier.verify(request, { signal })).toEqual([undefined]);
  });
});
