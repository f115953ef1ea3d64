/**
 * How models speak of what they were given, "passage 3", "the provided context", and of themselves, and what the site
 * says instead, in the languages of the interface.
 *
 * A pattern is a row of slots. The words of a slot are parted by `|`, the words of one that has several by `_`; `?`
 * behind a slot: it may be missing; `!` before it: the thing, which may be one of the site's own, as the pages or the question
 * tell; `+` before it: that it was given to the model. `#` stands for numbers of passages or for citations.
 */

export type PhraseKind =
  /** At the beginning of a sentence: left out where a comma closes it, else replaced. */
  | "lead"
  /** The same where it closes itself: "The passages say that". */
  | "says"
  /** Anywhere: replaced. */
  | "phrase"
  /** Begins a sentence that says nothing else, and is left out where it cites nothing. */
  | "whole"
  /** The same where it cites nothing and has no second half; else its lead is left out. */
  | "self";

export interface PhrasePattern {
  kind: PhraseKind;
  pattern: string;
  /** What the site says instead. */
  instead: string;
}

const pattern = (kind: PhraseKind, text: string, instead = ""): PhrasePattern => ({
  kind,
  pattern: text,
  instead,
});

/** What is taken for a thing of the machinery by itself, and what only as one that "was provided". */
interface Things {
  plural: string;
  singular: string;
  /** With what says that they were given, before or behind them. */
  weak: string;
  weakSingular: string;
}

const EN_GIVEN = "provided|supplied|retrieved";
const EN_BEHIND =
  "you_provided|you_have_provided|you_gave_me|you_gave|you_shared|i_was_given|i_have_been_given|that_were_provided|that_was_provided|provided_to_me|given_to_me|supplied|provided";
const EN: Things = {
  plural: "passages|excerpts|snippets",
  singular: "passage|excerpt|snippet",
  weak: "documents|sources|texts|materials|results|search_results|contexts|pages",
  weakSingular: "context|document|source|text|information|content|material|data|documentation",
};
const EN_ALL = `${EN.plural}|${EN.singular}`;
const EN_WEAK = `${EN.weak}|${EN.weakSingular}`;
const EN_THE = "the|these|those|this|your|all_the|all|any_of_the|any|one_of_the";
const EN_BY =
  "according_to|based_on|based_solely_on|based_only_on|going_by|judging_by|judging_from|per|from|as_per|as_stated_in|as_mentioned_in|as_described_in|as_noted_in|as_explained_in|as_shown_in|as_outlined_in|as_indicated_in|as_specified_in";

