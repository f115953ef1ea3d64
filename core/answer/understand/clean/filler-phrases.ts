/**
 * What people put around a question, by language: phrases that lead it in, and clauses that say nothing of it. As
 * pieces of patterns over lower-case text with plain apostrophes. Phrases of several words belong to one language, so
 * that all of them are tried whatever the language is.
 */

/** Before a question word, or "if": "I was wondering", "könnten Sie mir bitte sagen". */
export const LEADS: Record<string, readonly string[]> = {
  en: [
    String.raw`(?:i|we)(?:'m| am| was| were|'ve been| have been)? ?(?:just |only |also |really )?(?:wondering|wonder|curious|asking)(?: about| as to)?(?:,? (?:if|whether) (?:you|u|someone|anyone|anybody|it is possible to) (?:(?:could|can|would|might)(?: be able to)? )?(?:please )?(?:tell|explain|show|let)(?: to)?(?: me| us)?(?: know)?|,? (?:if|whether))?`,
    String.raw`(?:just|was|been) (?:wondering|asking|curious)(?:,? (?:if|whether))?`,
    String.raw`(?:can|could|would|will) (?:you|u|someone|anyone|anybody|somebody)(?: guys)?(?: please| plz| pls| kindly| maybe| possibly)? (?:tell|explain|remind|clarify)(?: to)?(?: me| us)?(?: please| plz| pls)?`,
    String.raw`(?:i|we)(?:'d| would|'ll)? (?:just |only |really )?(?:like|love|want|wanted|need|needed) to (?:know|ask|find out|understand)(?: you)?(?:,? (?:if|whether))?`,
    String.raw`what i (?:really |just )?(?:want|need|would like|wanted) to (?:know|ask|understand) is(?: like)?`,
    String.raw`(?:i (?:just )?(?:have|had|got) )?(?:just )?(?:a |an |one )?(?:quick|short|small|simple|dumb|stupid|silly|little) question(?: for you)?`,
    String.raw`i (?:have|had|got) (?:a|one) question`,
    String.raw`(?:(?:i'm |i am |so )?(?:sorry|apologies|excuse me|pardon me)(?: (?:to|for) (?:bother|bothering|disturb|disturbing|trouble|troubling|ask|asking)(?: you)?)?)(?:,? but)?`,
    String.raw`do(?: any of)? you (?:guys )?(?:happen to )?know|does any(?:one|body) (?:happen to )?know|any idea|please (?:tell|explain to) (?:me|us)|tell (?:me|us)|(?:please )?let me know`,
  ],
  de: [
    String.raw`ich (?:wollte|möchte|würde|hätte|will|muss|würd) (?:(?:nur|mal|gerne?|kurz|eben|schnell|einfach|da|auch|noch|euch|sie|dich) ){0,5}(?:wissen|fragen|nachfragen|erfahren|anfragen)(?:,? ob)?`,
    String.raw`(?:könn(?:t?en|test|tet|t)|kann(?:st)?|würde[nst]*) (?:sie|du|ihr|mir|jemand|man|wer)(?: (?:mir|uns|bitte|mal|vielleicht|kurz|eventuell)){0,4} (?:sagen|erklären|verraten|mitteilen)`,
    String.raw`sag(?:en sie|t)?(?: (?:mir|mal|bitte|uns)){1,3}`,
    String.raw`(?:ich )?(?:hätte|habe|hab) (?:(?:da|mal|noch|auch|nur) ){0,4}(?:ei)?ne? (?:(?:kurze|kleine|schnelle|dumme) )?frage`,
    String.raw`(?:(?:nur|mal) )?(?:(?:ei)?ne )?(?:kurze|kleine|schnelle) frage`,
    String.raw`(?:entschuldig(?:en sie|ung|t|e)|verzeihung|sorry)(?: bitte)?(?: (?:die|für die|wegen der) störung)?(?:,? aber)?`,
    String.raw`(?:ich hätte gerne? gewusst|mich würde (?:(?:mal|nur|sehr|noch) ){0,2}interessieren|es interessiert mich|ich (?:wüsste gerne?|frage mich)|wissen sie|wisst ihr|weißt du|weiß jemand)(?:,? ob)?`,
  ],
  es: [
    String.raw`(?:s[oó]lo |nada más )?(?:quería|quisiera|quiero|querría|queria|me gustaría|me gustaria|deseo|desearía|necesito)(?: s[oó]lo)? (?:saber|preguntar(?:les|te|le|os)?|consultar(?:les|te|le)?)(?: si)?`,
    String.raw`(?:me|nos) (?:podr[ií]an?|podr[ií]as|podr[ií]ais|pod[eé]is|puedes?|pueden)(?: por favor)? (?:decir|explicar|indicar)(?: por favor)?`,
    String.raw`(?:podr[ií]an?|podr[ií]as|podr[ií]ais|pod[eé]is|puedes?|pueden)(?: por favor)? (?:decir|explicar|indicar)(?:me|nos)(?: por favor)?`,
    String.raw`(?:oye|oiga|mira)?,? ?(?:tengo )?una (?:pregunta|duda|consulta)(?: r[aá]pida)?`,
    String.raw`(?:perd[oó]n(?:a|e|en|ad)?|disculp[ae]n?|disculpad)(?: (?:la|por la|las|por las) molestias?)?(?:,? pero)?`,
    String.raw`pues mira|a ver|saben? ustedes|alguien sabe|d[ií]game|dime`,
  ],
  fr: [
    String.raw`je (?:voulais|voudrais|souhaite(?:rais)?|viens)(?: juste| simplement| bien)? (?:savoir|(?:vous )?demander|connaître)(?: si)?`,
    String.raw`j'aimerais (?:bien |juste )?(?:savoir|(?:vous )?demander)(?: si)?`,
    String.raw`(?:pourriez|pouvez|peux|pourrais)[- ](?:vous|tu)(?: s'il (?:vous|te) pla[iî]t| svp| stp)? (?:me|nous|m'|nous) ?(?:dire|expliquer|indiquer|préciser)(?: s'il (?:vous|te) pla[iî]t| svp| stp)?`,
    String.raw`(?:est-ce que )?(?:vous|tu|quelqu'un) (?:pouvez|peux|peut|pourriez|pourrais|pourrait) (?:me|nous|m') ?(?:dire|expliquer|indiquer)(?: s'il (?:vous|te) pla[iî]t| svp| stp)?`,
    String.raw`(?:j'ai )?(?:juste )?(?:une )?(?:petite|simple|rapide) question(?: rapide)?|j'ai une question`,
    String.raw`(?:désolée?|excusez[- ]moi|excuse[- ]moi|pardon)(?: de (?:vous|te) déranger)?(?:,? mais)?`,
    String.raw`savez[- ]vous|sais[- ]tu|dites[- ]moi|dis[- ]moi|du coup|je me demandais?(?: si)?`,
  ],
  it: [
    String.raw`(?:volevo|vorrei|vorremmo|desidero|mi piacerebbe)(?: solo| soltanto)? (?:sapere|chiedere|chiedervi|domandare)(?: se)?`,
    String.raw`(?:mi )?(?:potreste|potrebbe|potresti|puoi|può|potete|sapete|sai|sa|saprebbe|sapreste)(?: per favore)? (?:dirmi|dire|spiegarmi|spiegare|indicarmi|indicare)(?: per favore)?`,
    String.raw`(?:ho )?(?:una )?(?:domanda|curiosità)(?: veloce| rapida)|ho una domanda`,
    String.raw`(?:mi |ci )?scus(?:ate|a|i|ino)(?: (?:il|per il) disturbo)?(?:,? ma)?`,
    String.raw`mi chiedevo(?: se)?|qualcuno sa`,
  ],
  pt: [
    String.raw`(?:eu )?(?:s[oó] )?(?:gostaria|queria|gostava|quero|preciso|desejo)(?: de)?(?: s[oó])? (?:saber|(?:lhes? )?perguntar)(?: se)?`,
    String.raw`(?:voc[eê]s? )?(?:poderiam?|pode[ms]?|podiam?|poderias)(?:-me|-nos| me| nos)?(?: por favor)? (?:dizer|explicar|informar|indicar)(?:-me)?(?: por favor)?`,
    String.raw`(?:tenho )?(?:uma )?(?:pergunta|dúvida|duvida)(?: rápida| rapida)|tenho uma (?:pergunta|dúvida)`,
    String.raw`(?:desculpe[m]?|desculpa|com licença|perdão)(?: (?:o|pelo) (?:incómodo|incômodo|incomodo))?(?:,? mas)?`,
    String.raw`algu[eé]m sabe|voc[eê]s sabem`,
  ],
  nl: [
    String.raw`graag (?:zou|wil|wilde) ik (?:willen )?weten(?:,? of)?|ik vroeg (?:me|mij) af(?:,? of)?|ik vraag (?:me|mij) af(?:,? of)?`,
    String.raw`ik (?:wilde|wil|wou|zou|had)(?: (?:alleen|even|graag|nog|eens|eigenlijk|jullie|u|je)){0,4} (?:vragen|weten|willen weten|willen vragen)(?:,? of)?`,
    String.raw`(?:kunt|kan|kun|kunnen|zou|zouden|zoudt)(?: (?:u|je|jij|jullie|iemand|mij|me|ons|alstublieft|alsjeblieft|aub|even|misschien)){0,5} (?:vertellen|zeggen|uitleggen|kunnen vertellen)`,
    String.raw`(?:ik heb )?(?:nog )?(?:een )?(?:klein|kort|snel|korte|snelle|kleine) (?:vraagje|vraag)|ik heb (?:nog )?een (?:vraag|vraagje)`,
    String.raw`(?:sorry|excuseer|pardon|excuses|neem me niet kwalijk)(?: (?:dat ik (?:u |je )?stoor|voor het storen))?(?:,? maar)?`,
    String.raw`weet (?:u|je|jij|iemand)|weten jullie`,
  ],
};

