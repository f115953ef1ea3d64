import axe from "axe-core";
import { AssistantChatElement } from "../../../widget/loader/assistant-chat-element.ts";
import type { LoadedFiles } from "../../../widget/panel-contract.ts";
import { defineAssistantChat } from "../../../widget/loader/define.ts";

AssistantChatElement.loadFile = loadSourceFile;
defineAssistantChat();

/** Takes the loader's files from their sources. */
export function loadSourceFile<N extends keyof LoadedFiles>(name: N): Promise<LoadedFiles[N]> {
  const files = {
    "panel": () => import("../../../widget/main.ts"),
    "launcher-extras": () => import("../../../widget/extras/main.ts"),
  };
  return files[name]() as Promise<LoadedFiles[N]>;
}

export const SOURCES = [
  {
    position: 1,
    title: "Install",
    section: "One tag",
    url: "/install/#one-tag",
    excerpt: "Paste one tag.",
    score: 1,
  },
  { position: 2, title: "Policy", url: "https://other.example/policy/", excerpt: "Two lines.", score: 0.5 },
];

export const event = (type: string, data: object, id?: number): string =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;

export const START = event("answer-start", {
  answerId: "answer-0001",
  conversationId: "conversation-1",
  corpusVersion: "v",
  mode: "extractive",
});
export const END = event("answer-end", {
  finishReason: "stop",
  citedPositions: [1, 2],
  confidence: 1,
  cached: false,
});
export const ANSWER = [
  START,
  event("sources-available", { sources: SOURCES }),
  event("text-delta", { text: "Paste **one tag** [1] and allow it [2] [9].\n\n```html\n<script>\n```" }),
  event("follow-ups-available", { questions: ["And then?"] }),
  END,
].join("");

/** A stand-in for the Worker at the edge of the widget: the network. */
export interface ScriptedWorker {
  /** Bodies of what was posted, by path. */
  posted: { path: string; body: Record<string, unknown> }[];
  /** Answers that were read on or ended: by method, path and last event. */
  resumed: [method: string, path: string, lastEventId: string | null][];
  /** What comes when an answer is read on; 404 where it is undefined. */
  resume: string | undefined;
  /** The next answers, in turn; the last one repeats. A function may hold its answer open. */
  answers: (string | ((signal: AbortSignal) => Response))[];
}

/** An answer that begins with `text` and then stays open; like a real body it breaks when it is aborted. */
export function heldOpen(text: string, onAbort: () => void): (signal: AbortSignal) => Response {
  return (signal) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        signal.addEventListener("abort", () => {
          controller.error(signal.reason);
          onAbort();
        });
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };
}

/** Replaces `fetch` for the endpoint of the tests. @returns what it received, and how to put `fetch` back. */
export function scriptWorker(...answers: ScriptedWorker["answers"]): ScriptedWorker & { restore(): void } {
  const real = window.fetch;
  const worker: ScriptedWorker = { posted: [], answers, resumed: [], resume: undefined };
  window.fetch = async (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input), location.href);
    if (url.host !== "worker.example") return real(input, init);
    if (url.pathname.endsWith("/config")) return Response.json({ site: "docs", greeting: "From the server" });
    if (url.pathname.startsWith("/v1/chat/")) {
      const lastEventId = new Headers(init?.headers).get("last-event-id");
      worker.resumed.push([init?.method ?? "GET", url.pathname, lastEventId]);
      if (worker.resume === undefined)
        return Response.json({ error: { code: "not-found" } }, { status: 404 });
      return new Response(worker.resume, { headers: { "content-type": "text/event-stream" } });
    }
    worker.posted.push({
      path: url.pathname,
      body: JSON.parse(String(init?.body)) as Record<string, unknown>,
    });
    if (url.pathname !== "/v1/chat") return Response.json({});
    const answer = worker.answers.length > 1 ? worker.answers.shift()! : worker.answers[0]!;
    if (typeof answer === "function") return answer(init!.signal!);
    return new Response(answer, { headers: { "content-type": "text/event-stream" } });
  };
  return Object.assign(worker, { restore: () => void (window.fetch = real) });
}

/** Puts an element with these attributes into the page. */
export function mountAssistant(attributes: Record<string, string> = {}): AssistantChatElement {
  const element = document.createElement("assistant-chat");
  for (const [name, value] of Object.entries({ endpoint: "https://worker.example", ...attributes })) {
    element.setAttribute(name, value);
  }
  document.body.append(element);
  return element;
}

/** What fades in has not its colours yet. */
async function settled(root: Element | ShadowRoot): Promise<void> {
  const inner = [root, ...root.querySelectorAll("*")].flatMap((each) =>
    each instanceof Element && each.shadowRoot !== null ? [each.shadowRoot] : [],
  );
  const running = root instanceof ShadowRoot ? root.getAnimations() : [];
  const ending = running.filter(
    ({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
  );
  await Promise.allSettled([...ending.map(({ finished }) => finished), ...inner.map(settled)]);
}

/** What the accessibility audit finds, once everything has its colours. */
export async function violations(element: Element): Promise<string[]> {
  await settled(element);
  const { violations: found } = await axe.run(element, { rules: { "color-contrast": { enabled: true } } });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