const english: PhrasePattern[] = [
  ...(
    [
      [EN_BY, "according to our pages"],
      ["in", "on our pages"],
    ] as const
  ).flatMap(([by, instead]) => [
    pattern(
      "lead",
      `${by} ${EN_THE}? +${EN_GIVEN}|given|relevant|following|above? !${EN_ALL} #? +${EN_BEHIND}?`,
      instead,
    ),
    pattern("lead", `${by} ${EN_THE}? +${EN_GIVEN}|given !${EN_WEAK} #?`, instead),
    pattern("lead", `${by} ${EN_THE} !${EN_WEAK} +${EN_BEHIND}|above|given`, instead),
  ]),
  pattern("lead", `${EN_BY} the !context`, "according to our pages"),
  pattern("lead", `${EN_BY} !document|source|context|text #`, "according to our pages"),
  pattern("lead", `${EN_BY} #`, "according to our pages"),
  pattern(
    "says",
    `${EN_THE}? +${EN_GIVEN}? !${EN_ALL} #? says|say|states|state|mentions|mention|explains|explain|notes|note|indicates|indicate that`,
  ),
  pattern(
    "says",
    `${EN_THE} +${EN_GIVEN} !${EN_WEAK} says|say|states|state|mentions|mention|explains|explain|notes|note|indicates|indicate that`,
  ),
  pattern("says", `# says|states|mentions|explains|notes|indicates that`),
  ...(["in|within|on|across", "from", "by", "of", "to"] as const).flatMap((by) => {
    const instead = by.startsWith("in") ? "on our pages" : `${by} our pages`;
    return [
      pattern("phrase", `${by} ${EN_THE} +${EN_GIVEN}|given? !${EN_ALL} #? +${EN_BEHIND}?`, instead),
      pattern("phrase", `${by} +${EN_GIVEN} !${EN_ALL} #?`, instead),
      pattern("phrase", `${by} !${EN_ALL} #`, instead),
      pattern("phrase", `${by} ${EN_THE}? +${EN_GIVEN} !${EN_WEAK} #?`, instead),
      pattern("phrase", `${by} ${EN_THE} !${EN_WEAK} +${EN_BEHIND}`, instead),
    ];
  }),
  pattern(
    "phrase",
    `the|these|those|all_the +${EN_GIVEN}|given? !${EN.plural} #? +${EN_BEHIND}?`,
    "our pages",
  ),
  pattern("phrase", `the|these|those +${EN_GIVEN} !${EN.weak} #?`, "our pages"),
  pattern("phrase", `the|these|those !${EN.weak} +${EN_BEHIND}`, "our pages"),
  pattern("phrase", `the|this +${EN_GIVEN}|given? !${EN.singular} #? +${EN_BEHIND}?`, "our website"),
  pattern("phrase", `!passage|excerpt|snippet #`, "our website"),
  pattern("phrase", `!passages|excerpts|snippets #`, "our pages"),
  pattern("phrase", `the|this +${EN_GIVEN} !${EN.weakSingular} #?`, "our website"),
  pattern("phrase", `the|this !${EN.weakSingular} +${EN_BEHIND}`, "our website"),
  pattern(
    "whole",
    `sure|certainly|of_course|okay? here's|here_is|here_are what|the|a|some|an? i? found|answer|answers|information|summary|relevant_information? from|in|based_on|according_to ${EN_THE}? +${EN_GIVEN}|given? !${EN_ALL}|${EN_WEAK} +${EN_BEHIND}?`,
  ),
  pattern(
    "whole",
    `this|the|my|above|following? above|following? answer|information|response|summary is|was|comes|are based_solely_on|based_only_on|based_on|taken_from|drawn_from|derived_from|from ${EN_THE}? +${EN_GIVEN}|given? !${EN_ALL}|${EN_WEAK} +${EN_BEHIND}?`,
  ),
  pattern(
    "whole",
    `i_will|i'll|let_me|i_can|i_am_going_to answer|respond|help your|the|this? question? based_on|using|from|according_to ${EN_THE}? +${EN_GIVEN}|given? !${EN_ALL}|${EN_WEAK} +${EN_BEHIND}?`,
  ),
  pattern(
    "self",
    `as an|a large? ai|artificial_intelligence|language_model|ai_assistant|ai_model|ai_language_model|chatbot|llm|ai_chatbot|virtual_assistant`,
  ),
  pattern(
    "self",
    `i'm|i_am just|only? an|a large? ai|language_model|ai_assistant|ai_model|ai_language_model|llm`,
  ),
];

const DE_GIVEN =
  "bereitgestellten|bereitgestellte|vorliegenden|vorliegende|gegebenen|gegebene|angegebenen|angegebene|mitgelieferten|übergebenen|zur_verfügung_gestellten|zur_verfügung_gestellte";
const DE_PLURAL =
  "passagen|textstellen|textpassagen|auszügen|auszüge|textauszügen|textauszüge|textabschnitten|textabschnitte";
const DE_SINGULAR = "passage|textstelle|textpassage|auszug|textauszug|textabschnitt";
const DE_WEAK =
  "kontext|dokumenten|dokumente|quellen|texten|texte|informationen|unterlagen|inhalten|inhalte|text|dokument|abschnitten|abschnitte";
const DE_BY =
  "laut|gemäß|nach|basierend_auf|auf_basis_von|auf_grundlage_von|auf_basis|auf_grundlage|ausgehend_von|wie_in|wie_aus";
const DE_THE = "den|dem|der|die|diesen|diesem|dieser";

