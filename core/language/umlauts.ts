/** German umlauts as they are typed where the keyboard has none: `oeffnungszeiten`. */

const WRITTEN_OUT = /ae|oe|ue/g;
const UMLAUT: Readonly<Record<string, string>> = { ae: "ä", oe: "ö", ue: "ü" };

/** A word has seldom more; each doubles the forms. */
const MAX_UMLAUTS = 3;

/**
 * Forms of a lower-case word in which some of its ae, oe, ue are umlauts, those with most of them first: `neue` has one
 * that is none.
 */
export function writtenOutUmlauts(word: string): string[] {
  const places = [...word.matchAll(WRITTEN_OUT)].map(({ index }) => index).slice(0, MAX_UMLAUTS);
  const forms: string[] = [];
  for (let chosen = 2 ** places.length - 1; chosen > 0; chosen--) {
    let form = word;
    // From the end, so that the places before stay where they are.
    for (let at = places.length - 1; at >= 0; at--) {
      if (Math.floor(chosen / 2 ** at) % 2 === 0) continue;
      const place = places[at] ?? 0;
      form = form.slice(0, place) + (UMLAUT[form.slice(place, place + 2)] ?? "") + form.slice(place + 2);
    }
    forms.push(form);
  }
  return forms;
}
