/**
 * A question without what people say around it: "Hi, can you tell me how to change the colour, please?" asks how to
 * change the colour, and "does it support" asks no more than "does it have".
 */
import { baseLanguage } from "../../language/base-language.ts";

/** What a question begins with and does not ask, at most a few times over. */
const LEAD_INS: Record<string, RegExp> = {
  en: /^(?:(?:hi|hello|hey|ok|okay|so|and|please|sorry|thanks|quick question)(?:[ ,.!:-]+(?:there|all|everyone|team)\b)?|(?:can|could|would|will) (?:you|someone|anybody|anyone|somebody)(?: please)? (?:tell|show|explain to|help) (?:me|us)(?: (?:with|to|understand|find out))?|(?:do you|does anyone|does anybody) know|(?:please )?(?:tell|show) (?:me|us)|(?:i|we)(?: would|'d)? (?:want|need|like|wish|am trying|are trying|have) to(?: know| find out| ask| understand)?|(?:i|we)(?:'m| am|'re| are) (?:trying|looking) to(?: find out| know)?|(?:i|we) (?:wonder|was wondering|were wondering)|(?:i'm|i am|we're|we are) (?:wondering|unsure|not sure)|what is the (?:best |right |easiest |correct )?way to|is there (?:a|any|some) way to|is it possible to|am i able to|are we able to)(?![\p{L}\p{N}])[ ,.!:-]*/iu,
  de: /^(?:(?:hallo|hi|bitte|guten tag|danke)|(?:kann|könnt|können|kannst|könntest|könnten) (?:du|ihr|sie|mir|jemand)(?: mir| uns)?(?: bitte)? (?:sagen|erklären|zeigen|helfen)|(?:ich|wir) (?:möchte|möchten|will|wollen|würde gerne?|würden gerne?)(?: wissen)?)(?![\p{L}\p{N}])[ ,.!:-]*/iu,
};
const MAX_LEAD_INS = 3;

/** "Do you know if it works": what joins the lead-in to the question. */
const JOINS = /^(?:if|whether|ob)(?![\p{L}\p{N}])\s*/iu;

/** What asks whether there is something, without saying more: "Does it support PDF?", "Is PDF supported?" */
const CAPABILITY: Record<string, readonly RegExp[]> = {
  en: [
    /^((?:do|does|did|will|can|is|are) (?:it|this|you|they|there|the [\p{L}-]{1,30}|[\p{Lu}][\p{L}-]{1,30})) (?:also |already |really )?(?:support|supports|offer|have|provide|handle|supported|available)(?![\p{L}\p{N}])/iu,
    /^((?:is|are) [^?]{1,80}?) (?:also |already |really )?(?:supported|available)(?=[\s?.!]*$)/iu,
  ],
};

export function plainlyAsked(question: string, language: string): string {
  const base = baseLanguage(language);
  const leadIn = LEAD_INS[base];
  let text = question.trim().replace(/[’ʼ]/g, "'");
  for (let count = 0; leadIn !== undefined && count < MAX_LEAD_INS; count++) {
    const rest = text.replace(leadIn, "");
    // All of it was courtesy.
    if (rest === text || !/[\p{L}\p{N}]/u.test(rest)) break;
    text = rest.replace(JOINS, "");
  }
  return (CAPABILITY[base] ?? []).reduce((plain, pattern) => plain.replace(pattern, "$1"), text);
}
