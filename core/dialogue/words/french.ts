import type { DialogueWords } from "../dialogue-words.ts";
import { correction, replacement, set, start, whole } from "./word-patterns.ts";

export const FRENCH: DialogueWords = {
  determiners: set(
    "le la les un une des du l' ce cet cette ces mon ma mes notre nos votre vos ton ta tes son sa ses leur leurs chaque tous toutes plusieurs quelques",
  ),
  possessives: set("mon ma mes notre nos ton ta tes votre vos"),
  prepositions: set(
    "à au aux en de d' du dans avec sans pour par sur sous depuis vers chez entre comme via selon",
  ),
  links: set("de d' du des"),
  auxiliaries: set(
    "est sont était être peut peux puis-je peut-on dois doit faut faut-il a ont fait font fonctionne fonctionnent est-ce est-il existe-t-il c'est n'est s'agit sert signifie",
  ),
  subjects: set("je on nous vous tu j' il elle ils elles"),
  questionWords: set(
    "que qu'est-ce qu'est quoi quel quelle quels quelles où quand comment pourquoi qui combien qu'",
  ),
  connectors: set("et ou mais aussi alors ok merci bien bon donc bonjour puis"),
  fillers: set("seulement vraiment exactement me nous se te ne pas si dis montre explique ça cela y en"),
  pronouns: set("ça cela ceci celui-ci celle-ci ceux-ci ils elles eux leur là"),
  pluralPronouns: set("ils elles eux leur"),
  statementVerbs: set(
    "plante plantent échoue échouent affiche affichent renvoie donne dit disparaît apparaît marche marchent reste charge ouvre bloque casse refuse s'affiche",
  ),
  remarks: set(
    "marche fonctionne aidé aide parfait super génial bien clair compris comprends utile réglé résolu fait oui non très beaucoup c'est vrai intéressant question problème tout déjà essayé",
  ),
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
