/** How the lists and patterns of {@link DialogueWords} are written. */

export const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
export const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, "u");
export const start = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?= |$)`, "u");

/** "no, I meant X": up to three words of regret, a verb of meaning, and what was meant. */
export const correction = (regrets: string, verbs: string): RegExp =>
  new RegExp(`^(?:(?:${regrets})[,.!:;]* ){0,3}(?:${verbs})[,:]? (.+)$`, "u");
export const replacement = (regrets: string, not: string, but: string): RegExp =>
  new RegExp(`^(?:(?:${regrets})[,.!:;]* )?${not} (.{1,60}?)(?:[,;.] (?:${but} )?| ${but} )(.{1,60})$`, "u");
