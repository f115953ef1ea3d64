/** One letter more, fewer or other, or two letters in each other's place. */
export function isOneLetterAway(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Letters that are written for each other: they sound alike. */
const ALIKE = ["aeiouy", "bp", "bvfw", "dt", "ckq", "gk", "csz", "gj", "mn", "sxz", "iy"];

/** In shorter words one vowel for another makes another word: a spot is no patch. */
const MIN_VOWEL_CHARS = 8;

/** One letter away, and by a slip: a letter for one that sounds otherwise is rather another word. */
export function isSlip(one: string, other: string): boolean {
  if (!isOneLetterAway(one, other)) return false;
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a.length !== b.length) return true;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [mine = "", theirs = ""] = [a[at], b[at]];
  if (mine === b[at + 1] && a[at + 1] === theirs) return true;
  return ALIKE.some(
    (letters, group) =>
      letters.includes(mine) && letters.includes(theirs) && (group > 0 || a.length >= MIN_VOWEL_CHARS),
  );
}
