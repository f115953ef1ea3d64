import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { portFrom, requireFreePort } from "../../../corpus/dev/port.ts";
import { runScript } from "../../../corpus/dev/run-script.ts";
import { createStamp, hashInputs } from "../../../corpus/dev/stamps.ts";
import { runCli } from "./support/fake-process.ts";
import { words } from "./support/pages.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

describe("what changed", () => {
  it("is seen in content, names and missing files, and nowhere else", async () => {
    const root = await temporaryFolder({ "a/x.txt": "1", "a/b/y.txt": "2", "z.txt": "3" });
    const inputs = ["a", "z.txt", "missing"];
    const before = await hashInputs(root, inputs);
    expect(await hashInputs(root, inputs)).toBe(before);
    await writeFile(join(root, "unrelated.txt"), "x");
    expect(await hashInputs(root, inputs)).toBe(before);
    await writeFile(join(root, "a/b/y.txt"), "changed");
    expect(await hashInputs(root, inputs)).not.toBe(before);
  });

  it("is remembered in a stamp", async () => {
    const stamp = createStamp(join(await temporaryFolder(), "deep/stamp"));
    expect(await stamp.matches("a")).toBe(false);
    await stamp.write("a");
    expect(await stamp.matches("a")).toBe(true);
    expect(await stamp.matches("b")).toBe(false);
  });
});

describe("the port", () => {
  it("comes from PORT, and must be one", () => {
    expect(portFrom({})).toBe(8787);
    expect(portFrom({ PORT: "9000" })).toBe(9000);
    for (const text of ["0", "65536", "80a", "-1"]) expect(() => portFrom({ PORT: text })).toThrow(/PORT is/);
  });

  it("must be free, else the error names the next one", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await expect(requireFreePort(port)).rejects.toThrow(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => server.close(resolve));
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });
});

describe("a script of the project", () => {
  it("fails with the end of its output", async () => {
    const root = await temporaryFolder({
      "package.json": '{"scripts":{"bad":"echo what went wrong && exit 3","good":"true"}}',
    });
    await expect(runScript(root, "bad", new AbortController().signal)).rejects.toThrow(
      /npm run bad failed:\n {2}what went wrong/,
    );
    await expect(runScript(root, "good", new AbortController().signal)).resolves.toBeUndefined();
  });
});

const WORKER = `export default { async fetch(request, env) {
  const pointer = await env.CORPUS.get("corpus/docs/current", "json");
  const row = await env.DB.prepare("SELECT count(*) AS n FROM notes").first();
  return Response.json({ corpusVersion: pointer?.corpusVersion ?? null, rows: row.n });
} };`;

const PROJECT = {
  "package.json": JSON.stringify({
    type: "module",
    scripts: {
      "build:widget":
        "mkdir -p dist/public && echo built >> widget.log && echo w > dist/public/assistant-chat.js",
      "build:site": "echo built >> site.log && echo s > dist/public/index.html",
    },
  }),
  "wrangler.toml": [
    'name = "t"',
    'main = "worker.js"',
    'compatibility_date = "2026-10-20"',
    "send_metrics = false",
    "[[kv_namespaces]]",
    'binding = "CORPUS"',
    'id = "00000000000000000000000000000001"',
    "[[d1_databases]]",
    'binding = "DB"',
    'database_name = "t"',
    'database_id = "00000000-0000-0000-0000-000000000003"',
    'migrations_dir = "migrations"',
  ].join("\n"),
  "worker.js": WORKER,
  "migrations/0001_notes.sql": "CREATE TABLE notes (id INTEGER);",
  "demo/docs/index.md": `# Start\n\n${words(40)}`,
};

describe("dev", () => {
  it("prepares everything once, serves, and leaves nothing behind when it is stopped", async () => {
    const cwd = await temporaryFolder(PROJECT);
    const start = async (check: (url: string) => Promise<void>) => {
      const port = await freePort();
      const url = `http://localhost:${port}`;
      let stop = (): void => undefined;
      let announced = false;
      const running = runCli(["dev"], {
        cwd,
        env: { PORT: String(port) },
        onStart: (request) => (stop = request),
        dependencies: {
          fetch: async (input, init) => {
            const response = await fetch(input, init);
            announced = true;
            return response;
          },
        },
      });
      let ended = false;
      void running.finally(() => (ended = true));
      while (!announced && !ended) await delay(50);
      try {
        if (!ended) await check(url);
      } finally {
        stop();
      }
      const result = await running;
      await expect(fetch(url)).rejects.toThrow();
      return result;
    };

    const first = await start(async (url) => {
      expect(await (await fetch(url)).json()).toMatchObject({
        corpusVersion: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        rows: 0,
      });
    });
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toMatch(
      /✓ Widget +built[\s\S]*✓ Documentation +built[\s\S]*✓ Corpus +1 page[\s\S]*✓ Published[\s\S]*✓ Database +migrated[\s\S]*✓ Worker/,
    );
    expect(first.stdout).toMatch(/Open +http:\/\/localhost:\d+[\s\S]*playground[\s\S]*Ctrl-C/);

    const second = await start(async (url) => {
      expect((await fetch(url)).status).toBe(200);
    });
    expect(second.stderr.match(/unchanged/g)).toHaveLength(5);
    expect(await readFile(join(cwd, "widget.log"), "utf8")).toBe("built\n");
    expect(await readFile(join(cwd, "site.log"), "utf8")).toBe("built\n");
  }, 120_000);

  it("shows why the Worker does not start", async () => {
    const cwd = await temporaryFolder({ ...PROJECT, "worker.js": "export default { fetch( {" });
    const { exitCode, stderr } = await runCli(["dev"], {
      cwd,
      env: { PORT: String(await freePort()) },
      dependencies: { fetch },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Error: The Worker has ended:\n[\s\S]*worker\.js/);
  }, 90_000);
});
