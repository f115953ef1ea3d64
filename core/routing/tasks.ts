/**
 * Work that somebody wants done and no page does: sums, code to run, verses to write. The whole text must ask for it, so
 * that a question about such a thing ("how do I run this code") is looked up.
 */
import { plainWords } from "./utterance.ts";

/** What a sum may be asked with. */
const ASKS_SUM =
  "(?:what(?:'s| is| does)|how much (?:is|does)|calculate|compute|solve|was ist|wie ?viel (?:ist|sind)|rechne|berechne|cu[aá]nto (?:es|son|da)|calcula|combien (?:font|fait)|calcule|quanto (?:fa|é|e|da|dá)|calcola|hoeveel is|wat is|bereken)";
const NUMBER = String.raw`[-(]{0,3}\d[\d.,]{0,20}\)?%?`;
const OPERATOR =
  "(?:[-+*/×÷^x:]|plus|minus|times|divided by|multiplied by|to the power of|percent of|% of|of|mal|geteilt durch|hoch|m[aá]s|menos|por|entre|fois|moins|divis[eé] par|per|pi[uù]|meno|diviso|mais|vezes|dividido por|keer|gedeeld door)";
const WORDED_SUM = new RegExp(
  String.raw`^\s*(?:(?:hi|hey|hello|ok|please|hallo|hola|bonjour|ciao|ol[aá])[,!]?\s+)?${ASKS_SUM}\s+${NUMBER}(?:\s{0,3}${OPERATOR}\s{0,3}${NUMBER}){1,12}(?:\s{0,3}(?:=|equal|make|ergibt|do))?[\s?!.=]*$`,
  "iu",
);
/** Without a word that asks, only what is nothing else: "24/7" and "3 - 5" are said of opening hours. */
const BARE_SUM = new RegExp(
  String.raw`^\s*${NUMBER}(?:\s{0,3}[-+*/×÷^]\s{0,3}${NUMBER}){1,12}\s*=\s*[?x]?\s*$|^\s*${NUMBER}(?:\s{0,3}[+*×÷^]\s{0,3}${NUMBER}){1,12}[\s?]*$`,
  "iu",
);

const POLITE_LEAD =
  "(?:(?:hi|hey|hello|ok|please|pls|bitte|por favor|per favore) )*(?:(?:can|could|would|will) you (?:please )?|i (?:want|need) you to |i (?:would|d) like you to |kannst du (?:mir )?|konnen sie (?:mir )?|puedes |podrias |peux tu |pouvez vous |puoi |potresti |voce pode |podes |pode |kun je |kunt u )?";
const TASKS: readonly string[] = [
  // Code that was pasted along follows.
  "(?:run|execute|eval|evaluate|interpret|compile|debug) (?:this|the following|my|that)(?: \\w+)? (?:code|script|program|snippet|command|function|query|python|javascript|sql|bash)(?: for me| please)?(?=$| (?:print|console|import|def|function|const|let|var|select|echo|for|while|return) )",
  "(?:write|compose|generate|create|draft|make)(?: me| us)? (?:a |an |some |another )?(?:(?:short|long|funny|nice|love|little|sad|happy|cute|quick|beautiful|romantic|rhyming|birthday) ){0,2}(?:poems?|haikus?|songs?|(?:love |bedtime )?stor(?:y|ies)|essays?|limericks?|raps?|novels?|sonnets?|lyrics|verses?|cover letters?|speech)(?: (?:about|on|for|of|in) .{1,80}| please)?$",
  "(?:do|solve)(?: me)? (?:my|this) (?:homework|math|maths|math problem|equation)(?: for me| please)?$",
  "(?:schreib|schreibe|schreiben sie|verfasse|dichte)(?: (?:mir|uns|mal|bitte)){0,3} (?:ein|eine|einen)(?: \\w+)? ?(?:gedicht|haiku|lied|geschichte|aufsatz|roman|marchen|rap|song)(?: .{1,80})?$|(?:ein|eine|einen) (?:\\w+ )?(?:gedicht|haiku|lied|geschichte|aufsatz) .{0,40}(?:schreiben|dichten)$|(?:fuhr|fuhre|fuhren sie) (?:diesen|den|meinen) (?:code|befehl) aus",
  "(?:escribe|escribeme|escribir|escribirme|escriba|hazme|componme) (?:un|una)(?: \\w+)? ?(?:poema|cancion|cuento|historia|ensayo|haiku|redaccion)(?: .{1,80})?$|ejecuta (?:este|el siguiente|mi) codigo",
  "(?:ecris|ecrivez|ecrire|compose|redige)(?: (?:moi|nous|m))? (?:un|une)(?: \\w+)? ?(?:poeme|chanson|histoire|conte|redaction|haiku|dissertation)(?: .{1,80})?$|execute(?:z)? (?:ce|mon) code",
  "(?:scrivi|scrivimi|scrivere|scrivermi|scriva|componi) (?:un|una)(?: \\w+)? ?(?:poesia|canzone|storia|racconto|tema|haiku|saggio)(?: .{1,80})?$|esegui (?:questo|il mio) codice",
  "(?:escreva|escreve|escrever|faca|faz|componha)(?: (?:me|para mim))? (?:um|uma)(?: \\w+)? ?(?:poema|poesia|cancao|musica|conto|historia|redacao|haiku)(?: .{1,80})?$|(?:execute|executa|rode|roda) (?:este|esse|o meu|meu) codigo",
  "(?:schrijf|schrijven|maak|dicht)(?: (?:me|mij|voor mij|eens|even)){0,2} (?:een)(?: \\w+)? ?(?:gedicht|lied|liedje|verhaal|opstel|haiku|rap)(?: .{1,80})?$|voer (?:deze|mijn) code uit",
];
const TASK = new RegExp(`^${POLITE_LEAD}(?:${TASKS.join("|")})`, "u");

/** What is looked at: a task is named at once, however much follows it. */
const CONSIDERED_CHARS = 400;

export function asksForTask(question: string): boolean {
  const text = question.slice(0, CONSIDERED_CHARS);
  return WORDED_SUM.test(text) || BARE_SUM.test(text) || TASK.test(plainWords(text).join(" "));
}
