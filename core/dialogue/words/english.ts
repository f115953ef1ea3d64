import type { DialogueWords } from "../dialogue-words.ts";
import { correction, replacement, set, start, whole } from "./word-patterns.ts";

export const ENGLISH: DialogueWords = {
  determiners: set(
    "a an the some any each every several all both no another many multiple few my our your his her its their this that these those such",
  ),
  possessives: set("my our your"),
  prepositions: set(
    "to from in on at for with without into by via using between under through inside as about after before during against over per than like within across of onto outside",
  ),
  links: set("of"),
  auxiliaries: set(
    "do does did is are was were am be been being can could should would will shall must may might has have had don't doesn't didn't isn't aren't wasn't can't cannot couldn't shouldn't won't wouldn't hasn't haven't hadn't weren't mustn't dont doesnt didnt isnt arent wasnt cant couldnt shouldnt wont wouldnt hasnt havent what's where's how's who's there's it's",
  ),
  subjects: set("i you we one"),
  questionWords: set("what which who whose whom where when why how what's where's how's"),
  connectors: set(
    "and or but also plus then so ok okay well thanks thank cool great nice good now hi hello hey please right alright sorry",
  ),
  fillers: set(
    "just only really please actually exactly instead too also again still ever maybe else there me us tell show explain give not if when because while whether it they them",
  ),
  pronouns: set("it they them these those this that one ones its their there"),
  pluralPronouns: set("they them these those their ones"),
  statementVerbs: set(
    "fails failed fail breaks broke crashed throws threw shows showed says said gives gave gets got hangs stops stopped disappears disappeared appears appeared works worked keeps kept happens happened opens opened freezes froze becomes became remains stays goes went comes came needs wants redirects overlaps uses used runs ran sends sent takes took makes made contains lacks ignores complains prints doesn't",
  ),
  remarks: set(
    "works work worked working help helps helped helpful useful great perfect awesome nice good excellent cool wonderful amazing brilliant fantastic lovely see saw got get understand understood know knew sense makes made clear fixed solved did done sure fine interesting true correct wrong tried read looked meant mean answer question problem yes yeah yep no nope anyway hm hmm ah oh much very lot that's it's perfectly",
  ),
  verb: "after-subject",
  about: start(
    "(?:what|how) (?:about|if (?:i|we) (?:use|have|run|want|need|am using|are using)|if (?:i'm|it's|we're)(?: using)?|of)|and what (?:about|if)|same (?:question )?(?:for|with|about)|and the same for",
  ),
  correction: correction(
    "no|nope|nah|sorry|oops|wait|actually|hm+|well|not that|i'm sorry|no no",
    "i (?:actually |really )?(?:mean|meant|was asking about|am asking about|want|wanted)|i'm asking about|make that|rather|that should be",
  ),
  replacement: replacement(
    "no|nope|sorry|actually|well",
    "(?:not|i don't mean|i didn't mean)",
    "(?:but|rather|i mean|i meant)",
  ),
  bare: {
    why: whole(
      "why(?: not| so| though| is that(?: so)?| exactly)?|how come|what for|what's the reason|for what reason",
    ),
    how: whole(
      "how(?: so| exactly)?|how (?:do|can|would|should) (?:i|you|we) do (?:that|this|it|so)|how does (?:that|this|it) work exactly",
    ),
    example: whole(
      "(?:(?:can|could|would) you )?(?:please )?(?:(?:give|show)(?: me| us)? )?(?:an?|some|another|one|any|a code|code|the)? ?(?:more )?(?:code )?(?:examples?|samples?|code|snippet|demo)(?: of (?:that|this|it))?(?: please)?|for (?:example|instance)|do you have (?:an? |any |some )?(?:code )?examples?(?: of (?:that|this|it))?|is there (?:an? )?(?:code )?example(?: of (?:that|this|it))?|like what|such as|show me(?: how)?|what does (?:that|this|it) look like",
    ),
    more: whole(
      "(?:(?:can|could) you )?(?:please )?(?:(?:tell|show|give|explain)(?: me| us)? )?(?:a (?:bit|little) |some )?(?:more|further)(?: (?:about|on) (?:it|that|this|them))?(?: (?:details?|info|information))?(?: please)?|go on|continue|keep going|details?(?: please)?|in (?:more )?detail|(?:(?:can|could) you )?(?:please )?(?:elaborate|explain)(?: (?:on )?(?:it|that|this))?(?: more| further| again| please| in (?:more )?detail)?(?: please)?|what else|anything else|what (?:does|do) (?:that|this|it|you) mean(?: by (?:that|this))?|i don't (?:understand|get it)(?: that| it)?|huh",
    ),
    next: whole(
      "(?:and )?then(?: what)?|what(?:'s| is| comes| happens)? (?:next|then|after that)|after that|what (?:do|should) i do (?:next|then|after that)|next(?: steps?)?|and after(?: that)?",
    ),
  },
  labels: { why: "Why", how: "How exactly", example: "Example", more: "More about this", next: "Next steps" },
};
