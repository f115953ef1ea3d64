import { baseLanguage } from "../search/languages.ts";

/**
 * The small words of a language that a follow-up is made of. What is in none of these lists is content. Lists
 * are lower-case and separated by spaces; patterns are matched against a question in lower case, with single
 * spaces and without punctuation at its ends.
 */
export interface DialogueWords {
  determiners: ReadonlySet<string>;
  /** Determiners that make something the visitor's own: "my site" is seldom what a site writes about. */
  possessives: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  /** Prepositions that join two phrases into one name: "table *of* contents". */
  links: ReadonlySet<string>;
  /** Verbs that a complete question has. */
  auxiliaries: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
  questionWords: ReadonlySet<string>;
  /** Before a question they only say that it goes on. */
  connectors: ReadonlySet<string>;
  fillers: ReadonlySet<string>;
  /** Stand for something that was named before. */
  pronouns: ReadonlySet<string>;
  /** Of these the ones that stand for several things. */
  pluralPronouns: ReadonlySet<string>;
  /** Where the verb of a question stands: after its question word, or before its subject. */
  verb: "after-subject" | "after-question-word" | "before-subject";
  /** "What about X": the rest is what the earlier question is asked of now. */
  about: RegExp;
  /** "No, I meant X"; the first group is X. */
  correction: RegExp;
  /** "Not X, but Y". */
  replacement: RegExp;
  /** Questions without anything of their own, by what they ask for. */
  bare: Record<BareKind, RegExp>;
  /** What is put before the earlier question for them. */
  labels: Record<BareKind, string>;
}

