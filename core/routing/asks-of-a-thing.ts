/**
 * Questions about something that only sound like talk with the assistant: "is Vite any good", "are your rooms
 * nice", "you take dogs?". The weights know "good", "you" and "dogs" from small talk; who or what is asked about
 * decides. Plain words (see `plainWords`), English.
 */
import { smallTalkWord } from "./utterance-features.ts";

/** Questions for a judgment of what follows; group 1 is what is judged and how. */
const JUDGED =
  /^(?:so |and |but |then )?(?:is|are|was|were|isnt|arent|why is|why are|how (?:good|bad|great|nice|cool|fun|useful|interesting) (?:is|are|was|were)|do you (?:think|reckon|believe)(?: that)?) (.+)$/u;

/** Judgments that sites are asked for; words of small talk are among them. */
const JUDGMENT =
  /\b(?:good|bad|great|nice|cool|fun|funny|awesome|amazing|interesting|useful|helpful|worth|better|best|worse|fast|slow|hard|easy|old|new|popular|alive|dead|safe|allowed)(?: (?:for|to|than|at|with|in|on|if|of|it|the|trying|using|buying|or) .*| it| enough| value)?$/u;
/** "How good is X": the judgment came first. */
const JUDGED_BEFORE = /^(?:so |and |but |then )?how \w+ (?:is|are|was|were) /u;

/** One talks about these with anybody: the one that is spoken to, what belongs to them, life and the world. */
const PERSONAL_SUBJECT =
  /^(?:(?:that|this|it) )?(?:you|u|ya|yall|youre|ur|your (?:day|night|week|weekend|morning|evening|life|name|real name|job|work|boss|bosss|family|mom|mother|dad|father|maker|creator|owner|friend|friends|hobby|hobbies|interests|favou?rite|age|birthday|mood|health|feelings?|joke|jokes|pet|pets|dog|dogs|cat|cats|mind|brain|purpose|meaning|sense of humor)|yourself|i|we|life|everything|everyone|everybody|things|anyone|anybody|anything|somebody|someone|something|there|the (?:world|universe|meaning|point|purpose)|humanity|humans?|people|god|love|(?:chat ?)?bot|assistant|robot)\b/u;

/** "It" and "this" without more are the assistant as well as what it answered: "is this real". */
const WITHOUT_NAME = /^(?:it|this|that|they|these|those)\b/u;

/** What a business is asked whether it does. */
const OFFERED =
  /^(?:so |and |hi |hello |hey )?(?:do|does|did|can|could|will|would|are|if)? ?(?:you|u|ya|yall|you guys) (?:guys |all |people |still |also |currently |even )?(?:take|takes|taking|allow|allowing|support|supporting|know|use|using|like|have|has|got|do|make|handle|run|provide|stock|carry|serve|treat|teach|cover|host|rent|lend|repair|fix|build|work with|deal with|come with|integrate with)\b(.*)$/u;

/** "What is so great about X". */
const ABOUT =
  /^(?:so |and |but )?(?:what is|whats|what|why is|is there|are there|any|anything|something) .*?\b(?:good|great|special|cool|fun|interesting|awesome|new|different) (?:things? )?(?:about|with|in) (.+)$/u;

/** "Any good restaurants nearby". */
const ANY_GOOD =
  /^(?:(?:is|are) there |got |have you got |do you have |do you know )?(?:a|any|some) (?:good|great|nice|better|cool|fun) (.+)$/u;

/** "Say hello in SQL": how something is put elsewhere. */
const SAID_OTHERWISE =
  /^(?:(?:how (?:do|can|would|to) )?(?:i |you |we )?)(?:say|write|spell|print|put) .{1,60} (?:in|using|with) \w+$|^(?:what is|whats) .{1,40} in (?:english|german|french|italian|portuguese|dutch|spanish|latin|russian|greek|\w{2,8}(?:ese|ish))$/u;

/** "Is it okay to bring two dogs": what is allowed is for the site to say. */
const ASKS_LEAVE =
  /(?:^|\b(?:again|and|so|but|hi|hello) )(?:is|would|will) it (?:be )?(?:ok|okay|fine|possible|allowed|alright|all right|permitted|free|safe|necessary) (?:to|if|for|that) /u;

/** Who comes along with a visitor is asked about with verbs of business, though anybody talks of dogs. */
const COMES_ALONG = /^(?:take|allow|accept|support|serve|treat|welcome|board|groom|host)$/u;

/** What is talked of with anybody, whatever it is about: a joke about X, thanks for X. */
const TALK: ReadonlySet<string> = new Set(
  "@joke @fact @thanks @bye @hello @life @hobby meaning purpose".split(" "),
);

/**
 * Whether plain words ask for a judgment of a thing, or for what a business offers.
 *
 * @param isUnknown whether small talk never uses a word: it is then what is asked about.
 */
export function asksOfAThing(words: readonly string[], isUnknown: (word: string) => boolean): boolean {
  const text = words.join(" ");
  if (SAID_OTHERWISE.test(text) || ASKS_LEAVE.test(text)) return true;
  if (words.some((word) => TALK.has(smallTalkWord(word)))) return false;
  const judged = JUDGED.exec(text)?.[1];
  if (judged !== undefined && !PERSONAL_SUBJECT.test(judged)) {
    const isJudgment = JUDGMENT.test(judged) || JUDGED_BEFORE.test(text);
    if (isJudgment && (words.length > 3 || !WITHOUT_NAME.test(judged))) return true;
  }
  if (OFFERED.test(text) && words.some((word) => COMES_ALONG.test(word)) && words.some(isPet)) return true;
  const asked = ABOUT.exec(text)?.[1] ?? ANY_GOOD.exec(text)?.[1] ?? offered(text) ?? "";
  return asked.split(" ").some((word) => word !== "" && isUnknown(word));
}

/** "Do you have a way that you like to be called": what is had is the assistant's own. */
function offered(text: string): string | undefined {
  const what = OFFERED.exec(text)?.[1];
  return what !== undefined && /\b(?:you|your|yours|yourself|past times?)\b/u.test(what) ? undefined : what;
}

function isPet(word: string): boolean {
  return smallTalkWord(word) === "@pet";
}
