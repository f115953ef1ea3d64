import type { DialogueWords } from "../dialogue-words.ts";
import { correction, replacement, set, start, whole } from "./word-patterns.ts";

export const PORTUGUESE: DialogueWords = {
  determiners: set(
    "o a os as um uma uns umas cada todo toda todos todas vários várias outro outra meu minha meus minhas nosso nossa seu sua este esta esse essa estes estas",
  ),
  possessives: set("meu minha meus minhas nosso nossa"),
  prepositions: set(
    "em no na nos nas de do da dos das com sem para por pelo pela desde até entre sobre como ao à",
  ),
  links: set("de do da dos das"),
  auxiliaries: set(
    "é são está estão era ser posso pode podem devo deve devem tenho tem têm há existe funciona funcionam serve preciso precisa significa faz fazem vendem vende aceitam aceita abrem fecham ficam oferecem entregam dão cobram alugam reparam organizam enviam estao tem sao",
  ),
  subjects: set("eu você nós"),
  questionWords: set("que quê qual quais onde quando quem como quanto quanta quantos quantas"),
  connectors: set("e ou mas também então ok obrigado obrigada bem bom olá"),
  fillers: set("só somente realmente exatamente me nos se te não diga mostre explique"),
  pronouns: set("isso isto disso nisso ele ela eles elas dele dela deles delas nele nela lá"),
  pluralPronouns: set("eles elas deles delas"),
  statementVerbs: set(
    "falha falham mostra mostram dá dão devolve diz aparece aparecem desaparece carrega carregam fica abre trava quebra sai retorna",
  ),
  remarks: set(
    "funcionou funciona ajudou ajuda perfeito ótimo bem claro entendi entendo útil resolvido feito sim não muito verdade interessante pergunta problema tudo já tentei certo",
  ),
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
