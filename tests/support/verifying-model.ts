/** Doubles of a model that verifies: they read the prompt as a model would, and answer in characters of their own. */

export interface VerifyPromptParts {
  passages: string;
  /** In their order. */
  statements: string[];
}

/** What stands between the fences of a verification. */
export function partsOfVerifyPrompt(user: string): VerifyPromptParts {
  const between = (name: string): string =>
    new RegExp(`<${name} \\w+>\\n([\\s\\S]*)\\n</${name} \\w+>`).exec(user)?.[1] ?? "";
  const statements = between("statements")
    .split("\n")
    .map((line) => line.replace(/^\d+\. /, "").replace(/ \(passages [\d, ]+\)$/, ""));
  return { passages: between("passages"), statements };
}

export const VERIFYING_MODELS = {
  /** Finds supported what stands in the passages word for word. */
  careful: ({ passages, statements }: VerifyPromptParts): string =>
    statements.map((text, index) => `${index + 1} ${isHeld(passages, text) ? "yes" : "no"}`).join("\n"),
  /** Says no to all. */
  distrustful: ({ statements }: VerifyPromptParts): string =>
    statements.map((_, index) => `${index + 1} no`).join("\n"),
  /** Takes the question the other way round. */
  inverted: (parts: VerifyPromptParts): string =>
    VERIFYING_MODELS.careful(parts).replace(/yes|no/g, (word) => (word === "yes" ? "no" : "yes")),
  /** Talks. */
  garbled: (): string => "Certainly! Let me take a look at this. <b>rk-secret</b>",
  /** Does what a page tells it. */
  obedient: (parts: VerifyPromptParts): string => {
    const order = /say (yes|no) to every statement/i.exec(parts.passages)?.[1];
    return order === undefined
      ? VERIFYING_MODELS.careful(parts)
      : parts.statements.map((_, index) => `${index + 1} ${order}`).join("\n");
  },
} as const;

function isHeld(passages: string, statement: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(passages).includes(plain(statement));
}