/** Clauses that are courtesy though no phrase book has all their words. */
export const FILLER_CLAUSES: Record<string, readonly string[]> = {
  en: [
    String.raw`(?:i )?hope (?:you(?:'re|re| are)(?: all)?|all is|this (?:mail |message |email )?finds you|you(?:'re| are) having).{0,40}`,
    String.raw`(?:first of all|firstly|first|to begin with),? (?:(?:thank|thanks|congrat\p{L}*|great|nice|i (?:really )?(?:love|like)|compliments|well done|good job).{0,60})?`,
    String.raw`(?:so )?(?:please )?bear with me|if (?:it(?:'s| is)(?:n't| not) too much trouble|you don't mind|that's ok(?:ay)?|possible)|any help (?:would be |is )?(?:much |greatly |really )?appreciated|(?:i )?(?:look|am looking) forward to (?:your|hearing).{0,40}`,
    String.raw`(?:have|enjoy) (?:a|your) (?:\p{L}{3,9} )?(?:day|evening|weekend|week|one)|(?:what a )?(?:great|nice|lovely|cool) (?:web)?site|thank(?:s| you) (?:so much |very much |a lot )?(?:for|in) .{0,40}`,
  ],
  de: [
    String.raw`(?:erst ?mal|zuerst|zunächst|vorab|vorweg),? (?:(?:vielen |herzlichen )?(?:dank|danke|glückwunsch|kompliment|tolle?|super).{0,60})?`,
    String.raw`(?:ich )?hoffe.{0,12} (?:es )?geht (?:es )?(?:ihnen|dir|euch) gut|(?:vielen |herzlichen |besten |schon mal )?dank(?:e)?(?: schon ?mal)? (?:im voraus|euch|ihnen|dir|für .{0,40})`,
    String.raw`(?:einen )?schöne[ns]? (?:tag|abend|woche|wochenende)(?: noch| ihnen| euch)?|(?:tolle|super|schöne) (?:web)?seite`,
  ],
  es: [
    String.raw`(?:antes que nada|primero que nada|ante todo|en primer lugar),? (?:(?:muchas )?(?:gracias|felicidades|enhorabuena).{0,60})?`,
    String.raw`que (?:tengan?|teng[aá]is|tengas|pase[ns]?) .{0,30}|(?:muchas )?gracias (?:de antemano|por adelantado|por .{0,40})|espero que .{0,15}(?:bien|est[eé]n?).{0,20}`,
  ],
  fr: [
    String.raw`(?:tout d'abord|avant tout|d'abord|pour commencer),? (?:(?:merci|bravo|félicitations).{0,60})?`,
    String.raw`(?:bonne|belle) (?:journée|soirée|semaine)(?: à (?:vous|tous))?|merci (?:d'avance|par avance|beaucoup|pour .{0,40})|j'espère que .{0,15}allez bien`,
  ],
  it: [
    String.raw`(?:prima di tutto|innanzitutto|anzitutto|per prima cosa),? (?:(?:grazie|complimenti).{0,60})?`,
    String.raw`(?:vi auguro una )?buona (?:giornata|serata|settimana)|grazie (?:in anticipo|mille|per .{0,40}|a tutti)|spero .{0,15}bene`,
  ],
  pt: [
    String.raw`(?:antes de mais(?: nada)?|antes de tudo|em primeiro lugar|primeiramente),? (?:(?:muito )?(?:obrigad[oa]|parabéns).{0,60})?`,
    String.raw`(?:que )?(?:tenham?|tenhas) (?:um |uma )?.{0,20}(?:dia|tarde|noite|semana)|(?:desde já (?:agradeço|obrigad[oa])|agradeço desde já).{0,20}|(?:muito )?obrigad[oa] (?:desde já|por .{0,40}|pela .{0,40})|espero que .{0,15}bem`,
  ],
  nl: [
    String.raw`(?:allereerst|ten eerste|om te beginnen|eerst),? (?:(?:bedankt|dank|complimenten|hartelijk).{0,60})?`,
    String.raw`(?:nog )?(?:een )?fijne (?:dag|avond|week|weekend)(?: nog| verder)?|(?:bij voorbaat|alvast) (?:dank|bedankt|hartelijk dank)|bedankt voor .{0,40}|hopelijk .{0,15}goed`,
  ],
};