const german: PhrasePattern[] = [
  pattern(
    "lead",
    `${DE_BY} ${DE_THE}? +${DE_GIVEN}? !${DE_PLURAL}|${DE_SINGULAR} #? erwähnt|beschrieben|angegeben|steht?`,
    "laut unseren Seiten",
  ),
  pattern(
    "lead",
    `${DE_BY} ${DE_THE}? +${DE_GIVEN} !${DE_WEAK} #? erwähnt|beschrieben|angegeben|steht?`,
    "laut unseren Seiten",
  ),
  pattern("lead", `laut|gemäß|basierend_auf ${DE_THE}? !kontext|dokument|quelle #?`, "laut unseren Seiten"),
  pattern("lead", `laut|gemäß|basierend_auf #`, "laut unseren Seiten"),
  ...[
    ["in|innerhalb|auf", "auf unseren Seiten"],
    ["aus|von", "aus unseren Seiten"],
    ["laut|gemäß|basierend_auf", "laut unseren Seiten"],
  ].flatMap(([by = "", instead = ""]) => [
    pattern("phrase", `${by} ${DE_THE}? +${DE_GIVEN}? !${DE_PLURAL}|${DE_SINGULAR} #?`, instead),
    pattern("phrase", `${by} ${DE_THE}? +${DE_GIVEN} !${DE_WEAK} #?`, instead),
  ]),
  pattern("phrase", `im +${DE_GIVEN} !${DE_WEAK}|${DE_SINGULAR} #?`, "auf unseren Seiten"),
  pattern("phrase", `im !auszug|textabschnitt|textauszug #?`, "auf unseren Seiten"),
  pattern(
    "phrase",
    `die|diese +${DE_GIVEN}? !passagen|textstellen|textpassagen|auszüge|textauszüge|textabschnitte #?`,
    "unsere Seiten",
  ),
  pattern(
    "phrase",
    `die|diese +${DE_GIVEN} !dokumente|quellen|texte|informationen|unterlagen|inhalte|abschnitte #?`,
    "unsere Seiten",
  ),
  pattern("phrase", `die|diese +${DE_GIVEN}? !passage|textstelle|textpassage #?`, "unsere Website"),
  pattern(
    "phrase",
    `der|dieser +${DE_GIVEN} !kontext|text|auszug|textauszug|textabschnitt #?`,
    "unsere Website",
  ),
  pattern("phrase", `!passage|textstelle|textpassage #`, "unsere Website"),
  pattern("phrase", `!passagen|textstellen #`, "unsere Seiten"),
  pattern(
    "whole",
    `diese|die|meine antwort|informationen|angaben|auskunft basiert|basieren|beruht|beruhen|stammt|stammen nur|ausschließlich? auf|aus ${DE_THE}? +${DE_GIVEN}? !${DE_PLURAL}|${DE_SINGULAR}|${DE_WEAK}`,
  ),
  pattern(
    "whole",
    `hier ist|sind|finden_sie die|eine antwort|informationen|zusammenfassung? aus|basierend_auf|auf_basis|laut ${DE_THE}? +${DE_GIVEN}? !${DE_PLURAL}|${DE_SINGULAR}|${DE_WEAK}`,
  ),
  pattern(
    "self",
    `als ein|eine? ki|ki-sprachmodell|ki-modell|ki-assistent|ki-assistentin|sprachmodell|künstliche_intelligenz|chatbot`,
  ),
  pattern(
    "self",
    `ich_bin nur|lediglich? ein|eine ki|ki-sprachmodell|ki-modell|ki-assistent|sprachmodell|künstliche_intelligenz`,
  ),
];

const FR_GIVEN = "fournis|fourni|fournies|fournie|donnés|donné|ci-dessus|mis_à_disposition";
const FR_STRONG = "passages|extraits|passage|extrait";
const FR_WEAK = "contexte|documents|document|sources|textes|texte|informations|contenu|éléments|données";
const FR_THE = "les|le|la|l'|ces|ce|cet|cette|vos";
const FR_BY =
  "selon|d'après|suivant|sur_la_base|à_partir|en_me_basant_sur|en_se_basant_sur|comme_indiqué_dans|comme_mentionné_dans";

