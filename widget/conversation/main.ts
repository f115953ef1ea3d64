/** What shows questions and answers. Loaded with the first question, or for a conversation that was kept. */
import "./transcript.ts";
