/**
 * Words that a question is told with and that no page is about: common verbs, people, times, measures of feeling. What
 * no list of fillers holds counts whole, and a question is refused where the site lacks it.
 */
import { baseLanguage } from "../../language/base-language.ts";
import { EVIDENCE_OF_WORD, LISTED_LANGUAGES as LANGUAGES } from "../../language/function-words.ts";
import { fillerWords } from "../../search/filler-words.ts";
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
    regularly quickly easily currently anymore already still yet often ever never always while during through against without within around together instead besides apart sorry hello`,
  de: `unterwegs sofort später früh spät viel wenig mehr weniger immer manchmal nie oft ganz sehr genau einfach schnell lange weit ungefähr etwa zusammen allein steht stehen drin drauf dran dafür damit dabei deshalb außerdem geht gehen fällt läuft passiert passieren darf lassen lieber toll schlecht eigene eigenen eigenes
    verkaufen verkauft verkauft ihr bietet bieten an anbieten kommen kommt komme schicken schickt kaufen kauft gekauft bekommen bekomme kriegen kriegt geben gibt gibts bringen bringt machen macht nehmen nimmt nehmt
    woche wochen tag tage tagen monat monate jahr jahre heute morgen gestern zeit stunde stunden minute minuten eins zwei drei vier fünf sechs
    mutter vater mann frau tochter sohn schwester bruder freund freundin familie kind oma opa leute jemand
    etwas was irgendwas alles nichts sache sachen ding dinge sonst wirklich eigentlich leider vielleicht gerade jetzt noch schon mal denn gerne gern bitte hallo
    groß große kleine klein neue neuen alt alte alten gut gute schön möglich darf dürfen könnt könnte würde würden brauchen braucht suche suchen finden findet sehen denke weiß
    bei euch ihr eure euer eurer eurem euren mich mir uns unser unsere man kann können sollte muss müssen möchte möchten will wollen habt hab habe haben hätte hätten seid sind wäre bin direkt`,
  es: `tanto tanta mucho poco más menos pasa pasar ocurre después antes pronto temprano juntos solo sola además quizá seguro rápido fácil difícil exacto mismo misma propio propia otro otra otros otras tipo mejor peor queda quedar puesto sobra falta
    vender vendéis venden vendes ofrecer ofrecen ofrecéis dais dan dar das venir viene vengo enviar mandar comprar compré comprado hacéis hacen hago haces coger recoger entra entran
    semana semanas día días mes meses año años hoy mañana ayer tiempo hora horas minuto minutos dos tres cuatro cinco
    madre padre marido mujer hija hijo hermana hermano amigo amiga familia gente persona
    cosa cosas algo nada todo tipo problema pregunta sitio lugar ahora luego siempre nunca vez veces
    grande pequeño nuevo nueva viejo bueno buena mejor posible puedo podéis podría quisiera quería quiero necesito busco saber sabe tenéis tienes teneis hay habría vosotros vuestro vuestra os me mi ir va voy vais llevar cerca ya vale gracias hola buscais buscáis`,
  fr: `tant beaucoup peu plus moins après avant bientôt tôt tard ensemble seul seule aussi peut être rapide facile difficile exact même propre autre autres mieux pire passe passer arrive devant derrière partout matin juste genre truc
    vendez vendre vend proposez proposer faites faire fait venir viens vient envoyer envoyez acheter acheté donner donnez prendre prenez avoir avez
    semaine semaines jour jours mois an ans année aujourd hui demain hier temps heure heures minute minutes deux trois quatre cinq
    mère père mari femme fille fils soeur frère ami amie famille gens personne personnes
    chose choses quelque rien tout type genre problème question endroit site maintenant toujours jamais fois juste chez
    grand petit nouveau nouvelle vieux bon bonne meilleur possible peux peut pouvez pourrait voudrais veux besoin cherche savoir sais trouver mettre vous votre vos nous notre on me mon ma mes est ce que quoi quel quelle acceptés svp merci bonjour`,
  it: `tanto tanta molto poco più meno dopo prima presto insieme solo sola anche forse rapido facile difficile stesso propria proprio altro altra altri altre meglio peggio succede passa davanti dietro ovunque roba lo stesso riesce occupa sarebbe
    vendete vendere vende offrite offrire fate fare fa venire vengo viene mandare mandate comprare comprato dare date prendere prendete avere avete trattate
    settimana settimane giorno giorni mese mesi anno anni oggi domani ieri tempo ora ore minuto minuti due tre quattro cinque
    madre padre mamma nonna marito moglie figlia figlio sorella fratello amico amica famiglia gente persona persone
    cosa cose qualcosa niente tutto tipo problema domanda posto adesso sempre mai volta volte
    grande piccolo nuovo nuova vecchio buono buona meglio possibile posso può potete potrei vorrei voglio bisogno cerco sapere so trovare mettere voi vostro vostra vi mi ci si serve servono devo andare riesco grazie ciao`,
  pt: `tanto muito pouco mais menos depois antes cedo juntos só também talvez rápido fácil difícil mesmo própria próprio outro outra outros outras melhor pior acontece passa todos todas tudo recebo receber servirem demora chega
    vendem vender vende oferecem fazem fazer faz vir vem enviar mandam mandar comprar comprei comprado dar dá dão levar tirar têm tem ter
    semana semanas dia dias mês meses ano anos hoje amanhã ontem tempo hora horas minuto minutos dois duas três quatro cinco
    mãe pai marido mulher filha filho irmã irmão amigo amiga família gente pessoa pessoas
    coisa coisas algo nada tudo tipo problema pergunta sítio lugar agora sempre nunca vez vezes
    grande pequeno novo nova velho velhos bom boa melhor possível posso pode podem podia queria quero preciso procuro saber sei sabe encontrar vocês vosso seu sua me meu minha ficar fica ficam chegar pra obrigado olá`,
  nl: `veel weinig meer minder daarna eerder straks samen alleen ook misschien snel makkelijk moeilijk zelfde andere ander beter slechter gebeurt gebeuren erg heel best gewoon even dus toch gisteren onderweg zon zulke
    verkopen verkoopt verkoop bieden biedt aanbieden doen doet komen komt sturen stuurt kopen gekocht geven geeft brengen brengt nemen neemt hebben maken laten krijgen krijg kregen
    week weken dag dagen maand maanden jaar jaren vandaag morgen gisteren tijd uur uren minuut minuten twee drie vier vijf
    moeder vader man vrouw dochter zoon zus broer vriend vriendin familie mensen iemand
    ding dingen iets niets alles soort probleem vraag plek plaats nu altijd nooit keer ook nou zo zelf eigen
    groot grote klein kleine nieuw nieuwe oud oude goed goede beste mogelijk kan kunnen kunt zou zouden wil willen wilt nodig zoek zoeken weten weet vinden jullie onze ons mijn me mij je hier gaan ga bedankt hallo`,
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
