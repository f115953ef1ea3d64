/** The small words by which a language joins questions and steps. What they join is told by its grammar. */

export interface SplitWords {
  /** Join two questions: "and". */
  joints: ReadonlySet<string>;
  /** After a joint, or instead of one, say that a step follows: "then". */
  thens: ReadonlySet<string>;
  /** Before the first of several steps: "first". */
  first: RegExp;
  /** What a second question may hang on: "if so". Matched before it. */
  condition: RegExp;
  /**
   * What stands before the verb of an instruction, at the beginning of a question, and is said of each step: "How do
   * I". Of several verbs in a row the first is not part of it.
   */
  frame: RegExp;
  /** The same of a statement of what is wanted; `asked` is put in its place. */
  wish: { said: RegExp; asked: string } | undefined;
  /** Verbs in the form that follows a frame; undefined where the form shows nothing. */
  infinitive: RegExp | undefined;
  /** Asks in a statement: "tell me how". */
  request: RegExp;
  /** A verb before its subject, in one word: "puis-je". */
  inverted: RegExp | undefined;
  /** Question words that also begin a clause that asks nothing, where a subject follows: "when I click". */
  subordinating: ReadonlySet<string>;
  /** Auxiliaries that a question does not begin with. */
  notBefore: ReadonlySet<string>;
  /** Says nothing by itself: "What can I do?" asks about what was told before. */
  general: ReadonlySet<string>;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" ").filter((word) => word !== ""));
const lead = (pattern: string): RegExp => new RegExp(`^[¿¡]?(?:${pattern})(?= )`, "iu");

const ROMANCE_INFINITIVE = /(?:[aeií]r|re|oir)(?:-?(?:lo|la|los|las|le|les|li|me|mi|se|si))?$/u;

