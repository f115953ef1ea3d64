/** What a question is: something to look up, something to chat about, or something to answer with care. */

/** What small talk is about; each has a reply of its own. */
export type ConversationTopic =
  | "greeting"
  | "how-are-you"
  | "thanks"
  | "goodbye"
  | "identity"
  | "capabilities"
  | "compliment"
  | "complaint"
  | "acknowledgement"
  /** Jokes, hobbies, the meaning of life. */
  | "chitchat"
  /** A person is wanted: to speak with, to be called by, to do what only a person can. */
  | "person"
  /** A sum, code to run, a poem. */
  | "task"
  /** Nothing that could be looked up: no letter, no digit. */
  | "unclear";

/** What gets a fixed reply, whatever the pages say. */
export type CarefulTopic = "self-harm" | "violence" | "abuse";

export type Route =
  | {
      kind: "search";
      /**
       * Weather, recipes, flights: no site's documentation is about it. A hint only: the pages are asked first,
       * since there are sites about exactly that.
       */
      looksOffTopic: boolean;
    }
  | {
      kind: "conversation";
      topic: ConversationTopic;
      /** False: learned weights say so, no list. Where the pages answer it with confidence, they are right. */
      isCertain: boolean;
      /** It names something that small talk never does: where the pages know it, they are asked. Absent: it does not. */
      namesAThing?: true;
      /** Learned weights hardly say so: the pages of a small site are asked first. Absent: they do. */
      isFaint?: true;
      /** Base language of the phrases that it is made of, where that is one and not the page's. */
      language?: string;
    }
  | { kind: "careful"; topic: CarefulTopic };
