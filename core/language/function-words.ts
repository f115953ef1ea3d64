/**
 * The small words that a short question is made of, by language, and spellings that give a language away.
 * Statistics over letters need a sentence or two; three words of a hurried question are told by these.
 */

/**
 * Articles, pronouns, prepositions, question words and the commonest verbs, then the words that visitors of any
 * site use for what they came for. A word that stands in several lists counts less in each.
 */
const WORDS: Record<string, string> = {
  en: `the a an of to in on at by for with from into about without between after before and or but not no yes if then
    is are was were be been am do does did doing done has have had can could should would will must may might
    i i'm i've i'd you your yours he she it its it's we our us they their them this that these those there here
    what what's which who whom whose when where where's why how how's many much more most less some any all both each every other only also just still
    isn't aren't don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't use using used get gets getting make making made work works working
    set add change create delete remove find need want help please thanks tell me my explain show difference mean means new free than as up out off
    account password price pricing cost refund policy opening hours order shipping delivery payment invoice login sign support customer contact settings download update upgrade cancel forgot open closed near best page pages file files error errors failed
    come die dove war hat available supported install run running vs`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen ist sind war waren wird werden wurde sein hat haben hatte
    ich du er sie es wir ihr mein meine meinen meinem meiner dein deine unser unsere ihre mich mir dich dir uns man sich
    was wer wen wem wo wohin woher wann warum wieso weshalb wie welche welcher welches welchen viel viele mehr
    in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für ohne um gegen durch zwischen während
    kann kannst können könnte muss müssen soll sollte darf will möchte gibt geht gehen macht machen mache brauche funktioniert benutzen verwenden verwende finde finden
    auch noch nur schon sehr wenn dann dass weil als ob bitte danke hilfe hier dort dies diese dieser dieses alle alles neu neue
    konto passwort preis preise kosten kostet rechnung rechnungen bestellung lieferung versand rückgabe anmelden anmeldung einrichten ändern löschen kündigen öffnungszeiten unterschied seite seiten datei dateien fehler vergessen
    kostenlos gratis schlüssel abschalten anschalten daten sprache doku version läuft startet liegt liegen lädt unterstützt brauche lange wieviel schnell tarife modus dunkler`,
  es: `el la los las un una unos unas de del al a en con por para sin sobre entre desde hasta hacia y e o u pero no ni sí si que como más menos muy
    es son era fue ser está están estar hay ha han he tiene tienen tengo tener puedo puede pueden poder debo debe hacer hago hace quiero quiere necesito usar uso funciona
    yo tú él ella nosotros ellos me te se nos lo le les mi mis tu tus su sus nuestro nuestra este esta estos estas esto ese esa eso
    qué quién quiénes cuál cuáles cuándo cuando dónde donde cómo cuánto cuántos cuánta cuántas cuanto cuesta porque también ya aquí
    cuenta contraseña precio precios factura facturas pedido envío envíos pago reembolso devolución devoluciones horario sesión iniciar cambiar borrar eliminar cancelar instalar configurar añadir crear encontrar diferencia página páginas archivo archivos nuevo nueva ayuda gracias olvidé
    instala instalo actualizo sale salen soporta arranca tarda idioma versión datos clave guarda guardo cambio falta gratis seguro documentación soporte navegadores límite cuestan coste planes modo oscuro`,
  fr: `le la les l un une des du de d au aux à en dans sur sous avec sans pour par entre chez vers depuis et ou mais ne n pas plus moins très
    est sont était être a ont avoir ai as avez avons y il elle on nous vous ils elles je j tu me m te t se s ce c cette ces cet ça cela
    mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs que qu qui quoi quel quelle quels quelles quand où comment pourquoi combien
    peut puis peux peut-on pouvez faire fait faut dois doit veux voudrais fonctionne marche utiliser si aussi tout tous toute toutes comme
    est-ce a-t-il c'est qu'est-ce j'ai n'est d'un d'une l'on s'il
    compte mot passe prix tarif tarifs facture factures commande livraison paiement remboursement horaires connecter connexion changer supprimer annuler installer configurer ajouter créer trouver différence page pages fichier fichiers nouveau nouvelle erreur aide merci oublié
    installe gratuit gratuite clé limite données langue navigateurs essai sert marche sort vont coûte coûtent désactiver activer faut-il mode sombre`,
  it: `il lo la i gli le l un uno una di del dello della dei degli delle da dal dalla a al allo alla ai agli alle in nel nella nei nelle con su sul sulla per tra fra e ed o ma non né se che più meno molto
    è sono era essere sei siamo ha ho hanno hai abbiamo avere c'è ci si mi ti vi io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua nostro nostra questo questa questi queste quello quella
    cosa cos'è chi quale quali quando dove dov'è come com'è perché perche quanto quanta quanti quante anche già solo tutto tutti
    posso può possono devo deve fare faccio fa voglio vorrei usare uso funziona riesco trovo trovare serve
    conto prezzo prezzi costa fattura fatture ordine spedizione pagamento rimborso rimborsi orari orario accedere accesso cambiare cancellare eliminare disdire installare configurare aggiungere creare differenza pagina pagine nuovo nuova errore aiuto grazie dimenticato
    installa installo aggiorna aggiorno aggiornare scarico scaricare cambia cambio esce parte supporta supportati gratuito gratis chiave limite lingua versione dati disattivare attivare può possibile sicuro documentazione guida costano costo piano piani modalità scura`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às com por pelo pela para pra sem sobre entre até desde e ou mas não nem se que mais menos muito
    é são era foi ser está estão estar há tem têm tenho ter posso pode podem devo deve fazer faço faz quero quer preciso usar uso funciona consigo existe dá
    eu tu você vocês ele ela nós eles elas me te lhe meu minha meus minhas seu sua seus suas nosso nossa este esta isto esse essa isso
    qual quais quando onde como quanto quanta quantos quantas quem porque porquê quê também já aqui
    conta senha preço preços fatura faturas pedido encomenda envio pagamento reembolso horário entrar mudar alterar apagar excluir cancelar instalar configurar adicionar criar encontrar diferença página páginas arquivo arquivos ficheiro novo nova erro ajuda obrigado obrigada esqueci
    instala instalo atualizo muda mudo sai saem suporta arranca demora grátis idioma versão dados chave guarda fica ficam limite navegadores desativar ativar seguro documentação suporte custa custam custo plano planos modo escuro`,
  nl: `de het een van in op aan bij met voor naar uit over onder tussen door zonder tegen om te tot en of maar niet geen wel als dan dat die dit deze
    is zijn was waren wordt worden ben bent heb hebt heeft hebben had kan kunt kunnen kon moet moeten mag mogen wil willen zal zou zouden doe doet doen ga gaat gaan
    ik jij je u hij zij ze wij we jullie mij me mijn jouw uw ons onze hun zich er hier daar
    wat wie waar wanneer waarom hoe hoeveel welk welke ook nog al maar alleen zeer veel meer minder alle alles andere nieuw nieuwe
    werkt werken gebruik gebruiken maak maken vind vinden lukt kost krijg krijgen
    rekening wachtwoord prijs prijzen kosten factuur facturen bestelling levering verzending verzenden betaling terugbetaling openingstijden inloggen wijzigen verwijderen opzeggen annuleren installeren instellen toevoegen verschil pagina bestand bestanden fout hulp bedankt vergeten
    gratis sleutel taal gegevens limiet uitzetten aanzetten ondersteunt versie wijzig installeer nodig staat staan lang duurt start snel donkere modus`,
};

