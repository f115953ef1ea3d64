/** Icons that stand alone in the cell of a table, in words: a check mark there is the whole answer. */

const YES =
  /^(?:[✓✔✅☑🗸👍🟢]|:?(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check|checkmark|yes|thumbsup|\+1|done)(?::|$))/u;
const NO =
  /^(?:[✗✘❌✖❎☓🚫👎🔴🅇]|:?(?:x|cross|cross_mark|negative_squared_cross_mark|heavy_multiplication_x|close|no|no_entry|no_entry_sign|thumbsdown|-1|cancel)(?::|$))/u;
const SHORT_CODE = /^:([a-z][\w+-]{0,80}):$/i;
/** The library of an icon, and its size, are none of what it says. */
const LIBRARY =
  /^(?:material|octicons|fontawesome|simple|lucide|bootstrap|tabler|heroicons|mdi|fa|fas|far|fab)[-_]/;
const STYLE = /^(?:solid|regular|brands|outline|filled|rounded|sharp)[-_]/;

const WORDS: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  ar: ["نعم", "لا"],
  cs: ["ano", "ne"],
  da: ["ja", "nej"],
  de: ["ja", "nein"],
  es: ["sí", "no"],
  fi: ["kyllä", "ei"],
  fr: ["oui", "non"],
  it: ["sì", "no"],
  ja: ["はい", "いいえ"],
  ko: ["예", "아니요"],
  nb: ["ja", "nei"],
  nl: ["ja", "nee"],
  no: ["ja", "nei"],
  pl: ["tak", "nie"],
  pt: ["sim", "não"],
  ru: ["да", "нет"],
  sv: ["ja", "nej"],
  tr: ["evet", "hayır"],
  uk: ["так", "ні"],
  zh: ["是", "否"],
};

/** What a cell says; the cell itself where it holds more than an icon. */
export function cellWords(cell: string, language: string): string {
  const icon = cell.replace(/[\uFE0E\uFE0F\u200D]/g, "").trim();
  if (icon === "" || icon.length > 90) return cell;
  const name = SHORT_CODE.exec(icon)?.[1];
  if (name !== undefined) return iconWords(name, language);
  if (icon.length > 2 || /[\p{L}\p{N}]/u.test(icon)) return cell;
  return word(icon, language) ?? cell;
}

/** What an icon says by its name: `material-check` is a yes, `alert-circle` an "alert circle". */
function iconWords(name: string, language: string): string {
  const plain = name
    .toLowerCase()
    .replace(LIBRARY, "")
    .replace(STYLE, "")
    .replace(/-(?:12|16|24|32|48)$/, "");
  const stem = plain.replace(
    /^(?:check|close|cancel|x)(?=$|-)([a-z-]*)$/,
    (whole) => whole.split("-")[0] ?? whole,
  );
  return word(stem, language) ?? plain.replace(/[-_]+/g, " ").trim();
}

function word(icon: string, language: string): string | undefined {
  const [yes, no] = WORDS[language.split("-", 1)[0]?.toLowerCase() ?? ""] ?? ["yes", "no"];
  if (YES.test(icon)) return yes;
  return NO.test(icon) ? no : undefined;
}