const french: PhrasePattern[] = [
  pattern("lead", `${FR_BY} ${FR_THE}|des|du|de? !${FR_STRONG} #? +${FR_GIVEN}?`, "selon nos pages"),
  pattern("lead", `${FR_BY} ${FR_THE}|des|du|de !${FR_WEAK} +${FR_GIVEN}`, "selon nos pages"),
  pattern("lead", `${FR_BY} ${FR_THE}|du !contexte`, "selon nos pages"),
  pattern("lead", `selon|d'après #`, "selon nos pages"),
  ...[
    ["dans", FR_THE, "sur nos pages"],
    ["selon|d'après", FR_THE, "selon nos pages"],
    ["des|du", "", "de nos pages"],
    ["de", "l'|ces|cet|la", "de nos pages"],
  ].flatMap(([by = "", the = "", instead = ""]) => [
    pattern(
      "phrase",
      `${by} ${the === "" ? "" : `${the}? `}!${FR_STRONG} #? +${FR_GIVEN}${by === "des|du" ? "" : "?"}`,
      instead,
    ),
    pattern("phrase", `${by} ${the === "" ? "" : `${the} `}!${FR_WEAK} +${FR_GIVEN}`, instead),
  ]),
  pattern("phrase", `les|ces !passages|extraits #? +${FR_GIVEN}?`, "nos pages"),
  pattern(
    "phrase",
    `les|ces !documents|sources|textes|informations|éléments|données +${FR_GIVEN}`,
    "nos pages",
  ),
  pattern("phrase", `le|l'|ce|cet !passage|extrait #? +${FR_GIVEN}?`, "notre site"),
  pattern("phrase", `le|ce !contexte|document|texte|contenu +${FR_GIVEN}`, "notre site"),
  pattern("phrase", `!passage|extrait #`, "notre site"),
  pattern("phrase", `!passages|extraits #`, "nos pages"),
  pattern(
    "whole",
    `cette|ces|ma réponse|informations se_base|est_basée|sont_basées|proviennent|provient|sont_tirées|est_tirée sur|de|des|du ${FR_THE}? !${FR_STRONG}|${FR_WEAK} +${FR_GIVEN}?`,
  ),
  pattern(
    "whole",
    `voici ce_que_j'ai_trouvé|la_réponse|les_informations|une_réponse dans|selon|d'après|basée_sur ${FR_THE}? !${FR_STRONG}|${FR_WEAK} +${FR_GIVEN}?`,
  ),
  pattern(
    "self",
    `en_tant que|qu' un|une? ia|modèle_de_langage|modèle_linguistique|intelligence_artificielle|assistant_ia|assistant_virtuel`,
  ),
  pattern(
    "self",
    `je_suis un|une ia|modèle_de_langage|modèle_linguistique|intelligence_artificielle|assistant_ia`,
  ),
];

const ES_GIVEN =
  "proporcionados|proporcionado|proporcionadas|proporcionada|facilitados|facilitado|facilitada|suministrados|suministrado|suministrada|dados|dado|dada|disponible|disponibles";
const ES_STRONG = "pasajes|fragmentos|extractos|pasaje|fragmento|extracto";
const ES_WEAK = "contexto|documentos|documento|fuentes|textos|texto|información|contenido|datos";
const ES_THE = "los|el|la|las|estos|este|esta";
const ES_BY =
  "según|de_acuerdo_con|con_base_en|basándome_en|basándonos_en|a_partir_de|en_base_a|como_se_indica_en|como_se_menciona_en";

