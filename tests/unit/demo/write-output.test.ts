import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeOutput } from "../../../demo/site/write-output.ts";

let folder: string;
const list = (): string => path.join(folder, "..", `${path.basename(folder)}.txt`);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "site-output-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(list(), { force: true });
});

describe("writeOutput", () => {
  it("writes new files into folders of their own", async () => {
    const summary = await writeOutput(folder, new Map([["guide/install/index.html", "A"]]), list());
    expect(summary).toEqual({ written: 1, unchanged: 0, removed: 0 });
    expect(await readFile(path.join(folder, "guide/install/index.html"), "utf8")).toBe("A");
  });

  it("leaves a file alone whose bytes are the same", async () => {
    const files = new Map([["a.html", "A"]]);
    await writeOutput(folder, files, list());
    const past = new Date("2020-01-01T00:00:00Z");
    await utimes(path.join(folder, "a.html"), past, past);
    expect(await writeOutput(folder, files, list())).toEqual({ written: 0, unchanged: 1, removed: 0 });
    expect((await stat(path.join(folder, "a.html"))).mtime).toEqual(past);
  });

  it("removes what it wrote before and no longer has, and nothing of others", async () => {
    await writeOutput(
      folder,
      new Map([
        ["old.html", "A"],
        ["kept.html", "B"],
      ]),
      list(),
    );
    await writeFile(path.join(folder, "assistant-chat.js"), "not ours");
    const summary = await writeOutput(folder, new Map([["kept.html", "C"]]), list());
    expect(summary).toEqual({ written: 1, unchanged: 0, removed: 1 });
    expect((await readdir(folder)).toSorted()).toEqual(["assistant-chat.js", "kept.html"]);
  });
});
