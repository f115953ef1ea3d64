import type { DialogueWords } from "../dialogue-words.ts";
import { correction, replacement, set, start, whole } from "./word-patterns.ts";

export const SPANISH: DialogueWords = {
  determiners: set(
    "el la los las un una unos unas algún alguna algunos algunas cada todo toda todos todas varios varias otro otra mi mis nuestro nuestra tu tus su sus este esta estos estas ese esa esos esas",
  ),
  possessives: set("mi mis nuestro nuestra nuestros nuestras tu tus"),
  prepositions: set("a al en de del con sin para por desde hasta entre sobre según como hacia bajo mediante"),
  links: set("de del"),
  auxiliaries: set(
    "es son está están era ser puedo puede pueden podría debo debe deben tengo tiene tienen hay hace hacen funciona funcionan sirve sirven necesito necesita significa tenéis teneis tienes hacéis haceis haces estáis estais abrís abris cerráis cerrais podéis podeis puedes vendéis vendeis vendes aceptáis aceptais aceptan admitís admitis admiten ofrecéis ofreceis ofrecen dais lleváis llevais venís venis cobráis cobrais enviáis enviais reparáis reparais alquiláis alquilais",
  ),
  subjects: set("yo tú usted nosotros uno"),
  questionWords: set(
    "qué cómo cuál cuáles dónde cuándo quién quiénes cuánto cuánta cuántos cuántas que como cual donde cuando por",
  ),
  connectors: set("y e o u pero también además vale ok gracias bueno bien entonces hola"),
  fillers: set("solo sólo realmente exactamente me nos se te no si dime muestra explica lo eso esto ello"),
  pronouns: set("eso esto ello ellos ellas él allí ahí este esta ese esa"),
  pluralPronouns: set("ellos ellas"),
  statementVerbs: set(
    "falla fallan muestra muestran da dan devuelve lanza sale salen aparece aparecen desaparece dice dicen carga cargan queda abre cierra rompe tarda sigue deja arranca",
  ),
  remarks: set(
    "ayudó ayuda funcionó funciona sirvió perfecto genial estupendo bien claro entiendo entendido entendí útil listo hecho sí no muy mucho interesante correcto verdad pregunta problema eso todo ya probé",
  ),
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