const spanish: PhrasePattern[] = [
  pattern("lead", `${ES_BY} ${ES_THE}? !${ES_STRONG} #? +${ES_GIVEN}?`, "según nuestras páginas"),
  pattern("lead", `${ES_BY} ${ES_THE}? !${ES_WEAK} +${ES_GIVEN}`, "según nuestras páginas"),
  pattern("lead", `${ES_BY} el !contexto`, "según nuestras páginas"),
  pattern("lead", `según|de_acuerdo_con #`, "según nuestras páginas"),
  ...[
    ["en", "en nuestras páginas"],
    ["de", "de nuestras páginas"],
    ["según", "según nuestras páginas"],
  ].flatMap(([by = "", instead = ""]) => [
    pattern("phrase", `${by} ${ES_THE}? !${ES_STRONG} # +${ES_GIVEN}?`, instead),
    pattern("phrase", `${by} ${ES_THE} !${ES_STRONG}|${ES_WEAK} +${ES_GIVEN}`, instead),
    pattern("phrase", `${by} los !pasajes`, instead),
  ]),
  pattern("phrase", `del !${ES_STRONG}|${ES_WEAK} +${ES_GIVEN}`, "de nuestras páginas"),
  pattern(
    "phrase",
    `los|estos|las !pasajes|fragmentos|extractos|documentos|fuentes|textos|datos +${ES_GIVEN}`,
    "nuestras páginas",
  ),
  pattern("phrase", `los|estos !pasajes #?`, "nuestras páginas"),
  pattern(
    "phrase",
    `el|este|la !pasaje|fragmento|extracto|contexto|documento|texto|contenido|información +${ES_GIVEN}`,
    "nuestro sitio",
  ),
  pattern("phrase", `el !pasaje #?`, "nuestro sitio"),
  pattern("phrase", `!pasaje|fragmento #`, "nuestro sitio"),
  pattern(
    "whole",
    `esta|la|mi|estos respuesta|información|datos se_basa|está_basada|proviene|procede|se_basan en|de ${ES_THE}? !${ES_STRONG}|${ES_WEAK} +${ES_GIVEN}?`,
  ),
  pattern(
    "whole",
    `aquí_está|aquí_tiene|aquí_tienes|esto_es la_respuesta|la_información|lo_que_encontré|una_respuesta en|según|basada_en ${ES_THE}? !${ES_STRONG}|${ES_WEAK} +${ES_GIVEN}?`,
  ),
  pattern(
    "self",
    `como un|una? modelo_de_lenguaje|modelo_lingüístico|ia|inteligencia_artificial|asistente_de_ia|asistente_virtual|modelo_de_ia`,
  ),
  pattern("self", `soy solo? un|una modelo_de_lenguaje|ia|inteligencia_artificial|asistente_de_ia`),
];

const IT_GIVEN = "forniti|fornito|fornite|fornita|dati|dato|disponibili|disponibile";
const IT_STRONG = "passaggi|brani|estratti|passaggio|brano|estratto";
const IT_WEAK = "contesto|documenti|documento|fonti|testi|testo|informazioni|contenuto|contenuti";
const IT_THE = "i|il|gli|le|lo|la|l'|questi|questo|queste";
const IT_OF = "ai|al|agli|alle|allo|sui|sul|sugli|sulle|nei|nel|negli|nelle|dai|dal|dagli|dalle";
const IT_BY = "secondo|in_base|sulla_base_di|basandomi|basandoci|stando|come_indicato|come_riportato";

const italian: PhrasePattern[] = [
  pattern("lead", `${IT_BY} ${IT_THE}|${IT_OF}? !${IT_STRONG} #? +${IT_GIVEN}?`, "secondo le nostre pagine"),
  pattern("lead", `${IT_BY} ${IT_THE}|${IT_OF} !${IT_WEAK} +${IT_GIVEN}`, "secondo le nostre pagine"),
  pattern("lead", `secondo|in_base_al il? !contesto`, "secondo le nostre pagine"),
  pattern("lead", `secondo #`, "secondo le nostre pagine"),
  ...[
    ["nei|nel|negli|nelle|nello", "sulle nostre pagine"],
    ["dai|dal|dagli|dalle", "dalle nostre pagine"],
    ["dei|del|degli|delle", "delle nostre pagine"],
  ].flatMap(([by = "", instead = ""]) => [
    pattern("phrase", `${by} !${IT_STRONG}|${IT_WEAK} +${IT_GIVEN}`, instead),
    pattern("phrase", `${by} !${IT_STRONG} #`, instead),
    pattern("phrase", `${by} !brani`, instead),
  ]),
  pattern(
    "phrase",
    `i|gli|le|questi !passaggi|brani|estratti|documenti|fonti|testi|informazioni|contenuti +${IT_GIVEN}`,
    "le nostre pagine",
  ),
  pattern("phrase", `i|questi !brani #?`, "le nostre pagine"),
  pattern(
    "phrase",
    `il|questo|l'|lo !passaggio|brano|estratto|contesto|documento|testo|contenuto +${IT_GIVEN}`,
    "il nostro sito",
  ),
  pattern("phrase", `il !brano #?`, "il nostro sito"),
  pattern("phrase", `il? !passaggio|brano|estratto #`, "il nostro sito"),
  pattern(
    "whole",
    `questa|la|queste risposta|informazioni si_basa|è_basata|proviene|provengono|si_basano ${IT_OF}|su !${IT_STRONG}|${IT_WEAK} +${IT_GIVEN}?`,
  ),
  pattern(
    "whole",
    `ecco la_risposta|cosa_ho_trovato|le_informazioni|ciò_che_ho_trovato ${IT_OF}|in_base|secondo ${IT_THE}|${IT_OF}? !${IT_STRONG}|${IT_WEAK} +${IT_GIVEN}?`,
  ),
  pattern(
    "self",
    `in_quanto|come un|una? modello_linguistico|modello_di_linguaggio|ia|intelligenza_artificiale|assistente_ia|assistente_virtuale|ai`,
  ),
  pattern("self", `sono solo? un'|un|una modello_linguistico|ia|intelligenza_artificiale|assistente_ia`),
];

