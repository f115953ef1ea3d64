/** Errors of others in a line, for sentences of our own. */

/** The first line of what an error says: parsers write the place, or a picture of it, below. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}

/** Of the file system, without its codes and calls. */
export function fileReasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ENOSPC") return "no space is left on the disk";
  if (code === "EROFS") return "the file system is read-only";
  return message.replace(/^[A-Z]+: /, "").replace(/,? \w+ '.*$/, "");
}
