import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CliError } from "../cli-error.ts";

/** @throws CliError where the file cannot be written. */
export async function writeReportFile(cwd: string, file: string, text: string): Promise<void> {
  try {
    await writeFile(resolve(cwd, file), text);
  } catch (error) {
    throw new CliError("report-not-writable", file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}
