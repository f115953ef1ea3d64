/**
 * Words that a question is told with and that no page is about: common verbs, people, times, measures of feeling. What
 * no list of fillers holds counts whole, and a question is refused where the site lacks it.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { EVIDENCE_OF_WORD, LISTED_LANGUAGES as LANGUAGES } from "../../language/function-words.ts";
import { fillerWords } from "../../search/filler-words.ts";
import { COMMON_DE } from "./common-words/de.ts";
import { COMMON_ES } from "./common-words/es.ts";
import { COMMON_FR } from "./common-words/fr.ts";
import { COMMON_IT } from "./common-words/it.ts";
import { COMMON_NL } from "./common-words/nl.ts";
import { COMMON_PL } from "./common-words/pl.ts";
import { COMMON_PT } from "./common-words/pt.ts";
import { readWords } from "./read-words.ts";

const COMMON: Readonly<Record<string, string>> = {
  en: `firm company business smashed terrible awful lovely wonderful amazing exact exactly certain specific particular general recent recently later early soon late far high low easy hard difficult quick fast slow heavy free simple complicated together separately afterwards beforehand anyway whatever wherever instead like unless until since because
    sell sells selling offer offers offering come comes coming send sends sent sending buy bought run runs running start stop give given gave put puts
    week weeks ago day days month months year years today tomorrow yesterday tonight time moment soon minute minutes hour hours once twice three two one four five six seven eight nine ten
    mother mum mom dad father husband wife daughter son sister brother friend friends partner family boyfriend girlfriend neighbour grandma kid everybody
    im ive ill id youre youve youll theyre theyve weve were whats wheres whos hows thats theres its isnt arent doesnt didnt dont cant couldnt wont wouldnt havent hasnt lets shes hes hasnt u ur pls plz thx ok
    single home take person somewhere anywhere else per costing paying still way kept means traffic stuck got getting really need needs proper own yours mine ours another other extra cheap doing going goes using fancy fine ok okay honest honestly basically currently possible anything something nothing everything someone anyone thing things stuff options option kind sort type types sorts choice
    reason story problem trouble question idea chance case matter fact way bit lot place site website page
    think thought thinking hear heard see seen saw watch ask asked asking told said say says guess hope wonder wondering planning plan planned love like likes liked hate prefer try tried trying
    big little small large long short old new nice good bad great better best nearly nearly maybe probably sometimes usually normal normally actual proper properly total totally total whole half full happy sure
    went gone going trip visit visiting look looking leave left happen happens happened keep kept hold turn turned change changed need needed allow allows let deal happen wait waiting interested able
    regularly quickly easily currently anymore already still yet often ever never always while during through against without within around together instead besides apart sorry hello
    till til oclock am pm guys folks mate anyways`,
  de: COMMON_DE,
  es: COMMON_ES,
  fr: COMMON_FR,
  it: COMMON_IT,
  pl: COMMON_PL,
  pt: COMMON_PT,
  nl: COMMON_NL,
};

const FILLER_WEIGHT = 0.15;
const LIGHT_WEIGHT = 0.3;

/** A number counts where it stands, and tells little where it does not. */
const NUMBER_WEIGHT = 0.3;

const weightsOfLanguage = new Map<string, ReadonlyMap<string, number>>();

/** How much a word that names no kind says of what is asked, 0 to 1. */
export function wordWeight(word: string, language: string): number {
  if (/^\p{N}/u.test(word)) return NUMBER_WEIGHT;
  const base = baseLanguage(language);
  let weights = weightsOfLanguage.get(base);
  if (weights === undefined) {
    weights = weightsOf(base);
    weightsOfLanguage.set(base, weights);
  }
  return weights.get(word) ?? 1;
}

function weightsOf(language: string): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (word: string, weight: number): void => {
    for (const read of [...readWords(word, language), word.toLowerCase().replaceAll("'", "")])
      weights.set(read, weight);
  };
  for (const [word, evidence] of EVIDENCE_OF_WORD) {
    if (evidence.some(({ language: index }) => LANGUAGES[index] === language)) add(word, LIGHT_WEIGHT);
  }
  const common = Object.hasOwn(COMMON, language) ? (COMMON[language] ?? "") : "";
  for (const word of common.split(/\s+/)) if (word !== "") add(word, LIGHT_WEIGHT);
  for (const [word, share] of fillerWords(language)) add(word, share < 0.5 ? FILLER_WEIGHT : LIGHT_WEIGHT);
  return weights;
}