const PT_GIVEN =
  "fornecidos|fornecido|fornecidas|fornecida|dados|dado|dada|disponibilizados|disponibilizado|disponíveis|disponível";
const PT_STRONG = "passagens|trechos|excertos|passagem|trecho|excerto";
const PT_WEAK = "contexto|documentos|documento|fontes|textos|texto|informações|informação|conteúdo";
const PT_THE = "os|o|as|a|estes|este|esta";
const PT_OF = "nos|no|nas|na|aos|ao|às|à|dos|do|das|da";
const PT_BY = "segundo|de_acordo_com|conforme|com_base|baseado|baseando-me";

const portuguese: PhrasePattern[] = [
  pattern(
    "lead",
    `${PT_BY} ${PT_THE}|${PT_OF}|em? !${PT_STRONG} #? +${PT_GIVEN}?`,
    "segundo as nossas páginas",
  ),
  pattern("lead", `${PT_BY} ${PT_THE}|${PT_OF} !${PT_WEAK} +${PT_GIVEN}`, "segundo as nossas páginas"),
  pattern("lead", `${PT_BY} o|no !contexto`, "segundo as nossas páginas"),
  pattern("lead", `segundo|de_acordo_com #`, "segundo as nossas páginas"),
  ...[
    ["nos|no|nas|na", "nas nossas páginas"],
    ["dos|do|das|da", "das nossas páginas"],
  ].flatMap(([by = "", instead = ""]) => [
    pattern("phrase", `${by} !${PT_STRONG}|${PT_WEAK} +${PT_GIVEN}`, instead),
    pattern("phrase", `${by} !${PT_STRONG} #`, instead),
    pattern("phrase", `${by} !trechos|excertos`, instead),
  ]),
  pattern(
    "phrase",
    `os|as|estes !passagens|trechos|excertos|documentos|fontes|textos|informações +${PT_GIVEN}`,
    "as nossas páginas",
  ),
  pattern("phrase", `os !trechos|excertos #?`, "as nossas páginas"),
  pattern(
    "phrase",
    `o|a|este|esta !passagem|trecho|excerto|contexto|documento|texto|conteúdo|informação +${PT_GIVEN}`,
    "o nosso site",
  ),
  pattern("phrase", `o !trecho|excerto #?`, "o nosso site"),
  pattern("phrase", `a|o? !passagem|trecho|excerto #`, "o nosso site"),
  pattern(
    "whole",
    `esta|a|estas|minha resposta|informação|informações baseia-se|se_baseia|é_baseada|provém|vem ${PT_OF} !${PT_STRONG}|${PT_WEAK} +${PT_GIVEN}?`,
  ),
  pattern(
    "whole",
    `aqui_está|aqui_estão|eis a_resposta|as_informações|o_que_encontrei ${PT_OF}|segundo|com_base ${PT_OF}|${PT_THE}? !${PT_STRONG}|${PT_WEAK} +${PT_GIVEN}?`,
  ),
  pattern(
    "self",
    `como|enquanto um|uma? modelo_de_linguagem|ia|inteligência_artificial|assistente_de_ia|assistente_virtual`,
  ),
  pattern("self", `sou apenas? um|uma modelo_de_linguagem|ia|inteligência_artificial|assistente_de_ia`),
];

