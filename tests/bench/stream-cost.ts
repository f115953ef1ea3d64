/**
 * What a streamed answer costs the page that shows it: the whole element on a page, fed by a server over the network,
 * beside another chat element that is fed the same text in the same browser and run.
 */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser, type CDPSession, type Page } from "playwright";
import { PUBLIC_FOLDER } from "../../widget/build/widget-build.ts";
import { BROWSER_ARGUMENTS, findBrowser } from "../support/find-browser.ts";
import { median, rounded, type BenchTable } from "./report.ts";

const ANSWER_BYTES = 20_480;
const TOKEN_BYTES = 5;
const TOKENS_PER_SECOND = 100;
const THROTTLE = 4;
const BURSTS = 3;
/** A frame that comes later than this after the one before stands for one that was left out. */
const FRAME_MS = 1000 / 60;

const ROOT = join(import.meta.dirname, "../..");
const PEER_VERSION = "2.4.2";
/** Not a dependency: `npm pack deep-chat@2.4.2`, unpacked here. */
const PEER = join(ROOT, `.cache/peers/deep-chat-${PEER_VERSION}/package/dist/deepChat.bundle.js`);

/** Runs one answer and says what the page went through. */
interface StreamFigures {
  tbtMs: number;
  longestTaskMs: number;
  frames: number;
  droppedFrames: number;
  shift: number;
  lastByteToPaintMs: number;
}

type Pace = "burst" | "steady";