const WORDS: Record<string, SplitWords> = {
  en: {
    joints: set("and & plus"),
    thens: set("then afterwards finally next also"),
    first: /^ first,? /iu,
    condition: /^if (?:so|not|yes|no|that works|it does|it is|i can|they do)$/u,
    frame: lead(
      "(?:(?:so|and|please|ok|hi|hello),? )?(?:(?:please )?(?:can you |could you )?(?:tell|explain|show|describe)(?: to)?(?: me)? )?(?:how (?:do|can|should|could|would|must) (?:i|you|we|one)|how to|(?:can|could|may|should|must) (?:i|you|we)|do (?:i|you|we) (?:have|need) to|is it possible to|(?:is there|what(?:'s| is)) (?:a|any|the)(?: best| right| easiest)? way to)",
    ),
    wish: {
      said: lead(
        "(?:first,? )?(?:i|we) (?:want|need|would like|have|am trying|are trying|'d like) to|i'd like to",
      ),
      asked: "How do I",
    },
    infinitive: undefined,
    request: lead(
      "(?:please )?(?:tell|explain|show|describe)(?: to)?(?: me| us)?|(?:(?:i|we) (?:want|need|would like)|i'd like) to (?:know|understand|learn|find out)|i (?:wonder|am wondering)",
    ),
    inverted: undefined,
    subordinating: set("when where while"),
    notBefore: set("be been being am have has had it's there's that's"),
    general: set(
      "do doing done wrong help happen happens happening possible ideas idea fix go goes work works working mean normal bug problem know tell thing solve way get correct right proceed start difference differences",
    ),
  },
  de: {
    joints: set("und sowie"),
    thens: set("dann danach anschließend zuletzt schließlich außerdem auch"),
    first: /^ (?:zuerst|als erstes) /iu,
    condition: /^(?:wenn (?:ja|nein|nicht)|falls (?:ja|nein|nicht))$/u,
    frame: lead("(?:wie |wo |womit )?(?:kann|muss|soll|darf|könnte) (?:ich|man|wir)"),
    wish: undefined,
    infinitive: /\p{Ll}e?n$/u,
    request: lead(
      "(?:bitte )?(?:sag|sagen sie|erklär|erkläre|erklären sie|zeig|zeigen sie)(?: mir| uns)?|ich (?:möchte|will|würde gern)(?: gern)? wissen",
    ),
    inverted: undefined,
    subordinating: set("wo"),
    notBefore: set("sein"),
    general: set(
      "tun machen mache kann ich falsch los problem normal weiter hilfe helfen fehler lösen beheben unterschied unterschiede",
    ),
  },
  es: {
    joints: set("y e"),
    thens: set("luego después entonces finalmente también"),
    first: /^ (?:primero|en primer lugar) /iu,
    condition: /^(?:si es así|en (?:ese|tal) caso|si no|si sí|en caso afirmativo)$/u,
    frame: lead("(?:cómo (?:puedo|se puede|podemos|debo|tengo que)|cómo|se puede|puedo|es posible)"),
    wish: undefined,
    infinitive: ROMANCE_INFINITIVE,
    request: lead("(?:por favor )?(?:dime|explica|explícame|muestra|muéstrame)|quiero saber|quisiera saber"),
    inverted: undefined,
    subordinating: set("cuando donde como que"),
    notBefore: set("ser era hace hacen"),
    general: set("hago hacer ayuda ayudar problema pasa normal posible mal solución arreglo diferencia"),
  },
  fr: {
    joints: set("et"),
    thens: set("ensuite puis après enfin aussi alors"),
    first: /^ (?:d'abord|premièrement) /iu,
    condition: /^(?:si (?:oui|non)|sinon|dans ce cas)$/u,
    frame: lead(
      "(?:comment (?:puis-je|peut-on|dois-je|est-ce que je peux|faire pour)|comment|puis-je|peut-on|est-il possible de)",
    ),
    wish: undefined,
    infinitive: ROMANCE_INFINITIVE,
    request: lead(
      "(?:dis|dites|explique|expliquez|montre|montrez)(?:-moi)?|je (?:voudrais|veux|aimerais) savoir",
    ),
    inverted: /-(?:je|tu|on|nous|vous|ils?|elles?|ce)$/u,
    subordinating: set("quand où que qui"),
    notBefore: set(
      "être est sont peut peux dois doit faut a ont fait font s'agit fonctionne fonctionnent sert signifie",
    ),
    general: set("faire aide aider problème normal possible passe solution différence"),
  },
  it: {
    joints: set("e ed"),
    thens: set("poi dopo infine anche quindi"),
    first: /^ (?:prima|per prima cosa) /iu,
    condition: /^(?:se (?:sì|no|non)|in tal caso|in caso)$/u,
    frame: lead("(?:come (?:posso|si può|devo|faccio a)|come|posso|si può|è possibile)"),
    wish: undefined,
    infinitive: ROMANCE_INFINITIVE,
    request: lead("(?:dimmi|spiegami|mostrami|ditemi)|vorrei sapere"),
    inverted: undefined,
    subordinating: set("quando dove come che chi"),
    notBefore: set("essere era fa fanno"),
    general: set("fare faccio aiuto problema normale possibile succede soluzione differenza"),
  },
  pt: {
    joints: set("e"),
    thens: set("depois então também finalmente seguida"),
    first: /^ (?:primeiro|em primeiro lugar) /iu,
    condition: /^(?:se (?:sim|não)|nesse caso|em caso afirmativo|caso contrário)$/u,
    frame: lead("(?:como (?:posso|se pode|devo|faço para)|como|posso|pode-se|é possível|dá para)"),
    wish: undefined,
    infinitive: ROMANCE_INFINITIVE,
    request: lead("(?:diga-me|explique|mostre)|(?:queria|gostaria de) saber"),
    inverted: undefined,
    subordinating: set("quando onde como que quem"),
    notBefore: set("ser era faz fazem"),
    general: set("fazer faço ajuda problema normal possível acontece solução diferença"),
  },
  nl: {
    joints: set("en"),
    thens: set("dan daarna vervolgens tenslotte ook"),
    first: /^ (?:eerst|als eerste) /iu,
    condition: /^(?:zo (?:ja|nee|niet)|als dat (?:kan|zo is|niet kan))$/u,
    frame: lead("(?:hoe |waar )?(?:kan|moet|mag|zou) (?:ik|je|men|we|wij)"),
    wish: undefined,
    infinitive: /\p{Ll}en$/u,
    request: lead("(?:vertel|leg|toon|laat)(?: me| mij)?|ik (?:wil|zou) (?:graag )?weten"),
    inverted: undefined,
    subordinating: set("waar wanneer"),
    notBefore: set("zijn"),
    general: set("doen doe hulp helpen probleem normaal mogelijk fout oplossen verschil"),
  },
};

/** The words of a language; undefined where there are none. @param language without a region */
export function splitWords(language: string): SplitWords | undefined {
  return WORDS[language];
}
