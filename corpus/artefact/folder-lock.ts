/**
 * One writer at a time for an artefact folder, so that cleaning up after one build never removes what another
 * is about to name. The lock is a file that holds the writer's process id. A writer that was killed leaves it
 * behind: it is taken over once no process of that id is alive, or once it is older than any build can be
 * (a folder shared between machines, where process ids say nothing).
 */
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { CliError } from "../cli-error.ts";

export const LOCK_NAME = ".lock";
const MAX_LOCK_AGE_MS = 15 * 60_000;
const POLL_MS = 50;
/** A build of thousands of pages writes for a few seconds. */
const LOCK_WAIT_MS = 60_000;

/** Runs `work` while holding the folder's lock. @throws CliError where another build holds it for too long. */
export async function withFolderLock<T>(
  folder: string,
  work: () => Promise<T>,
  waitMs = LOCK_WAIT_MS,
): Promise<T> {
  const path = join(folder, LOCK_NAME);
  const started = Date.now();
  while (!(await tryLock(path))) {
    const owner = await readFile(path, "utf8").catch(() => "");
    if (await isAbandoned(path, owner)) await takeAway(path, owner);
    else if (Date.now() - started > waitMs)
      throw new CliError("out-is-locked", folder, owner.trim() || "unknown");
    else await delay(POLL_MS);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(`${process.pid}\n`);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned(path: string, owner: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) return false;
  const ageMs = Date.now() - info.mtimeMs;
  if (ageMs > MAX_LOCK_AGE_MS) return true;
  const id = Number.parseInt(owner, 10);
  // Killed between creating the file and writing into it, unless that is happening this very moment.
  if (!Number.isInteger(id)) return ageMs > 1000;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Moves the lock aside before removing it: of two that find it abandoned, one wins and none removes a new one. */
async function takeAway(path: string, owner: string): Promise<void> {
  const aside = `${path}-${process.pid}-${Date.now()}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, "utf8").catch(() => undefined);
  if (moved !== undefined && moved !== owner) {
    // It was a living writer's after all, made since it was read: put it back.
    await rename(aside, path).catch(() => undefined);
    return;
  }
  await rm(aside, { force: true });
}
