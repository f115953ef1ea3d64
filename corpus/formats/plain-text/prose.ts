/** Whether a text file is written for readers, by its name and its beginning. */

/** Of programs, by the names that they look for; licences are the same on every site. */
const OF_PROGRAMS =
  /^(?:robots|humans|ads|app-ads|security|sitemap|urls?|requirements(?:[-_.].*)?|constraints|cmakelists|manifest|version|licen[cs]e|copying|copyright|notice|third[-_ ]?party.*|authors|contributors|codeowners|changelog-old|words?|wordlist|dictionary|stop[-_]?words|top[-_]level|entry[-_]points|sources|installed-files|record|filelist|checksums?|(?:sha|md)\d+sums?|google[\da-f]+|_redirects|_headers|runtime|packages?|output|expected.*|stdout|stderr|log)(?:\.[a-z]{2})?\.txt$/i;
/** Beside fonts and scripts: `open-sans-license.txt`. */
const LICENCE_NAME = /(?:^|[-_. ])(?:licen[cs]es?|ofl|gpl|mit)(?:[-_. ].*)?\.txt$/i;
const LICENCE_TEXT =
  /apache license|gnu (?:lesser |affero )?general public|permission is hereby granted|open font license|redistribution and use|creative commons|all rights reserved|licensed under/i;
const LOG_LINE = /^\W{0,3}(?:\d{4}-\d\d-\d\d|\d\d:\d\d|\[?(?:info|warn|warning|error|debug|trace)\b)/i;
const SETTING_LINE = /^\s*[\w.-]+\s*(?:=|==|:=|\t|>=|~=)\s*\S/;
/** Below a heading, or between parts. */
const RULE = /^\s*([=\-*_~#+])\1{2,}\s*$/;
const MIN_PROSE_SHARE = 0.3;
const MAX_MACHINE_SHARE = 0.3;
const MIN_WORDS = 4;
/** A line in a script without spaces has more bytes than this, three each character. */
const UNSPACED_BYTES = 45;

export function isProse({ name, head }: { name: string; head: string }): boolean {
  if (OF_PROGRAMS.test(name)) return false;
  if (LICENCE_NAME.test(name) && LICENCE_TEXT.test(head)) return false;
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== "" && !RULE.test(line));
  // The last line may be cut off.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  if (whole.length === 0) return false;
  const share = (test: (line: string) => boolean): number => whole.filter(test).length / whole.length;
  if (share((line) => LOG_LINE.test(line)) > MAX_MACHINE_SHARE) return false;
  if (share((line) => SETTING_LINE.test(line)) > MAX_MACHINE_SHARE) return false;
  return share(isProseLine) >= MIN_PROSE_SHARE;
}

/** Words that follow each other. The beginning is read as Latin-1: other scripts are letters of that, too. */
function isProseLine(line: string): boolean {
  const words = line.match(/[^\s]*[\p{L}\u0080-\u00FF][^\s]*/gu) ?? [];
  if (words.length >= MIN_WORDS) return !/[{};]\s*$|^\s*[<{[(]/.test(line);
  return (line.match(/[\u0080-\u00FF]/g)?.length ?? 0) >= UNSPACED_BYTES;
}
