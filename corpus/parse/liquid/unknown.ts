/** Values of a template that only the build of the site knows. */
import { Drop } from "liquidjs";
import { UNKNOWN_VALUE } from "../marks.ts";

/** There is such a value, and nobody knows it here: it is true, and printed it takes its sentence along. */
export class UnknownValue extends Drop {
  override liquidMethodMissing(): this {
    return this;
  }

  equals(): boolean {
    return true;
  }

  gt(): boolean {
    return true;
  }

  geq(): boolean {
    return true;
  }

  lt(): boolean {
    return true;
  }

  leq(): boolean {
    return true;
  }

  override toString(): string {
    return UNKNOWN_VALUE;
  }
}

/**
 * Neither the page nor the configuration has it. A theme or a plug-in may: in a condition it is nothing, as it would be
 * without them; printed it takes its sentence along.
 */
export class AbsentValue extends Drop {
  override liquidMethodMissing(): this {
    return this;
  }

  override valueOf(): undefined {
    return undefined;
  }
}

/** There may be a value or none; what goes through it is lost where there is. */
export class PossibleValue extends AbsentValue {}

export const UNKNOWN = new UnknownValue();
export const ABSENT = new AbsentValue();

/** Whether a value, or a text that was made of one, is not known. */
export function isUnknown(value: unknown): boolean {
  return value instanceof UnknownValue || (typeof value === "string" && value.includes(UNKNOWN_VALUE));
}