const NL_GIVEN = "verstrekte|gegeven|meegegeven|aangeleverde|opgegeven|beschikbare";
const NL_STRONG = "passages|fragmenten|tekstfragmenten|passage|tekstfragment";
const NL_WEAK = "context|documenten|document|bronnen|teksten|tekst|informatie|inhoud";
const NL_THE = "de|het|deze|dit";
const NL_BY = "volgens|op_basis_van|gebaseerd_op|afgaand_op|zoals_vermeld_in|zoals_beschreven_in";

const dutch: PhrasePattern[] = [
  pattern("lead", `${NL_BY} ${NL_THE}? +${NL_GIVEN}? !${NL_STRONG} #?`, "volgens onze pagina's"),
  pattern("lead", `${NL_BY} ${NL_THE}? +${NL_GIVEN} !${NL_WEAK} #?`, "volgens onze pagina's"),
  pattern("lead", `${NL_BY} de !context`, "volgens onze pagina's"),
  pattern("lead", `volgens #`, "volgens onze pagina's"),
  ...[
    ["in|binnen", "op onze pagina's"],
    ["uit|van", "uit onze pagina's"],
    ["volgens", "volgens onze pagina's"],
  ].flatMap(([by = "", instead = ""]) => [
    pattern("phrase", `${by} ${NL_THE}? +${NL_GIVEN}? !${NL_STRONG} #?`, instead),
    pattern("phrase", `${by} ${NL_THE}? +${NL_GIVEN} !${NL_WEAK} #?`, instead),
  ]),
  pattern("phrase", `de|deze +${NL_GIVEN}? !passages|fragmenten|tekstfragmenten #?`, "onze pagina's"),
  pattern("phrase", `de|deze +${NL_GIVEN} !documenten|bronnen|teksten #?`, "onze pagina's"),
  pattern("phrase", `de|deze +${NL_GIVEN} !context|informatie|tekst|inhoud|passage #?`, "onze website"),
  pattern("phrase", `de|deze? !passage|fragment #`, "onze website"),
  pattern(
    "whole",
    `dit|deze|mijn antwoord|informatie is|komt gebaseerd_op|afkomstig_uit|uit ${NL_THE}? +${NL_GIVEN}? !${NL_STRONG}|${NL_WEAK}`,
  ),
  pattern(
    "whole",
    `hier is|zijn|vindt_u het_antwoord|de_informatie|een_antwoord|wat_ik_vond? uit|in|op_basis_van|volgens ${NL_THE}? +${NL_GIVEN}? !${NL_STRONG}|${NL_WEAK}`,
  ),
  pattern(
    "self",
    `als een? ai|ai-taalmodel|taalmodel|ai-model|ai-assistent|kunstmatige_intelligentie|chatbot`,
  ),
  pattern("self", `ik_ben maar|slechts? een ai|ai-taalmodel|taalmodel|ai-model|ai-assistent`),
];

/** By language, BCP 47. */
export const MACHINERY_PHRASES: Readonly<Record<string, readonly PhrasePattern[]>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
};

/** What speaks of one page speaks of several where it has several numbers. */
export const OF_SEVERAL: Readonly<Record<string, string>> = {
  "our website": "our pages",
  "unsere Website": "unsere Seiten",
  "notre site": "nos pages",
  "nuestro sitio": "nuestras páginas",
  "il nostro sito": "le nostre pagine",
  "o nosso site": "as nossas páginas",
  "onze website": "onze pagina's",
};

/** The verb comes second there: what stands before it cannot be left out. */
export const VERB_SECOND: ReadonlySet<string> = new Set(["de", "nl"]);

/** Words after which a sentence goes on with something else. */
export const SECOND_HALF =
  /[,;–—]\s(?:but|however|yet|aber|jedoch|doch|mais|cependant|pero|sin embargo|ma|però|mas|porém|maar|echter)\s/iu;
