/** Names that people give the columns and fields of a list of questions, in the languages that the product speaks. */

const ROLES = {
  question:
    "question questions q query prompt ask faq heading frage fragen question pregunta preguntas domanda domande pergunta perguntas vraag vragen",
  answer:
    "answer answers a response reply body content text antwort antworten réponse reponse réponses respuesta respuestas risposta risposte resposta respostas antwoord antwoorden",
  url: "url link href address permalink page pageurl sourceurl source webpage adresse seite lien enlace página pagina endereço endereco",
  title: "title pagetitle page_title titel titre título titulo titolo",
  category:
    "category categories topic section group subject collection kategorie thema bereich catégorie categorie rubrique categoría categoria tema sección categoria sezione seção categorie onderwerp",
  language: "language lang locale sprache langue idioma lingua taal",
  date: "updated updatedat updated_at lastupdated modified date datum fecha data",
  status: "status state published draft visibility",
} as const;
export type ColumnRole = keyof typeof ROLES;

/** Of what is asked, a word that is also in use for other things names it only where the other one is certain. */
const LOOSE: Readonly<Record<string, ReadonlySet<string>>> = {
  question: new Set(["q", "query", "prompt", "ask", "faq", "heading"]),
  answer: new Set(["a", "response", "reply", "body", "content", "text"]),
};

const ROLE_OF = new Map<string, ColumnRole>();
for (const [role, names] of Object.entries(ROLES)) {
  for (const name of names.split(" "))
    if (!ROLE_OF.has(comparable(name))) ROLE_OF.set(comparable(name), role as ColumnRole);
}

export function columnRole(name: string): ColumnRole | undefined {
  return ROLE_OF.get(comparable(name));
}

/** True for a name that can mean nothing else. */
export function isCertain(name: string, role: "question" | "answer"): boolean {
  return columnRole(name) === role && LOOSE[role]?.has(comparable(name)) !== true;
}

/** Whether names of columns are those of a list of questions: one of the two is certain, or both are there. */
export function holdsQuestions(names: readonly string[]): boolean {
  const roles = names.map(columnRole);
  if (!roles.includes("question")) return false;
  return names.some((name) => isCertain(name, "question")) || roles.includes("answer");
}

function comparable(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
