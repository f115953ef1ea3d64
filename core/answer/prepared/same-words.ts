/**
 * Words that two questions may differ in and still ask the same. Far fewer than those that are searched for one
 * another: "slow" finds a page on speed, and is no reason to take one question for another.
 */
import { baseLanguage } from "../../language/base-language.ts";

const SAME: Record<string, string> = {
  en: `
delete, remove, erase, uninstall
change, edit, modify, adjust
cost, price, pricing
disable, deactivate
enable, activate
add, insert, put, place, embed, include
create, make
website, site, page
install, setup
upgrade, update
file, document
question, query
answer, reply, response
user, visitor
large, big
fast, quick
mobile, phone, smartphone
reload, refresh
maximum, max
secure, safe
select, choose, pick
picture, image, photo
folder, directory
buy, purchase
start, begin
colour, color
customise, customize
email, mail
login, signin
show, display
find, locate
app, application
doc, docs, documentation
config, configuration
supported, support, work
error, exception
allow, permit`,
  de: `
löschen, entfernen
ändern, anpassen, bearbeiten
kosten, preis
hinzufügen, einfügen
erstellen, anlegen
website, webseite, seite
wählen, auswählen
bild, foto
ordner, verzeichnis
kaufen, bestellen`,
};

/** Each word with the others that may stand for it, as `termsOf` writes them; empty for most languages. */
export function sameWords(
  language: string,
  termsOf: (text: string) => string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const base = baseLanguage(language);
  const table = Object.hasOwn(SAME, base) ? (SAME[base] ?? "") : "";
  const same = new Map<string, Set<string>>();
  for (const line of table.split("\n")) {
    const terms = line.split(", ").flatMap((word) => termsOf(word).slice(0, 1));
    for (const term of terms) {
      const others = same.get(term) ?? new Set();
      for (const other of terms) others.add(other);
      same.set(term, others);
    }
  }
  return same;
}