/** Begins the end of a mail; a name may follow. */
export const SIGN_OFFS =
  "ta|(?:kind(?:est)?|best|warm(?:est)?|many) (?:regards|wishes)|regards|sincerely|yours (?:sincerely|faithfully|truly)|cheers|all the best|mit (?:freundlichen|besten|lieben|herzlichen) gr(?:ü|ue)(?:ß|ss)en|(?:viele|liebe|beste|schöne|freundliche|herzliche) gr(?:ü|ue)(?:ß|ss)e|lg|vg|mfg|un (?:cordial )?saludo|saludos(?: cordiales)?|atentamente|(?:bien |très )?cordialement|bien à vous|sincères salutations|salutations|cordiali saluti|distinti saluti|un saluto|saluti|atenciosamente|cumprimentos|com os melhores cumprimentos|abraços?|met vriendelijke groet(?:en)?|(?:hartelijke|vriendelijke) groet(?:en)?|groet(?:jes|en)?|mvg";

/** Ends a mail where a name follows. */
export const THANKS =
  "thanks|thank you|many thanks|thx|cheers|vielen dank|danke|gracias|merci(?: beaucoup)?|grazie|obrigad[oa]|bedankt|dank u";

/** Words that address somebody, behind "dear" and "hello". */
export const SALUTATIONS =
  "dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|to whom it may concern|sehr geehrte[rs]?|liebe[rs]?|hallo|guten (?:morgen|tag|abend)|moin|servus|estimad[oa]s?|querid[oa]s?|hola|buen(?:os|as) (?:días|dias|tardes|noches)|muy buenas|madame|monsieur|bonjour|bonsoir|ch[eè]re?s?|gentil[ei]|egregi[oa]?|spettabile|caro|cara|buon(?:giorno|asera)|salve|ciao|prezad[oa]s?|car[oa]s|ol[aá]|oi|bo[am] (?:dia|tarde|noite)|geachte|beste|goede(?:morgen|middag|navond|ndag)";

/** Politeness at an end, and before a question: one word of it. */
export const POLITE =
  "please|pls|plz|plss|plzz|thx|thnx|ty|tysm|thanks|thankyou|thank you|cheers|mate|bro|asap|bitte|danke|dankeschön|merci|gracias|porfa|por favor|porfis|svp|stp|s'il (?:vous|te) pla[iî]t|grazie|per favore|per piacere|perfavore|obrigad[oa]|pfv|pf|merci bcp|merci beaucoup|bedankt|dank je|dank u|aub|svp|alsjeblieft|alstublieft|a\\.u\\.b\\.";

/** Cries for help, at an end or before a question. */
export const HELP = "help|help me|hilfe|ayuda|à l'aide|aide|aiuto|socorro|ajuda|sos";

/** Says nothing, before a question: where the pages have no such word. */
export const EMPTY_WORDS =
  "so|well|yeah|basically|like|actually|anyway|ok|okay|now|umm|also|denn|halt|eigentlich|mal|na|pues|bueno|este|mira|oye|alors|donc|ben|allora|dunque|senti|então|olha|nou|dus|dan|eigenlijk|lol|hey|hi";
