/** What English small talk is about that no list of phrases foresaw. */
import type { ConversationTopic } from "./route.ts";

/** The first that is found decides. Plain words: `what's` is `whats`. */
const TOPICS: readonly (readonly [ConversationTopic, RegExp])[] = [
  [
    "chitchat",
    /\b(?:jokes?|funny|laugh|giggle|facts?|trivia|hobb(?:y|ies)|pets?|cats?|dogs?|fun|free time|spare time|meaning|purpose of|point of life|exist(?:ence)?|life|interesting|marry|love me|bored)\b/u,
  ],
  [
    "thanks",
    /\b(?:thanks?|thankful|thx|appreciate[ds]?|grateful|gratitude|owe you|kind of you|been (?:very |so |a (?:big |great |huge )?)?help(?:ful)?)\b/u,
  ],
  [
    "goodbye",
    /\b(?:bye|goodbye|farewell|see (?:you|ya)|cya|later|good night|leaving|gotta go|talk to you|chatting|talking (?:to|with) you|have a (?:good|nice|great)|outta here|take care|tootles|adios|so long)\b/u,
  ],
  [
    "capabilities",
    /\b(?:can|could|should|may|able|do) (?:i|we) (?:ask|use|say|get you)|\b(?:ask you|help me|help with|you (?:able to )?(?:do|know|help|answer|respond)|subjects?|topics?|questions?|quer(?:y|ies)|familiar|assist)\b/u,
  ],
  [
    "identity",
    /\b(?:name|who|human|bot|robot|ai|machine|computer|person|real|made|created?|creator|built|programm(?:er|ed)|designed|developed|invent(?:or|ed)|boss|employer|work for|employed|from|born|birth(?:day|place)?|old|age|live|call you|refer to you|called|origins?|country|home|company)\b/u,
  ],
  [
    "how-are-you",
    /\bhow (?:are|is|have|do|s)\b|\bhows\b|\bwhats up\b|\bare you (?:ok|okay|doing|well|alright|feeling)\b|\bfeel(?:ing)?\b/u,
  ],
  [
    "greeting",
    /\b(?:hi|hello|hey|howdy|greetings|good (?:morning|afternoon|evening)|to see you|meet you)\b/u,
  ],
  ["compliment", /\b(?:good|great|nice|excellent|awesome|perfect|well done|love)\b/u],
];

export function smallTalkTopic(words: readonly string[]): ConversationTopic {
  const text = words.join(" ");
  return TOPICS.find(([, pattern]) => pattern.test(text))?.[0] ?? "chitchat";
}