/**
 * Spellings that are common in one of the languages and rare or absent in the others, with how much one of
 * them says (a word found in a single list says 1).
 */
export const SPELLINGS: readonly { language: string; pattern: RegExp; weight: number }[] = [
  {
    language: "en",
    pattern: /(?:[a-z]{2}ing|tion|ness|ght|ould|wh[aeioy][a-z]*|th(?:e|o|i)[a-z]+|[a-z]ly|sh(?:ip)?|'s|ck)$/u,
    weight: 0.35,
  },
  {
    language: "de",
    pattern: /ß|(?:[uü]ng|ungen|heit|keit|lich|isch|schaft|tion(?:en)?)$|sch(?!e[mt])|[äöü]/u,
    weight: 0.6,
  },
  {
    language: "es",
    pattern: /[ñ¿¡]|(?:ción|ciones|dad|dades|miento|mientos|ando|iendo|[ai]r)$|^ll/u,
    weight: 0.5,
  },
  {
    language: "fr",
    pattern: /[çœêûîë]|(?:eaux?|ement|euse|eur|[éè]e?s?|ques?|oir|aire|aux)$|^[ldjnmtsc]'|^qu'/u,
    weight: 0.5,
  },
  {
    language: "it",
    pattern:
      /(?:zion[ei]|mente|aggi[oa]?|tà|[aei]re|ett[oaie]|[ao]zz[oaie]|gli[aeo]?|cch[ie]|ò|ù)$|^(?:dell|nell|all|dall|sull|l)'|^[^l]*gli/u,
    weight: 0.5,
  },
  {
    language: "pt",
    pattern: /[ãõ]|(?:ção|ções|dade|dades|mento|mentos|agem|agens|inh[oa]s?|eiros?|[ai]r)$|lh|nh/u,
    weight: 0.5,
  },
  {
    language: "nl",
    pattern: /ij|(?:heid|lijke?|tje|tjes|ingen|atie|eren)$|aa|oe|uu|[ei]eu|sch[^a-z]?$/u,
    weight: 0.5,
  },
  // Letters of languages that the assistant does not speak, so that it does not take them for one that it does.
  { language: "vi", pattern: /[ơưđĩũạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u, weight: 1 },
  {
    language: "ro",
    pattern: /[țșăţ]|(?:ului|ilor)$|^(?:și|este|sunt|câ[tț][ie]?|pentru|cum)$/u,
    weight: 0.9,
  },
  { language: "tr", pattern: /[ğış]|^(?:ne|nasıl|nerede|için|ve|mi|mı)$|(?:dir|dır|lar|ler)$/u, weight: 0.8 },
  { language: "pl", pattern: /[ąęłśżźćń]|^(?:jak|jest|się|nie|czy|gdzie)$/u, weight: 0.9 },
  { language: "cs", pattern: /[řěů]|^(?:jak|není|kde|jsou|proč)$/u, weight: 0.9 },
  { language: "hu", pattern: /[őű]|^(?:hogyan|hol|nem|és|mennyi|van)$/u, weight: 0.9 },
  { language: "sv", pattern: /å|^(?:hur|och|är|inte|jag|vad|att)$/u, weight: 0.7 },
  { language: "da", pattern: /[øæ]|^(?:hvordan|hvad|ikke|jeg|og)$/u, weight: 0.7 },
  { language: "no", pattern: /[øæ]|^(?:hvordan|hva|ikke|jeg|og)$/u, weight: 0.7 },
];

/**
 * Words that a question begins with. At that place they tell more than within a text, where "come", "was" or "die"
 * may be English. Without its accent "como" is Portuguese sooner than Spanish.
 */
const OPENINGS: Record<string, string> = {
  en: "how what what's where where's when why which who whose can could is are does do should will",
  de: "wie was wo wohin woher wann warum wieso weshalb wer wen wem welche welcher welches welchen wieviel womit wofür wozu gibt geht kann",
  es: "cómo qué que dónde donde cuándo cuando cuánto cuanto cuánta cuántos cuántas cuál cual cuáles quién quiénes por para puedo hay",
  fr: "comment où quand pourquoi combien que quoi quel quelle quels quelles qui qu'est-ce c'est est-ce puis-je peut-on faut-il à",
  it: "come com'è dove dov'è quando quanto quanta quanti quante quale quali qual chi che cosa cos'è perché perche posso c'è",
  pt: "como onde quando quanto quanta quantos quantas quais qual quem porque porquê o que posso há tem dá",
  nl: "hoe wat waar wanneer waarom hoeveel wie welke welk kan is heb",
};

/** The languages that the lists tell apart. */
export const LISTED_LANGUAGES: readonly string[] = Object.keys(WORDS);

export interface WordEvidence {
  /** Index into {@link LISTED_LANGUAGES}. */
  language: number;
  weight: number;
}

/** Which languages a word speaks for, lower case, typographic apostrophes made plain. */
export const EVIDENCE_OF_WORD: ReadonlyMap<string, readonly WordEvidence[]> = evidenceOf(WORDS);

/** The same for a question's first word: which languages it may open a question in. */
export const EVIDENCE_OF_OPENING: ReadonlyMap<string, readonly WordEvidence[]> = evidenceOf(OPENINGS);

function evidenceOf(lists: Readonly<Record<string, string>>): Map<string, WordEvidence[]> {
  const evidence = new Map<string, WordEvidence[]>();
  LISTED_LANGUAGES.forEach((language, index) => {
    for (const word of new Set(lists[language]?.trim().split(/\s+/u))) {
      const entries = evidence.get(word);
      if (entries === undefined) evidence.set(word, [{ language: index, weight: 1 }]);
      else entries.push({ language: index, weight: 1 });
    }
  });
  // A word of two languages tells them from the rest; it tells less than a word of one.
  for (const entries of evidence.values()) for (const entry of entries) entry.weight /= entries.length;
  return evidence;
}
