/** What reading a live site takes: the command itself, from outside, against a server of this process. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { rounded, type Benchmark } from "./report.ts";
import { renderedSite } from "./support/rendered-site.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const PAGES = 2_000;
/** One page in so many changes between two crawls. */
const CHANGED_EVERY = 100;
/** The kernel counts the time itself; it only has to be read before the process ends. */
const LOOK_EVERY_MS = 20;
/** Of Linux, on all machines that Node runs on: clock ticks a second. */
const TICK_MS = 10;

export const crawlBenchmark: Benchmark = {
  name: "crawl",
  async run() {
    if (process.platform !== "linux") return [];
    const tables: Row[][] = [];
    for (const isDated of [false, true]) tables.push(await measureSite(isDated));
    return tables.map((rows, index) => {
      const [first] = rows;
      return {
        title: `Crawling a site of ${PAGES} pages whose sitemap has ${index === 0 ? "no dates: each page is asked for again" : "dates: only what changed is asked for"}`,
        note: "Processor time with all threads, from the start of the process: of fetching and reading the pages of a site on this machine by its sitemap, and of the whole `assistant-chat build`, which makes the index of all pages anew. The server's own is not in it.",
        columns: [
          "crawl",
          "pages read",
          "CPU ms a page",
          "of the first",
          "build, CPU ms a page",
          "of the first",
        ],
        rows: rows.map(({ name, read, crawlMs, buildMs }) => [
          name,
          read,
          rounded(crawlMs / PAGES),
          shareOf(crawlMs, first?.crawlMs),
          rounded(buildMs / PAGES),
          shareOf(buildMs, first?.buildMs),
        ]),
      };
    });
  },
};

async function measureSite(isDated: boolean): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "assistant-chat-crawl-"));
  const site = await serve(renderedSite(PAGES), isDated);
  const readSite = (): Promise<number> =>
    cpuOf(["tests/bench/support/read-site.ts", `${site.origin}/`, join(folder, "read")]);
  const build = (): Promise<number> =>
    cpuOf(["corpus/bin.ts", "build", `${site.origin}/`, "--allow-private", "--out", join(folder, "corpus")]);
  try {
    const rows: Row[] = [];
    const measure = async (name: string, read: number): Promise<void> => {
      rows.push({ name, read, crawlMs: await readSite(), buildMs: await build() });
    };
    await measure("all pages", PAGES);
    await measure("none changed", 0);
    site.change(CHANGED_EVERY);
    await measure(`1 in ${CHANGED_EVERY} changed`, PAGES / CHANGED_EVERY);
    return rows;
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface ChangingSite {
  origin: string;
  /** From now on every so many pages have one more sentence; 0 for none. */
  change: (every: number) => void;
  close: () => Promise<void>;
}

/** With validators; without dates in its sitemap every page has to be asked for. */
async function serve(
  pages: readonly { path: string; html: string }[],
  isDated: boolean,
): Promise<ChangingSite> {
  let changedEvery = 0;
  const isChanged = (index: number): boolean => changedEvery > 0 && index % changedEvery === 0;
  const bodies = new Map<string, () => string>();
  for (const [index, { path, html }] of pages.entries()) {
    bodies.set(path, () =>
      isChanged(index)
        ? html.replace("</main>", "<p>This sentence was added after the first crawl of the site.</p></main>")
        : html,
    );
  }
  let origin = "";
  bodies.set("/sitemap.xml", () => {
    const entries = pages.map(({ path }, index) => {
      const day = isChanged(index) ? "2025-02-02" : "2025-01-01";
      return `<url><loc>${origin}${path}</loc>${isDated ? `<lastmod>${day}</lastmod>` : ""}</url>`;
    });
    return `<?xml version="1.0"?><urlset>${entries.join("")}</urlset>`;
  });
  const server = createServer((request, response) => {
    const body = bodies.get(request.url ?? "")?.();
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    const etag = `"${createHash("md5").update(body).digest("hex")}"`;
    const isKnown = request.headers["if-none-match"] === etag;
    const type = request.url === "/sitemap.xml" ? "application/xml" : "text/html; charset=utf-8";
    response.writeHead(isKnown ? 304 : 200, { etag, "content-type": type });
    response.end(isKnown ? undefined : body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    change: (every) => (changedEvery = every),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Row {
  name: string;
  /** Pages whose text was read anew. */
  read: number;
  crawlMs: number;
  buildMs: number;
}

function shareOf(value: number, whole = Number.NaN): string {
  return `${Math.round((value / whole) * 100)} %`;
}

/** Resolves with the processor time of a program in milliseconds, all of its threads. */
function cpuOf(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "ignore" });
  let cpuMs = 0;
  const timer = setInterval(() => {
    cpuMs = cpuMsOf(child.pid ?? 0) ?? cpuMs;
  }, LOOK_EVERY_MS);
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => {
      clearInterval(timer);
      if (code === 0) done(cpuMs);
      else fail(new Error(`${args[0]} ended with code ${code}.`));
    });
  });
}

/** User and system time. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function cpuMsOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}
