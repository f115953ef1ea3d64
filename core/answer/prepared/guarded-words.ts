/**
 * Small words that turn a question into another one: most are stop words of the index, and two questions that differ
 * in one of them alone would look the same. They have to agree.
 */
import { baseLanguage } from "../../language/base-language.ts";

/** One meaning a line. */
const GUARDED: Record<string, string> = {
  en: `
without, no, not, never, none, cannot, can't, don't, doesn't, isn't, aren't, won't, didn't, shouldn't, wouldn't, couldn't, wasn't, neither, nor, stop, avoid, prevent
before, until, prior
after, once, since
instead of
off, disable, deactivate, disabled
turn on, switch on, enable, activate, enabled
sign in, log in, login, signin, sign on, log on
all, every, each, everything, everyone
only, just
more, above, over, longer, larger, bigger, higher, greater, exceed, exceeds
less, fewer, below, under, shorter, smaller, lower
first
get started, getting started
last
again
must, have to, has to, need to, do i need, do we need, needed, required, mandatory
between
out
up
down
than
how long
how often
how many
how fast, how quickly
how big, how large
what happens, what if, what will happen, what would happen
same
different, other, another
my own, own
multiple, several, two, both`,
  de: `
ohne, nicht, kein, keine, keinen, keinem, keiner, nie, niemals, weder, noch
vor, bevor, bis
nach, nachdem, seit
aus, ab
an, ein
alle, alles, jede, jeder, jedes
nur, bloß
mehr, über, länger, größer, höher
weniger, unter, kürzer, kleiner
erste, ersten
letzte, letzten
wieder, erneut
muss, müssen
zwischen
von
statt, anstatt
als
oder
anderer, andere, anderen, anderes`,
  es: `
sin, no, nunca, ningún, ninguna, ninguno, tampoco
antes, hasta
después, tras, desde
todo, todos, toda, todas, cada
solo, sólo, únicamente
más, encima, mayor
menos, debajo, menor
primero, primera
último, última
debe, debo, tengo que, obligatorio
entre
de
o
otro, otra, otros, otras`,
  fr: `
sans, ne, pas, jamais, aucun, aucune, ni
avant, jusqu
après, depuis
tout, tous, toute, toutes, chaque
seulement, uniquement
plus, dessus
moins, dessous
premier, première
dernier, dernière
doit, dois, obligatoire
entre
ou
autre, autres`,
  it: `
senza, non, mai, nessun, nessuno, nessuna, né
prima, fino
dopo, da quando
tutto, tutti, tutta, tutte, ogni
solo, soltanto, solamente
più, sopra
meno, sotto
primo, prima
ultimo, ultima
devo, deve, obbligatorio
tra, fra
o
altro, altra, altri, altre`,
  pt: `
sem, não, nunca, nenhum, nenhuma, nem
antes, até
depois, após, desde
tudo, todos, todas, cada
só, somente, apenas
mais, acima
menos, abaixo
primeiro, primeira
último, última
devo, deve, obrigatório
entre
ou
outro, outra, outros, outras`,
  nl: `
zonder, niet, geen, nooit, noch
voor, voordat, totdat
na, nadat, sinds
uit, uitzetten
aan, aanzetten
alle, alles, elke, iedere
alleen, slechts
meer, boven, langer, groter
minder, onder, korter, kleiner
eerste
laatste
opnieuw, weer
moet, moeten, verplicht
tussen
van
of
ander, andere`,
};

/** The lines whose words a question holds, in their order; of another language than those above, none. */
export function guardedMeanings(question: string, language: string): string[] {
  const words = ` ${question
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, " ")
    .trim()} `;
  return guards(language)
    .filter((members) => members.some((member) => words.includes(member)))
    .map((members) => members[0] ?? "");
}

const known = new Map<string, readonly (readonly string[])[]>();

function guards(language: string): readonly (readonly string[])[] {
  const base = baseLanguage(language);
  let lines = known.get(base);
  if (lines === undefined) {
    const table = Object.hasOwn(GUARDED, base) ? (GUARDED[base] ?? "") : "";
    lines = table
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(", ").map((member) => ` ${member} `));
    known.set(base, lines);
  }
  return lines;
}