export type BareKind = "why" | "how" | "example" | "more" | "next";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, "u");
const start = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?= |$)`, "u");

/** "no, I meant X": up to three words of regret, a verb of meaning, and what was meant. */
const correction = (regrets: string, verbs: string): RegExp =>
  new RegExp(`^(?:(?:${regrets})[,.!:;]* ){0,3}(?:${verbs})[,:]? (.+)$`, "u");
const replacement = (regrets: string, not: string, but: string): RegExp =>
  new RegExp(`^(?:(?:${regrets})[,.!:;]* )?${not} (.{1,60}?)(?:[,;.] (?:${but} )?| ${but} )(.{1,60})$`, "u");

const ENGLISH: DialogueWords = {
  determiners: set(
    "a an the some any each every several all both no another many multiple few my our your his her its their this that these those such",
  ),
  possessives: set("my our your"),
  prepositions: set(
    "to from in on at for with without into by via using between under through inside as about after before during against over per than like within across of onto outside",
  ),
  links: set("of"),
  auxiliaries: set(
    "do does did is are was were am be been being can could should would will shall must may might has have had don't doesn't didn't isn't aren't wasn't can't cannot couldn't shouldn't won't wouldn't what's where's how's who's there's it's",
  ),
  subjects: set("i you we one"),
  questionWords: set("what which who whose whom where when why how what's where's how's"),
  connectors: set(
    "and or but also plus then so ok okay well thanks thank cool great nice good now hi hello hey please right alright sorry",
  ),
  fillers: set(
    "just only really please actually exactly instead too also again still ever maybe else there me us tell show explain give not if when because while whether it they them",
  ),
  pronouns: set("it they them these those this that one ones its their there"),
  pluralPronouns: set("they them these those their ones"),
  verb: "after-subject",
  about: start(
    "(?:what|how) (?:about|if (?:i|we) (?:use|have|run|want|need|am using|are using)|if (?:i'm|it's|we're)(?: using)?|of)|and what (?:about|if)|same (?:question )?(?:for|with|about)|and the same for",
  ),
  correction: correction(
    "no|nope|nah|sorry|oops|wait|actually|hm+|well|not that|i'm sorry|no no",
    "i (?:actually |really )?(?:mean|meant|was asking about|am asking about|want|wanted)|i'm asking about|make that|rather|that should be",
  ),
  replacement: replacement(
    "no|nope|sorry|actually|well",
    "(?:not|i don't mean|i didn't mean)",
    "(?:but|rather|i mean|i meant)",
  ),
  bare: {
    why: whole(
      "why(?: not| so| though| is that(?: so)?| exactly)?|how come|what for|what's the reason|for what reason",
    ),
    how: whole(
      "how(?: so| exactly)?|how (?:do|can|would|should) (?:i|you|we) do (?:that|this|it|so)|how does (?:that|this|it) work exactly",
    ),
    example: whole(
      "(?:(?:can|could|would) you )?(?:please )?(?:(?:give|show)(?: me| us)? )?(?:an?|some|another|one|any|a code|code|the)? ?(?:more )?(?:code )?(?:examples?|samples?|code|snippet|demo)(?: of (?:that|this|it))?(?: please)?|for (?:example|instance)|do you have (?:an? |any |some )?(?:code )?examples?(?: of (?:that|this|it))?|is there (?:an? )?(?:code )?example(?: of (?:that|this|it))?|like what|such as|show me(?: how)?|what does (?:that|this|it) look like",
    ),
    more: whole(
      "(?:(?:can|could) you )?(?:please )?(?:(?:tell|show|give|explain)(?: me| us)? )?(?:a (?:bit|little) |some )?(?:more|further)(?: (?:about|on) (?:it|that|this|them))?(?: (?:details?|info|information))?(?: please)?|go on|continue|keep going|details?(?: please)?|in (?:more )?detail|(?:(?:can|could) you )?(?:please )?(?:elaborate|explain)(?: (?:on )?(?:it|that|this))?(?: more| further| again| please| in (?:more )?detail)?(?: please)?|what else|anything else|what (?:does|do) (?:that|this|it|you) mean(?: by (?:that|this))?|i don't (?:understand|get it)(?: that| it)?|huh",
    ),
    next: whole(
      "(?:and )?then(?: what)?|what(?:'s| is| comes| happens)? (?:next|then|after that)|after that|what (?:do|should) i do (?:next|then|after that)|next(?: steps?)?|and after(?: that)?",
    ),
  },
  labels: { why: "Why", how: "How exactly", example: "Example", more: "More about this", next: "Next steps" },
};

const GERMAN: DialogueWords = {
  determiners: set(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen alle jede jeder jedes mehrere einige mein meine meinen meinem meiner unser unsere unseren dein deine ihr ihre dieser diese dieses diesen diesem",
  ),
  possessives: set("mein meine meinen meinem meiner unser unsere unseren"),
  prepositions: set(
    "in im ins an am auf für mit ohne von vom aus bei beim zu zum zur nach über unter zwischen durch gegen um als per via ab",
  ),
  links: set("von vom des der"),
  auxiliaries: set(
    "ist sind war waren kann können könnte muss müssen soll sollte wird werden darf hat haben gibt geht bin sein wäre",
  ),
  subjects: set("ich du wir man sie es er"),
  questionWords: set(
    "wie was wo wann warum wieso weshalb wer welche welcher welches welchen wohin woher womit wofür wozu",
  ),
  connectors: set("und oder aber auch also ok okay danke gut bitte hallo dann"),
  fillers: set(
    "denn nur auch noch eigentlich genau bitte mir uns sag zeig erklär nicht wenn weil sich dort davon damit dafür darin dazu daran darauf",
  ),
  pronouns: set(
    "sie es ihn ihm ihnen das dies dieses diese dieser dort davon damit dafür darin dazu daran darauf",
  ),
  pluralPronouns: set("ihnen diese"),
  verb: "before-subject",
  about: start(
    "was ist (?:mit|bei)|wie (?:ist|sieht) es (?:aus )?(?:mit|bei)|und (?:was ist )?(?:mit|bei)|und wenn ich|gilt das auch (?:für|bei)",
  ),
  correction: correction(
    "nein|nee|sorry|entschuldigung|ach|moment|doch|äh",
    "ich (?:meine|meinte|wollte)|gemeint (?:war|ist)",
  ),
  replacement: replacement("nein|nee|sorry", "nicht", "sondern"),
  bare: {
    why: whole("(?:warum|wieso|weshalb)(?: nicht| denn| das| ist das so)?"),
    how: whole("wie(?: genau| denn)?|wie (?:geht|mache ich|macht man) das(?: genau)?"),
    example: whole(
      "(?:(?:kannst du |können sie )?(?:mir )?)?(?:ein |noch ein )?beispiel(?: bitte| geben| zeigen)?|(?:gib|zeig)(?: mir)?(?: mal)? ein beispiel|zum beispiel|gibt es (?:ein )?beispiele?|hast du (?:ein )?beispiel",
    ),
    more: whole(
      "mehr(?: dazu| davon| details| infos?)?|erzähl(?: mir)? mehr(?: dazu| darüber)?|weiter|genauer|details|erklär(?:e)?(?: mir)?(?: das)?(?: genauer)?|was (?:heißt|bedeutet) das|was noch",
    ),
    next: whole(
      "(?:und )?(?:dann|danach)|was (?:kommt|mache ich) (?:dann|danach|als nächstes)|wie geht es weiter",
    ),
  },
  labels: {
    why: "Warum",
    how: "Wie genau",
    example: "Beispiel",
    more: "Mehr dazu",
    next: "Nächste Schritte",
  },
};

const SPANISH: DialogueWords = {
  determiners: set(
    "el la los las un una unos unas algún alguna algunos algunas cada todo toda todos todas varios varias otro otra mi mis nuestro nuestra tu tus su sus este esta estos estas ese esa esos esas",
  ),
  possessives: set("mi mis nuestro nuestra nuestros nuestras tu tus"),
  prepositions: set("a al en de del con sin para por desde hasta entre sobre según como hacia bajo mediante"),
  links: set("de del"),
  auxiliaries: set(
    "es son está están era ser puedo puede pueden podría debo debe deben tengo tiene tienen hay hace hacen funciona funcionan sirve sirven necesito necesita significa",
  ),
  subjects: set("yo tú usted nosotros uno"),
  questionWords: set(
    "qué cómo cuál cuáles dónde cuándo quién quiénes cuánto cuánta cuántos cuántas que como cual donde cuando por",
  ),
  connectors: set("y e o u pero también además vale ok gracias bueno bien entonces hola"),
  fillers: set("solo sólo realmente exactamente me nos se te no si dime muestra explica lo eso esto ello"),
  pronouns: set("eso esto ello ellos ellas él allí ahí este esta ese esa"),
  pluralPronouns: set("ellos ellas"),
  verb: "after-question-word",
  about: start(
    "(?:y )?qué (?:tal|pasa|hay)(?: con| de| sobre| en)?|(?:y )?si uso|lo mismo (?:para|con)|y (?:para|con) (?:lo mismo)",
  ),
  correction: correction(
    "no|perdón|perdona|espera|lo siento",
    "me (?:refiero|refería) a|quiero decir|quise decir|quería decir|digo",
  ),
  replacement: replacement("no|perdón", "no", "(?:sino|digo)"),
  bare: {
    why: whole("por ?qué(?: no)?|y eso"),
    how: whole("cómo(?: exactamente)?|cómo (?:se hace|lo hago|hago eso)"),
    example: whole(
      "(?:puedes |podrías )?(?:dame|darme|muéstrame|mostrarme|ponme)?(?: )?(?:un |algún |otro )?ejemplos?(?: por favor)?|por ejemplo|hay (?:algún )?ejemplos?|tienes (?:un |algún )?ejemplos?",
    ),
    more: whole(
      "(?:cuéntame |dime )?(?:algo )?más(?: sobre eso| detalles| información)?(?: por favor)?|continúa|sigue|detalles|explícame(?: eso| más)?|qué (?:significa|quiere decir) eso|qué más",
    ),
    next: whole(
      "(?:y )?(?:entonces|luego|después)|(?:y )?(?:luego|después) qué|qué (?:hago|sigue|viene) (?:después|luego|ahora)",
    ),
  },
  labels: {
    why: "Por qué",
    how: "Cómo exactamente",
    example: "Ejemplo",
    more: "Más sobre esto",
    next: "Siguientes pasos",
  },
};

const FRENCH: DialogueWords = {
  determiners: set(
    "le la les un une des du l' ce cet cette ces mon ma mes notre nos votre vos ton ta tes son sa ses leur leurs chaque tous toutes plusieurs quelques",
  ),
  possessives: set("mon ma mes notre nos ton ta tes votre vos"),
  prepositions: set(
    "à au aux en de d' du dans avec sans pour par sur sous depuis vers chez entre comme via selon",
  ),
  links: set("de d' du des"),
  auxiliaries: set(
    "est sont était être peut peux puis-je peut-on dois doit faut faut-il a ont fait font fonctionne fonctionnent est-ce est-il existe-t-il sert signifie",
  ),
  subjects: set("je on nous vous tu j' il elle ils elles"),
  questionWords: set(
    "que qu'est-ce quoi quel quelle quels quelles où quand comment pourquoi qui combien qu'",
  ),
  connectors: set("et ou mais aussi alors ok merci bien bon donc bonjour puis"),
  fillers: set("seulement vraiment exactement me nous se te ne pas si dis montre explique ça cela y en"),
  pronouns: set("ça cela ceci celui-ci celle-ci ceux-ci ils elles eux leur là"),
  pluralPronouns: set("ils elles eux leur"),
  verb: "after-question-word",
  about: start(
    "(?:et )?qu'en est-il (?:de|du|des|pour|avec)|quid (?:de|du|des)|(?:et )?si j'utilise|(?:et )?la même chose (?:pour|avec)",
  ),
  correction: correction(
    "non|pardon|désolé|désolée|attends|attendez",
    "je (?:veux dire|voulais dire|parle de|parlais de|pensais à)",
  ),
  replacement: replacement("non|pardon", "pas", "(?:mais|plutôt)"),
  bare: {
    why: whole("pourquoi(?: pas| ça| donc)?"),
    how: whole("comment(?: exactement| ça| faire| on fait)?"),
    example: whole(
      "(?:(?:peux-tu|pouvez-vous) )?(?:(?:me |m')?(?:donne|donnez|donner|montre|montrer)(?:-moi)? )?(?:un |des |d'autres )?exemples?(?: s'il (?:te|vous) plaît)?|par exemple|y a-t-il (?:un |des )?exemples?",
    ),
    more: whole(
      "(?:dis-m'en |dites-m'en )?(?:plus|davantage)(?: de détails| d'informations)?|continue[zr]?|détails|explique(?:z)?(?:-moi)?(?: ça)?|qu'est-ce que ça (?:veut dire|signifie)|quoi d'autre",
    ),
    next: whole("(?:et )?(?:ensuite|après|puis|alors)|que faire (?:ensuite|après)"),
  },
  labels: {
    why: "Pourquoi",
    how: "Comment exactement",
    example: "Exemple",
    more: "En savoir plus",
    next: "Étapes suivantes",
  },
};

const ITALIAN: DialogueWords = {
  determiners: set(
    "il lo la i gli le un uno una l' dei degli delle ogni tutti tutte alcuni alcune altro altra mio mia miei mie nostro nostra tuo tua suo sua questo questa questi queste quello quella",
  ),
  possessives: set("mio mia miei mie nostro nostra tuo tua"),
  prepositions: set(
    "a al alla ai di del della dei delle dello in nel nella con senza per da dal dalla su sul sulla tra fra come",
  ),
  links: set("di del della dei delle dello degli"),
  auxiliaries: set(
    "è sono era essere posso può possono devo deve devono ho ha hanno c'è serve servono funziona funzionano significa fa fanno",
  ),
  subjects: set("io tu noi si"),
  questionWords: set("che cosa cos'è come dove quando chi quale quali quanto quanta quanti quante perché"),
  connectors: set("e ed o ma anche poi allora ok grazie bene ciao"),
  fillers: set("solo davvero esattamente mi ci si ti non se dimmi mostra spiega"),
  pronouns: set("ciò esso essa essi esse loro lui lì questo questa quello"),
  pluralPronouns: set("essi esse loro"),
  verb: "after-question-word",
  about: start(
    "(?:e )?(?:che (?:ne dici|mi dici) (?:di|su|del|della)|per quanto riguarda|(?:e )?se uso|lo stesso (?:per|con)|riguardo a)",
  ),
  correction: correction(
    "no|scusa|scusi|aspetta",
    "(?:intendo|intendevo|volevo dire|voglio dire|parlo di|parlavo di)",
  ),
  replacement: replacement("no|scusa", "non", "(?:ma|bensì)"),
  bare: {
    why: whole("perché(?: no)?|come mai"),
    how: whole("come(?: esattamente| si fa| faccio)?"),
    example: whole(
      "(?:(?:puoi|potresti) )?(?:(?:dammi|darmi|mostrami|fammi|farmi) )?(?:un |qualche |degli )?esemp(?:io|i)(?: per favore)?|per esempio|ad esempio|c'è un esempio",
    ),
    more: whole(
      "(?:dimmi |dammi )?(?:di più|altro|più (?:dettagli|informazioni))|continua|dettagli|spiega(?:mi)?(?: meglio)?|che (?:significa|vuol dire)|cosa (?:significa|vuol dire)|cos'altro",
    ),
    next: whole("(?:e )?(?:poi|dopo|quindi)|(?:e )?(?:poi|dopo) cosa|cosa (?:faccio|viene) (?:dopo|poi)"),
  },
  labels: {
    why: "Perché",
    how: "Come esattamente",
    example: "Esempio",
    more: "Maggiori dettagli",
    next: "Passi successivi",
  },
};

const PORTUGUESE: DialogueWords = {
  determiners: set(
    "o a os as um uma uns umas cada todo toda todos todas vários várias outro outra meu minha meus minhas nosso nossa seu sua este esta esse essa estes estas",
  ),
  possessives: set("meu minha meus minhas nosso nossa"),
  prepositions: set(
    "em no na nos nas de do da dos das com sem para por pelo pela desde até entre sobre como ao à",
  ),
  links: set("de do da dos das"),
  auxiliaries: set(
    "é são está estão era ser posso pode podem devo deve devem tenho tem têm há existe funciona funcionam serve preciso precisa significa faz fazem",
  ),
  subjects: set("eu você nós"),
  questionWords: set("que quê qual quais onde quando quem como quanto quanta quantos quantas"),
  connectors: set("e ou mas também então ok obrigado obrigada bem bom olá"),
  fillers: set("só somente realmente exatamente me nos se te não diga mostre explique"),
  pronouns: set("isso isto disso nisso ele ela eles elas dele dela deles delas nele nela lá"),
  pluralPronouns: set("eles elas deles delas"),
  verb: "after-question-word",
  about: start("(?:e )?(?:quanto (?:a|ao|à|aos|às)|sobre|que tal|se eu (?:uso|usar)|o mesmo (?:para|com))"),
  correction: correction(
    "não|desculpe|desculpa|espera|perdão",
    "(?:eu )?(?:quero dizer|quis dizer|queria dizer|me refiro a|me referia a|refiro-me a|falo de)",
  ),
  replacement: replacement("não|desculpa", "não", "(?:mas|e sim)"),
  bare: {
    why: whole("por ?qu[eê](?: não)?|porqu[eê]"),
    how: whole("como(?: exatamente| se faz| faço(?: isso)?)?"),
    example: whole(
      "(?:(?:pode|poderia) )?(?:me )?(?:(?:dê|dá|dar|mostre|mostrar)(?:-me| me)? )?(?:um |algum |outro )?exemplos?(?: por favor)?|por exemplo|(?:há|tem|existe) (?:um |algum )?exemplos?",
    ),
    more: whole(
      "(?:me )?(?:diga |conte |fale )?(?:mais)(?: sobre isso| detalhes| informações)?(?: por favor)?|continue|continua|detalhes|explique(?: melhor| isso)?|o que (?:isso )?significa(?: isso)?|que mais|o que mais",
    ),
    next: whole(
      "(?:e )?(?:depois|então|em seguida)|(?:e )?depois o que|o que (?:faço|vem) (?:depois|a seguir)",
    ),
  },
  labels: {
    why: "Por quê",
    how: "Como exatamente",
    example: "Exemplo",
    more: "Mais sobre isso",
    next: "Próximos passos",
  },
};

const DUTCH: DialogueWords = {
  determiners: set(
    "de het een geen elk elke alle enkele meerdere mijn onze ons jouw je uw zijn haar hun deze dit die dat",
  ),
  possessives: set("mijn onze ons"),
  prepositions: set(
    "in op aan voor met zonder van uit bij naar over onder tussen door tegen om als via per tot vanaf",
  ),
  links: set("van"),
  auxiliaries: set(
    "is zijn was waren kan kunnen kon moet moeten mag zal zou heeft heb hebben wordt worden werkt werken gaat",
  ),
  subjects: set("ik jij je wij we men u"),
  questionWords: set("hoe wat waar wanneer waarom wie welke welk waarvoor waarmee hoeveel"),
  connectors: set("en of maar ook dan ok oké dank bedankt goed hallo dus"),
  fillers: set(
    "alleen echt precies nog wel eens me mij niet als er toon vertel leg ervan ermee eraan erin daar",
  ),
  pronouns: set("het ze hem zij hen dat dit die deze daar ervan ermee eraan erin"),
  pluralPronouns: set("ze zij hen die deze"),
  verb: "before-subject",
  about: start(
    "hoe zit (?:het|dat) met|(?:en )?wat (?:dacht je )?van|hoe gaat het met|(?:en )?wat als ik|hetzelfde (?:voor|met)",
  ),
  correction: correction("nee|sorry|wacht|pardon", "ik (?:bedoel|bedoelde|wilde)"),
  replacement: replacement("nee|sorry", "niet", "maar"),
  bare: {
    why: whole("waarom(?: niet| dan| dat)?|hoezo"),
    how: whole("hoe(?: precies| dan)?|hoe (?:doe|moet) ik dat(?: doen)?"),
    example: whole(
      "(?:(?:kun je|kan je|kunt u) )?(?:(?:mij|me) )?(?:(?:geef|toon)(?: me| mij)? )?(?:een |nog een )?voorbeeld(?: geven| tonen| alsjeblieft| graag)?|bijvoorbeeld|is er een voorbeeld|heb je een voorbeeld",
    ),
    more: whole(
      "(?:vertel(?: me)? )?meer(?: details| informatie| hierover| daarover)?|ga (?:door|verder)|details|leg(?: dat| het)?(?: eens)? uit|wat betekent dat|wat nog meer",
    ),
    next: whole("(?:en )?(?:dan|daarna)|(?:en )?wat (?:dan|daarna|nu)|wat moet ik daarna doen"),
  },
  labels: {
    why: "Waarom",
    how: "Hoe precies",
    example: "Voorbeeld",
    more: "Meer hierover",
    next: "Volgende stappen",
  },
};

const WORDS: Record<string, DialogueWords> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
};

/** The words of a language; undefined where there are none, and follow-ups cannot be told by rules. */
export function dialogueWords(language: string): DialogueWords | undefined {
  return WORDS[baseLanguage(language)];
}
