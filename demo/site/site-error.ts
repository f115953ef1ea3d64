/** What the author of a page can mend. The build prints its lines and nothing else. */
export class SiteError extends Error {
  readonly problems: readonly string[];

  /** @param problems one sentence each, naming the file and the fix. */
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "SiteError";
    this.problems = problems;
  }
}
