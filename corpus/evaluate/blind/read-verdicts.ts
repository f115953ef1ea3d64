/** Reads sheets that somebody has filled in, and holds them against the questions and the answers they are about. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import * as z from "zod";
import { CliError } from "../../cli-error.ts";
import { answerHashOf, SHEET_VERSION, type Sheet, type SheetItem } from "./sheet.ts";
import { CAUSES, VERDICTS, type Cause, type Verdict } from "./verdict.ts";

/** Problems that an error names; the rest are counted. */
const SHOWN_PROBLEMS = 10;
const SHOWN_QUESTION_CHARS = 60;

/** An empty text is nothing yet; case does not matter. */
const oneOf = (values: readonly string[]) =>
  z
    .string(`must be one of ${values.join(", ")}`)
    .nullish()
    .transform((text) => text?.trim().toLowerCase() || null)
    .refine((text) => text === null || values.includes(text), `must be one of ${values.join(", ")}`);

const itemSchema = z.object({
  id: z.string(),
  question: z.string(),
  history: z.array(z.object({ role: z.enum(["visitor", "assistant"]), text: z.string() })),
  kind: z.enum(["answer", "refusal", "conversation", "failure"]),
  answer: z.string(),
  sources: z.array(
    z.object({
      position: z.number(),
      title: z.string(),
      section: z.string().nullable(),
      url: z.string(),
      excerpt: z.string(),
      cited: z.boolean(),
      offered: z.boolean().default(false),
    }),
  ),
  answerHash: z.string(),
  verdict: oneOf(VERDICTS),
  cause: oneOf(CAUSES),
  note: z
    .string("must be a text")
    .nullish()
    .transform((text) => text?.trim() ?? ""),
});

const sheetSchema = z.object({
  sheetVersion: z.literal(SHEET_VERSION, `must be ${SHEET_VERSION}`),
  set: z.string(),
  target: z.object({
    kind: z.enum(["folder", "endpoint", "documents"]),
    name: z.string(),
    corpusVersion: z.string().nullable(),
  }),
  judge: z.string().default(""),
  items: z.array(itemSchema),
});

/** Reads one sheet, filled in or not. @throws CliError where the file is none. */
export async function readSheet(file: string, cwd: string): Promise<Sheet> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), "utf8");
  } catch (error) {
    throw new CliError("verdicts-unreadable", file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new CliError("verdicts-unreadable", file, "it is not JSON");
  }
  const result = sheetSchema.safeParse(value);
  if (!result.success) {
    throw invalid(
      file,
      result.error.issues.map(({ path, message }) => `${placeOf(path, value)}: ${message}`),
    );
  }
  const items = result.data.items.map((item): SheetItem => ({
    ...item,
    verdict: item.verdict as Verdict | null,
    cause: item.cause as Cause | null,
  }));
  return { ...result.data, items };
}

/** Such as `q-1a2b3c4d5e, verdict`. */
function placeOf(path: readonly PropertyKey[], value: unknown): string {
  const [, index, ...field] = path;
  const items = (value as { items?: unknown } | null)?.items;
  const item: unknown = Array.isArray(items) && typeof index === "number" ? items[index] : undefined;
  const id = (item as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? [id, ...field].join(", ") : path.join(".") || "the file";
}

export interface WantedVerdicts {
  /** Every question of the file, by blind id. */
  known: ReadonlySet<string>;
  /** Those of them that must have a verdict. */
  wanted: readonly { id: string; question: string }[];
  /** Hashes of the answers as they are given now; undefined where nobody was asked again. */
  current: ReadonlyMap<string, string> | undefined;
  /** The current answers are those that another judge has judged, not those of now. */
  isComparison?: boolean;
  /** Verdicts may be missing: a model is to give them. */
  isToBeJudged?: boolean;
}

/**
 * The items of one or more sheets, each question once, in the order of the sheets.
 *
 * @throws CliError that names up to ten verdicts that are missing, doubled, of no question, or of another answer.
 */
export function joinVerdicts(
  sheets: readonly { file: string; sheet: Sheet }[],
  { known, wanted, current, isComparison = false, isToBeJudged = false }: WantedVerdicts,
): SheetItem[] {
  const problems: string[] = [];
  const items = new Map<string, SheetItem>();
  const seen = new Set<string>();
  const wantedIds = new Set(wanted.map(({ id }) => id));
  let isAnyStale = false;
  for (const { item, file } of sheets.flatMap(({ sheet, file }) =>
    sheet.items.map((item) => ({ item, file })),
  )) {
    const name = nameOf(item);
    const isDoubled = seen.has(item.id);
    seen.add(item.id);
    if (!known.has(item.id)) {
      problems.push(`${name} is unknown: no question is asked so any more; remove it`);
    } else if (isDoubled) {
      problems.push(`${name} is doubled${sheets.length > 1 ? `, the second time in ${file}` : ""}; keep one`);
    } else if (item.answerHash !== answerHashOf(item)) {
      problems.push(`${name} is stale: question or answer were changed in the file since it was written`);
    } else if (wantedIds.has(item.id)) {
      items.set(item.id, item);
      const now = current?.get(item.id);
      if (now !== undefined && now !== item.answerHash) {
        isAnyStale ||= !isComparison;
        problems.push(
          isComparison
            ? `${name} is of another answer than the one that is compared`
            : `${name} is stale: it is answered otherwise now`,
        );
      } else if (item.verdict === null && !isToBeJudged) {
        problems.push(`${name} has no verdict yet`);
      }
    }
  }
  for (const { id, question } of wanted) {
    if (!seen.has(id)) problems.push(`${nameOf({ id, question })} is missing`);
  }
  const files = sheets.map(({ file }) => file).join(", ");
  if (problems.length > 0) {
    const hint = isAnyStale
      ? [`To judge these alone, write a sheet that keeps the others: --html sheet.html --keep ${files}`]
      : [];
    throw invalid(files, problems, hint);
  }
  return [...items.values()];
}

/**
 * The items with the verdicts of earlier sheets, where the answer is the same.
 *
 * @returns how many were kept, too.
 */
export function keepVerdicts(
  items: readonly SheetItem[],
  earlier: readonly Sheet[],
): { items: SheetItem[]; kept: number } {
  const judged = new Map(
    earlier.flatMap((sheet) => sheet.items).map((item) => [`${item.id} ${item.answerHash}`, item] as const),
  );
  let kept = 0;
  const filled = items.map((item) => {
    const before = judged.get(`${item.id} ${item.answerHash}`);
    if (before === undefined || before.verdict === null) return item;
    kept++;
    return { ...item, verdict: before.verdict, cause: before.cause, note: before.note };
  });
  return { items: filled, kept };
}

function nameOf({ id, question }: { id: string; question: string }): string {
  const line = question.replace(/\s+/g, " ");
  const short = line.length > SHOWN_QUESTION_CHARS ? `${line.slice(0, SHOWN_QUESTION_CHARS)}…` : line;
  return `${id} "${short}"`;
}

function invalid(file: string, problems: readonly string[], hint: readonly string[] = []): CliError {
  const rest = problems.length - SHOWN_PROBLEMS;
  const lines = [...problems.slice(0, SHOWN_PROBLEMS), ...(rest > 0 ? [`and ${rest} more`] : []), ...hint];
  return new CliError("verdicts-invalid", file, lines.map((line) => `  ${line}`).join("\n"));
}
