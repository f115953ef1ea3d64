/**
 * What can be asked of a thing and is none: its colour, its price. "How do I install it?" after "What is the colour of the
 * bubble?" means the bubble, since nobody installs a colour.
 */
import type { DialogueWords } from "./dialogue-words.ts";
import type { Phrase, Token } from "./question-tokens.ts";

/** In all languages together: none of them is a thing in another. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    "colour colours color colors size sizes width height length weight price prices cost costs fee fees name names title position shape purpose meaning default version age speed duration advantage advantages benefit benefits difference limit limits licence license author maker owner requirements status reason colour-scheme " +
    "farbe farben größe breite höhe länge gewicht preis preise kosten gebühr name namen titel position form zweck bedeutung version alter dauer vorteil vorteile nachteil unterschied grenze lizenz autor hersteller status grund " +
    "tamaño ancho alto altura longitud peso precio precios coste costo nombre título posición forma propósito significado versión edad velocidad duración ventaja ventajas diferencia límite licencia autor estado " +
    "couleur couleurs taille largeur hauteur longueur poids prix coût nom titre position forme but signification version âge vitesse durée avantage avantages différence limite licence auteur état " +
    "colore colori dimensione larghezza altezza lunghezza peso prezzo prezzi costo nome titolo posizione forma scopo significato versione età velocità durata vantaggio vantaggi differenza limite licenza autore stato " +
    "cor cores tamanho largura altura comprimento peso preço preços custo nome título posição forma propósito significado versão idade velocidade duração vantagem vantagens diferença limite licença autor estado " +
    "kleur kleuren grootte breedte hoogte lengte gewicht prijs prijzen kosten naam titel positie vorm doel betekenis versie leeftijd snelheid duur voordeel voordelen verschil limiet licentie auteur maker status"
  ).split(" "),
);

/** Done to a thing and never to what it is like. One sets, changes or finds a colour; those are none of these. */
const DONE_TO_THINGS =
  /^(?:(?:un|re)?install(?:s|ed|ing)?|embed(?:s|ded|ding)?|deploy(?:s|ed|ing)?|download(?:s|ed|ing)?|run|launch|start|host|upgrade|buy|order|rent|book|hire|borrow|ship|deliver|return|repair|clean|wash|assemble|unpack|recycle|open|close|print|mount|plug|test|debug|publish|subscribe|(?:de)?installier\p{L}*|einbau\p{L}*|einbind\p{L}*|einbett\p{L}*|herunterlad\p{L}*|starten|kaufen?|bestell\p{L}*|miet\p{L}*|buch\p{L}*|repar\p{L}*|reinig\p{L}*|zurückgeben|instal\p{L}*|incrust\p{L}*|descarg\p{L}*|desplieg\p{L}*|compr(?:o|a|ar|arlo|arla)|alquil\p{L}*|pedirl[oa]|télécharg\p{L}*|intégr\p{L}*|déploy\p{L}*|achet\p{L}*|lou(?:e|er)|command(?:e|er)|répar\p{L}*|scaric\p{L}*|incorpor\p{L}*|acquist\p{L}*|noleggi\p{L}*|ordin(?:o|are|arlo|arla)|ripar\p{L}*|baix(?:o|ar|á-lo)|descarreg\p{L}*|alug\p{L}*|encomend\p{L}*|consert\p{L}*|installeer|installeren|insluiten|downloaden|kopen|koop|huur|huren|bestel\p{L}*|repareer|repareren)$/u;

/** Said of what a thing is like as well: "does it change on hover?" after a question about a colour. */
const SAID_OF_ATTRIBUTES =
  /^(?:be|become|change|vary|differ|depend|matter|apply|look|appear|show|stay|remain|go|come|affect|include|cover|mean|have|need|get|work|increase|decrease|rise|fall|grow|follow|match|contrast)$/;
const ASKING_AUXILIARY = /^(?:do|does|did|don't|doesn't|didn't|can|can't|could|will|won't|would)$/;

/** "Does *it* read PDF files?": no colour and no price reads. English: elsewhere "it" is left out, or named behind the question. */
export function isDoneByThing(tokens: readonly Token[], index: number): boolean {
  const [before, pronoun, verb] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return (
    /^(?:it|they)$/.test(pronoun?.lower ?? "") &&
    ASKING_AUXILIARY.test(before?.lower ?? "") &&
    verb !== undefined &&
    (verb.role === "verb" || verb.role === "content") &&
    !SAID_OF_ATTRIBUTES.test(verb.lower)
  );
}

/** "l'installer" */
const ELIDED = /^[lmtsdnj]'/u;

/** Whether something is asked for that is done to things only. */
export function isDoneToThing(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ role, lower }) =>
      (role === "verb" || role === "content") && DONE_TO_THINGS.test(lower.replace(ELIDED, "")),
  );
}

/** The thing of a phrase: "the bubble" of "the colour of the bubble"; undefined where it names an attribute alone. */
export function thingOf(phrase: Phrase, tokens: readonly Token[], words: DialogueWords): Phrase | undefined {
  const isAttribute = (index: number): boolean => ATTRIBUTES.has(tokens[index]?.lower ?? "");
  for (let index = phrase.start + 1; index < phrase.end; index++) {
    const link = tokens[index]?.lower ?? "";
    if (!words.links.has(link) || !isAttribute(index - 1)) continue;
    const hasDeterminer = tokens[index + 1]?.role === "determiner";
    const start = hasDeterminer ? index + 2 : index + 1;
    const determiner = hasDeterminer ? tokens[index + 1]?.lower : undefined;
    return { start, end: phrase.end, preposition: undefined, determiner };
  }
  if (!isAttribute(phrase.end - 1)) return phrase;
  return phrase.end - phrase.start > 1 ? { ...phrase, end: phrase.end - 1 } : undefined;
}
