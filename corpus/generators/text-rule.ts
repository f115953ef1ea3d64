/** What a configuration's function makes of a text, such as the id of a heading, as plain data. */

export type TextStep =
  /** As `String.prototype.replace`, with its marks (`$1`) in `by`. */
  | { kind: "replace"; pattern: string; flags: string; by: string }
  | { kind: "replace-text"; text: string; by: string; isEvery: boolean }
  | { kind: "normalize"; form: NormalForm }
  | { kind: TextStepName };

export type NormalForm = "NFC" | "NFD" | "NFKC" | "NFKD";
export type TextStepName = keyof typeof SIMPLE_STEPS;

const SIMPLE_STEPS = {
  trim: (text: string) => text.trim(),
  toLowerCase: (text: string) => text.toLowerCase(),
  toUpperCase: (text: string) => text.toUpperCase(),
  encodeURIComponent: (text: string) => encodeURIComponent(text),
  encodeURI: (text: string) => encodeURI(text),
};

export function isSimpleStep(name: string): name is TextStepName {
  return Object.hasOwn(SIMPLE_STEPS, name);
}

export function isNormalForm(form: unknown): form is NormalForm {
  return form === "NFC" || form === "NFD" || form === "NFKC" || form === "NFKD";
}

/** The text after all steps, in their order. */
export function applyTextRule(rule: readonly TextStep[], text: string): string {
  return rule.reduce((before, step) => {
    switch (step.kind) {
      case "replace":
        return before.replace(new RegExp(step.pattern, step.flags), step.by);
      case "replace-text":
        return step.isEvery ? before.replaceAll(step.text, step.by) : before.replace(step.text, step.by);
      case "normalize":
        return before.normalize(step.form);
      default:
        return SIMPLE_STEPS[step.kind](before);
    }
  }, text);
}