export async function measureStreamCost(blocks: readonly string[]): Promise<BenchTable[]> {
  let text = "";
  for (let index = 0; text.length < ANSWER_BYTES; index++) text += blocks[index % blocks.length];
  text = text.slice(0, ANSWER_BYTES);
  const server = await serveAnswers(text);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_ARGUMENTS });
  try {
    const own = await burst(browser, `${server.origin}/own.html`, server);
    const peer = existsSync(PEER) ? await burst(browser, `${server.origin}/peer.html`, server) : undefined;
    const steady = await steadyStream(browser, server);
    return [
      {
        title: "A burst of 20 KB",
        note: `Milliseconds of the main thread's processor time from the question to the last frame, in tokens of ${TOKEN_BYTES} bytes as fast as they go; median of ${BURSTS} for us, one of deep-chat ${PEER_VERSION}${peer === undefined ? `, which is not at ${PEER}` : ""}.`,
        columns: ["element", "processor ms", "ratio"],
        rows: [
          ["assistant-chat", rounded(own), 1],
          ...(peer === undefined ? [] : [["deep-chat", rounded(peer), rounded(peer / own)]]),
        ],
      },
      {
        title: `${TOKENS_PER_SECOND} tokens a second`,
        note: `20 KB, processor slowed down ${THROTTLE} times.`,
        columns: [
          "blocking ms",
          "longest task ms",
          "dropped frames",
          "last byte to paint ms",
          "layout shift",
        ],
        rows: [
          [
            rounded(steady.tbtMs),
            rounded(steady.longestTaskMs),
            `${rounded((100 * steady.droppedFrames) / steady.frames)} %`,
            rounded(steady.lastByteToPaintMs),
            rounded(steady.shift),
          ],
        ],
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

interface AnswerServer {
  origin: string;
  pace: Pace;
  /** When the last byte of the last answer was written, in milliseconds since 1970. */
  lastByteMs: number;
  close(): Promise<void>;
}

const OWN_PAGE = `<!doctype html><meta charset="utf-8"><title>Own</title><body style="color-scheme: light">
<script src="/assistant-chat.js" data-site="bench" data-mode="floating"></script>`;
const PEER_PAGE = `<!doctype html><meta charset="utf-8"><title>Peer</title><body>
<script type="module" src="/peer.js"></script>
<deep-chat style="inline-size: 400px; block-size: 600px" connect='{"url": "/peer", "stream": true}'></deep-chat>`;

async function serveAnswers(text: string): Promise<AnswerServer> {
  const send = (response: ServerResponse, message: string): void => void response.write(message);
  const state = { pace: "burst" as Pace, lastByteMs: 0 };
  const stream = async (response: ServerResponse, frame: (piece: string) => string, end: string) => {
    const startMs = performance.now();
    for (let at = 0; at < text.length; at += TOKEN_BYTES) {
      send(response, frame(text.slice(at, at + TOKEN_BYTES)));
      if (state.pace === "steady") {
        const dueMs = startMs + ((at / TOKEN_BYTES + 1) * 1000) / TOKENS_PER_SECOND;
        const waitMs = dueMs - performance.now();
        if (waitMs > 0) await sleep(waitMs);
      } else if (at % 500 === 0) await sleep(0);
    }
    response.end(end);
    state.lastByteMs = Date.now();
  };
  const event = (type: string, data: object): string => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    void (async () => {
      if (path === "/v1/chat") {
        response.writeHead(200, { "content-type": "text/event-stream" });
        send(
          response,
          event("answer-start", {
            answerId: "answer-0001",
            conversationId: "conversation-1",
            corpusVersion: "v",
            mode: "generative",
          }),
        );
        const sources = [1, 2].map((position) => ({
          position,
          title: "A page",
          url: `/page-${position}/`,
          excerpt: "Text.",
          score: 1,
        }));
        send(response, event("sources-available", { sources }));
        const end = { finishReason: "stop", citedPositions: [1, 2], confidence: 1, cached: false };
        await stream(response, (piece) => event("text-delta", { text: piece }), event("answer-end", end));
        return;
      }
      if (path === "/peer") {
        response.writeHead(200, { "content-type": "text/event-stream" });
        await stream(response, (piece) => `data: ${JSON.stringify({ text: piece })}\n\n`, "");
        return;
      }
      const page = { "/own.html": OWN_PAGE, "/peer.html": PEER_PAGE }[path];
      const body =
        page ??
        (path === "/peer.js"
          ? readFileSync(PEER)
          : await readFile(join(PUBLIC_FOLDER, normalize(path))).catch(() => undefined));
      response.writeHead(body === undefined ? 404 : 200, {
        "content-type": page === undefined ? "text/javascript" : "text/html; charset=utf-8",
      });
      response.end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(state, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

async function openPage(browser: Browser, url: string): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url);
  const session = await page.context().newCDPSession(page);
  return { page, session };
}

/** Asks, and waits until the answer's text has been the same for a while. Both run in the page. */
async function ask(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const own = document.querySelector("assistant-chat") as unknown as
      | { show(): Promise<void> | void; ask(question: string): Promise<void> | void; shadowRoot: ShadowRoot }
      | undefined;
    const peer = document.querySelector("deep-chat") as unknown as
      { submitUserMessage(message: object): void; shadowRoot: ShadowRoot } | undefined;
    if (own) {
      await own.show();
      await own.ask("How?");
    } else peer?.submitUserMessage({ text: "How?" });
  });
}

async function settled(page: Page): Promise<void> {
  let length = -1;
  for (;;) {
    await sleep(1000);
    const now = await page.evaluate(() => {
      const element = document.querySelector("assistant-chat, deep-chat");
      const root = (element as unknown as { root?: ShadowRoot }).root ?? element?.shadowRoot;
      return root?.textContent?.length ?? 0;
    });
    if (now === length && now > 10_000) return;
    length = now;
  }
}

async function burst(browser: Browser, url: string, server: AnswerServer): Promise<number> {
  server.pace = "burst";
  const runs: number[] = [];
  for (let run = 0; run < (url.includes("own") ? BURSTS : 1); run++) {
    const { page, session } = await openPage(browser, url);
    await sleep(500);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const cpuMs = async (): Promise<number> => {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
    };
    const before = await cpuMs();
    await ask(page);
    await settled(page);
    runs.push((await cpuMs()) - before);
    await page.close();
  }
  return median(runs);
}

async function steadyStream(browser: Browser, server: AnswerServer): Promise<StreamFigures> {
  server.pace = "steady";
  const { page, session } = await openPage(browser, `${server.origin}/own.html`);
  // The panel opens before: what is measured is the answer.
  await page.evaluate(() =>
    (document.querySelector("assistant-chat") as unknown as { show(): Promise<void> }).show(),
  );
  await sleep(1000);
  await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  await page.evaluate((frameMs) => {
    const seen = { tasks: [] as number[], frames: 0, dropped: 0, shift: 0, lastPaintMs: 0, lastLength: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: "longtask" });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift" });
    const element = document.querySelector("assistant-chat") as unknown as { root: ShadowRoot };
    let before = performance.now();
    const tick = (now: number): void => {
      seen.frames++;
      seen.dropped += Math.max(0, Math.round((now - before) / frameMs) - 1);
      before = now;
      const length = element.root.querySelector(".answer")?.textContent?.length ?? 0;
      if (length !== seen.lastLength) {
        seen.lastLength = length;
        // Painted when the frame that follows begins.
        requestAnimationFrame(() => (seen.lastPaintMs = Date.now()));
      }
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }, FRAME_MS);
  await ask(page);
  await settled(page);
  const seen = await page.evaluate(
    () =>
      (
        window as unknown as {
          seen: { tasks: number[]; frames: number; dropped: number; shift: number; lastPaintMs: number };
        }
      ).seen,
  );
  await page.close();
  return {
    tbtMs: seen.tasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    longestTaskMs: Math.max(0, ...seen.tasks),
    frames: seen.frames + seen.dropped,
    droppedFrames: seen.dropped,
    shift: seen.shift,
    lastByteToPaintMs: Math.max(0, seen.lastPaintMs - server.lastByteMs),
  };
}
