import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import type { Dependencies } from "../../../../corpus/command.ts";
import { createHttpGet } from "../../../../corpus/crawl/http-get.ts";
import { TIMEOUT_MS } from "../../../../corpus/crawl/http-failure.ts";
import { runCli, type RunResult } from "./fake-process.ts";

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** What a path answers; a function may write the answer itself. */
export type Route =
  | string
  | Uint8Array
  | Reply
  | ((request: IncomingMessage, response: ServerResponse) => Reply | string | void);

export interface TestSite {
  /** Without a slash at its end. */
  origin: string;
  /** Paths with their queries, in the order in which they were asked. */
  asked: string[];
  requests: IncomingMessage[];
  /** Replaced at will: the next request sees it. */
  routes: Record<string, Route>;
}

/** A site on this machine. Strings are pages of HTML; what is not there answers 404. */
export async function serveSite(routes: Record<string, Route>): Promise<TestSite> {
  const site: TestSite = { origin: "", asked: [], requests: [], routes };
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    site.asked.push(path);
    site.requests.push(request);
    const route = site.routes[path] ??
      site.routes[path.split("?", 1)[0] ?? ""] ??
      site.routes["*"] ?? { status: 404 };
    const reply = typeof route === "function" ? route(request, response) : route;
    if (reply === undefined) return;
    const {
      status = 200,
      headers = {},
      body = "",
    } = typeof reply === "string" || reply instanceof Uint8Array ? { body: reply } : reply;
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  site.origin = `http://127.0.0.1:${address.port}`;
  return site;
}

/** A page with a heading and enough words to be one. */
export function htmlPage(title: string, body = "", head = ""): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1><p>All that there is to be said about ${title.toLowerCase()}, and about nothing else, is said on this page in one sentence.</p>${body}</main></body></html>`;
}

export function links(...targets: string[]): string {
  return targets.map((target) => `<p><a href="${target}">A page.</a></p>`).join("");
}

/**
 * Pauses take no time, and the clock moves on by them; time-outs never come, unless `timeOut` is called for those that
 * wait.
 */
export function drivenTime(): Pick<Dependencies, "now" | "delay"> & {
  pauses: number[];
  timeOut: () => void;
} {
  let time = Date.UTC(2026, 0, 1);
  const waiting = new Set<() => void>();
  const pauses: number[] = [];
  const timeouts: readonly number[] = Object.values(TIMEOUT_MS);
  return {
    pauses,
    // Each look at the clock is a little later than the one before.
    now: () => (time += 1),
    delay(milliseconds, signal) {
      if (!timeouts.includes(milliseconds)) {
        pauses.push(milliseconds);
        time += milliseconds;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        waiting.add(resolve);
        signal.addEventListener("abort", () => {
          waiting.delete(resolve);
          reject(new Error("not needed any more"));
        });
      });
    },
    timeOut: () => waiting.forEach((resolve) => resolve()),
  };
}

export interface CrawlResult extends RunResult {
  /** Of `--json`. */
  report: {
    documents: number;
    crawls: {
      from: string;
      requests: number;
      resumed: number;
      pages: { url: string; outcome: string; detail?: string }[];
      sitemaps: { url: string; pages: number; detail?: string }[];
      notFollowed: { reason: string; count: number; example: string }[];
      notes: string[];
    }[];
    skipped: { path: string; reason: string }[];
  };
  /** Outcome by path. */
  outcomes: Record<string, string>;
}

export interface CrawlRun {
  cwd: string;
  time?: ReturnType<typeof drivenTime>;
  dependencies?: Partial<Dependencies>;
  onStart?: (stop: () => void) => void;
}

/** `build` of an address of the site, as a user runs it. */
export async function crawl(source: string, args: readonly string[], run: CrawlRun): Promise<CrawlResult> {
  const { now, delay } = run.time ?? drivenTime();
  const result = await runCli(["build", source, "--allow-private", "--json", ...args], {
    cwd: run.cwd,
    dependencies: { httpGet: createHttpGet(), now, delay, ...run.dependencies },
    ...(run.onStart !== undefined && { onStart: run.onStart }),
  });
  const report = (result.stdout === "" ? {} : JSON.parse(result.stdout)) as CrawlResult["report"];
  const outcomes: Record<string, string> = {};
  for (const { url, outcome } of (report.crawls ?? []).flatMap(({ pages }) => pages)) {
    const { pathname, search } = new URL(url);
    outcomes[`${pathname}${search}`] = outcome;
  }
  return { ...result, report, outcomes };
}
