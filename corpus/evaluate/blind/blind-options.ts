/** The options of `eval --blind`, and which of the others go with them. */
import { CliError } from "../../cli-error.ts";
import type { OptionDescription, OptionReader } from "../../command.ts";
import { DEFAULT_MAX_USD } from "../../completion/price.ts";

export const BLIND_OPTIONS: Record<string, OptionDescription> = {
  blind: {
    type: "boolean",
    help: "write a sheet of answers for a judge, without what is expected; with --verdicts, report what was judged",
  },
  verdicts: {
    type: "string",
    value: "FILE",
    isMultiple: true,
    help: "with --blind: a sheet that was filled in (may be given several times, such as one a site)",
  },
  agreement: {
    type: "string",
    value: "FILE",
    isMultiple: true,
    help: "with --verdicts: the same answers judged by somebody else, to be compared (may be given several times)",
  },
  keep: {
    type: "string",
    value: "FILE",
    isMultiple: true,
    help: "with --blind: an earlier sheet, whose verdicts the new one has where the answer is the same",
  },
};

export const JUDGE_OPTIONS: Record<string, OptionDescription> = {
  "judge": {
    type: "string",
    value: "URL",
    help: "with --blind: let a model judge, at this server of OpenAI's shape (key: JUDGE_API_KEY)",
  },
  "judge-model": { type: "string", value: "NAME", help: "with --judge: the model (default: OPENAI_MODEL)" },
  "judge-price": {
    type: "string",
    value: "IN,OUT",
    help: "with --judge: US dollars per million tokens, where they are not the list price",
  },
  "judge-max-usd": {
    type: "string",
    value: "N",
    help: `with --judge: ceiling of the cost; above it nothing is sent (default: ${DEFAULT_MAX_USD}, where the price is known)`,
  },
  "write-verdicts": {
    type: "string",
    value: "FILE",
    help: "with --judge: write the sheet with its verdicts",
  },
};

/** Of `eval` they go with `--blind` too. */
const SHARED_OPTIONS: ReadonlySet<string> = new Set([
  "corpus",
  "endpoint",
  "site",
  "source",
  "base-url",
  "language",
  "threshold",
  "concurrency",
  "qrels",
  "html",
]);

/** @throws CliError for options that do not go together. */
export function checkBlindOptions(
  options: OptionReader,
  all: Readonly<Record<string, OptionDescription>>,
): void {
  const isGiven = (name: string): boolean =>
    options.flag(name) || options.text(name) !== undefined || options.texts(name).length > 0;
  const given = Object.keys(all).filter(isGiven);
  const isBlind = (name: string): boolean => name in BLIND_OPTIONS || name in JUDGE_OPTIONS;
  if (!options.flag("blind")) {
    const alone = given.find(isBlind);
    if (alone !== undefined) throw new CliError("usage", `--${alone} needs --blind`, "eval");
    return;
  }
  const foreign = given.find((name) => !isBlind(name) && !SHARED_OPTIONS.has(name));
  if (foreign !== undefined) throw new CliError("usage", `--${foreign} does not go with --blind`, "eval");
  if (isGiven("agreement") && !isGiven("verdicts") && !isGiven("judge")) {
    throw new CliError("usage", "--agreement needs --verdicts, or --judge", "eval");
  }
  const ofJudge = given.find((name) => name !== "judge" && name in JUDGE_OPTIONS);
  if (ofJudge !== undefined && !isGiven("judge")) {
    throw new CliError("usage", `--${ofJudge} needs --judge`, "eval");
  }
  if (isGiven("keep") && isGiven("judge")) {
    throw new CliError("usage", "--keep is for a person's sheet: a model goes on by itself", "eval");
  }
  if (isGiven("keep") && isGiven("verdicts")) {
    throw new CliError("usage", "--keep is for a new sheet: leave out --verdicts", "eval");
  }
}
