/**
 * The marks with which models part what they think, call and say. Servers that are asked for the text alone often
 * leave them in it. They are told by their form and the word they hold, not by a list of models: every vendor has
 * spellings of its own, and a new one is usually an old word in another pair of brackets.
 *
 * | | |
 * |---|---|
 * | thought | `<think>`, `</reasoning>`, `<seed:think>`, `[THINK]`, `◁think▷`, `<|START_THINKING|>`, `<|begin_of_thought|>`, `<|channel>` |
 * | call of a tool | `<tool_call>`, `<function=name>`, `[TOOL_CALLS]`, `<|python_tag|>`, `<｜tool▁calls▁begin｜>`, `<｜DSML｜invoke>` |
 * | answer | `<answer>`, `<|START_RESPONSE|>`, `<|begin_of_solution|>` |
 * | turn | `<|im_end|>`, `<|im_start|>`, `<|eot_id|>`, `<end_of_turn>`, `<|channel|>`, `<|message|>` |
 */
export type ModelMark =
  | { kind: "thought-open"; closes: string }
  | { kind: "thought-close"; name: string }
  /** `closes` is the name of the mark that ends it; undefined where nothing but the end of the text does. */
  | { kind: "tool-open"; closes: string | undefined }
  | { kind: "tool-close"; name: string }
  /** `isToken`: written by the model's template, so that it can be no words of an answer. */
  | { kind: "answer-open"; isToken: boolean }
  | { kind: "answer-close" }
  | { kind: "turn-end" }
  /** The name of who speaks follows, up to the end of the header. */
  | { kind: "role-open" }
  /** The name of a channel follows, up to the end of the header. */
  | { kind: "channel-open" }
  | { kind: "header-end" }
  | { kind: "role"; isAssistant: boolean }
  /** `<s>` and `</s>`: the borders of a text, and HTML's struck words. */
  | { kind: "border"; isClosing: boolean }
  /** Says nothing. */
  | { kind: "token" };

/** A mark is no longer than this, attributes included. */
export const MAX_MARK_CHARS = 160;

const THOUGHT =
  /^(?:[a-z]+[_-])?(?:think(?:ing|s)?|thoughts?|reasoning|reflect(?:ions?|ing)?|scratch[_-]?pad|rationale|monologue|chain[_-]of[_-]thoughts?|cot|deliberat(?:ion|e)|antthinking|analysis)(?:[_-](?:process|block|steps?|content|text|trace|budget\w{0,20}|fast|slow|mode))?$/;
const TOOL_TAG =
  /^(?:[a-z]+[_-])?(?:tool[_-]?calls?|function[_-]?calls?|tool[_-]?uses?|tool[_-]?responses?|tool[_-]?outputs?|tool[_-]?results?|tool[_-]?code|invoke)$/;
/** Of tags that may be words of an answer: they call a tool only where they name it. */
const NAMED_TOOL_TAG = /^(?:function|parameter|tool)$/;
const TOOL_TOKEN =
  /^(?:tool|function|python_tag|action|invoke|parameter|plugin|interpreter|code_interpreter)/;
const ANSWER = /^(?:final[_-])?(?:answer|response|solution|final|output)$/;
const TURN_END =
  /^(?:im_end|eot_id|eom_id|eot|eom|eos|eod|end|return|call|endoftext|end_?of_?(?:text|sentence|turn|utterance|message|document)(?:_token)?)$/;
const ROLE_OPEN = /^(?:im_start|start|begin|turn|start_header_id|start_of_(?:turn|role)(?:_token)?)$/;
const HEADER_END = /^(?:message|content|end_header_id|end_of_role|im_sep|sep|role_sep)$/;
const ROLE =
  /^(assistant|chatbot|bot|model|gpt)(?:_token)?$|^(?:user|human|system|developer|tool|observation)(?:_token)?$/;
const PLAIN_TOKEN =
  /^(?:bos|eos|pad|unk|eot|end_of_turn|start_of_turn|im_start|im_end|endoftext|unused_?\d{1,5}|extra_id_\d{1,5}|reserved_special_token_\d{1,5})$/;
const BRACKETED: Readonly<Record<string, ModelMark>> = {
  "THINK": { kind: "thought-open", closes: "think" },
  "/THINK": { kind: "thought-close", name: "think" },
  "THINKING": { kind: "thought-open", closes: "think" },
  "/THINKING": { kind: "thought-close", name: "think" },
  "REASONING": { kind: "thought-open", closes: "think" },
  "/REASONING": { kind: "thought-close", name: "think" },
  "TOOL_CALLS": { kind: "tool-open", closes: "tool_calls" },
  "/TOOL_CALLS": { kind: "tool-close", name: "tool_calls" },
  "TOOL_CALL": { kind: "tool-open", closes: "tool_call" },
  "/TOOL_CALL": { kind: "tool-close", name: "tool_call" },
  "INST": { kind: "role", isAssistant: false },
  "/INST": { kind: "role", isAssistant: true },
};

const FORMS = /<[^<>`]{1,158}>|\[\/?[A-Z_]{4,16}\]|[◁＜][^◁▷＜＞<>\n]{2,40}[▷＞]/y;

/** What may still become a mark: by its form, and by its word once that is whole. */
const MAY_BECOME_TAG = /^<\s{0,3}\/?\s{0,3}(?:([a-z][\w:.-]{0,40})([\s=/][^<>`]{0,120})?)?$/i;
const MAY_BECOME_TOKEN = /^<\s{0,3}\/?\s{0,3}(?:[a-z_\d]{1,40})?[|｜][^<>`\n]{0,80}$/i;
const MAY_BECOME_BRACKETED = /^\[\/?[A-Z_]{0,16}$/;
const MAY_BECOME_ODD = /^[◁＜][^◁▷＜＞<>\n]{0,40}$/;

/**
 * Reads the mark that begins at an index.
 *
 * @returns undefined where none does; `partial` where one may, once more of the text is there.
 */
export function readMark(
  text: string,
  index: number,
): { mark: ModelMark; end: number } | "partial" | undefined {
  FORMS.lastIndex = index;
  const found = FORMS.exec(text)?.[0];
  if (found !== undefined) {
    const mark = classify(found);
    return mark === undefined ? undefined : { mark, end: index + found.length };
  }
  const rest = text.slice(index, index + MAX_MARK_CHARS);
  return index + rest.length === text.length && mayBecomeMark(rest) ? "partial" : undefined;
}

function mayBecomeMark(rest: string): boolean {
  if (MAY_BECOME_BRACKETED.test(rest)) {
    const begun = rest.slice(1);
    return Object.keys(BRACKETED).some((name) => name.startsWith(begun));
  }
  if (MAY_BECOME_ODD.test(rest) || MAY_BECOME_TOKEN.test(rest)) return true;
  const tag = MAY_BECOME_TAG.exec(rest);
  if (tag === null) return false;
  const [, name, attributes] = tag;
  if (name === undefined || attributes === undefined) return true;
  return classify(`<${name}${attributes}>`) !== undefined || /^details$/i.test(name);
}

function classify(found: string): ModelMark | undefined {
  if (found.startsWith("[")) return BRACKETED[found.slice(1, -1)];
  const inner = found.slice(1, -1).trim();
  if (/[|｜]/.test(inner)) return classifyToken(inner);
  return classifyTag(inner);
}

/** `<|name|>` and its kin: `<|name>` opens, `<name|>` closes, and a word before a bar says whose it is. */
function classifyToken(inner: string): ModelMark | undefined {
  const parts = /^(\/?)\s{0,3}((?:[a-z\d_]{0,12}[|｜])*)(\/?)([^|｜]+)([|｜]*)$/i.exec(inner);
  if (parts === null) return undefined;
  const [, slash = "", before = "", innerSlash = "", middle = "", after = ""] = parts;
  const word = /^[\p{L}\p{N}_.:▁/-]{1,60}/u.exec(middle)?.[0];
  if (word === undefined || (after !== "" && word !== middle.trim())) return undefined;
  const name = word.replaceAll("▁", "_").toLowerCase();
  const isHalf = before === "" || after === "";
  const isVendors = /[a-z]/i.test(before);
  const isClosed = slash !== "" || innerSlash !== "" || (before === "" && after !== "");
  const affixed =
    /^(?:(begin|start|open|end|close)_(?:of_)?(.{1,40})|(.{1,40}?)_(begin|start|open|prefix|end|close|stop|suffix))$/.exec(
      name,
    );
  const affix = affixed?.[1] ?? affixed?.[4] ?? "";
  const base = affixed?.[2] ?? affixed?.[3] ?? name;
  const isClosing = isClosed || /^(?:end|close|stop|suffix)$/.test(affix);
  if (THOUGHT.test(base) || base === "inner")
    return isClosing ? { kind: "thought-close", name: "think" } : { kind: "thought-open", closes: "think" };
  if (name === "channel") {
    if (!isHalf) return { kind: "channel-open" };
    return isClosing ? { kind: "thought-close", name: "think" } : { kind: "thought-open", closes: "think" };
  }
  if (TURN_END.test(name) || (name === "turn" && isClosing)) return { kind: "turn-end" };
  if (ROLE_OPEN.test(name)) return { kind: "role-open" };
  if (HEADER_END.test(name)) return { kind: "header-end" };
  const role = isVendors ? null : ROLE.exec(name);
  if (role !== null && !isClosing) return { kind: "role", isAssistant: role[1] !== undefined };
  if (TOOL_TOKEN.test(base)) {
    if (isClosing) return { kind: "tool-close", name: base };
    return { kind: "tool-open", closes: name === "python_tag" ? undefined : base };
  }
  if (ANSWER.test(base)) return isClosing ? { kind: "answer-close" } : { kind: "answer-open", isToken: true };
  return { kind: "token" };
}

function classifyTag(inner: string): ModelMark | undefined {
  const parts = /^(\/?)\s{0,3}([a-z][\w:.-]{0,40})([\s=/]?)([^]*)$/i.exec(inner);
  if (parts === null) return undefined;
  const [, slash = "", written = "", separator = "", rest = ""] = parts;
  const name = written.toLowerCase();
  const base = name.slice(name.lastIndexOf(":") + 1);
  const isClosing = slash !== "";
  const isEmpty = separator === "/" || rest.endsWith("/");
  if (THOUGHT.test(base)) {
    if (isEmpty) return { kind: "token" };
    return isClosing ? { kind: "thought-close", name: "think" } : { kind: "thought-open", closes: "think" };
  }
  if (name === "details") {
    if (isClosing) return { kind: "thought-close", name };
    return /\btype\s{0,3}=\s{0,3}["']?reasoning/i.test(rest)
      ? { kind: "thought-open", closes: name }
      : undefined;
  }
  const namesTool = separator === "=" || /(?:^|\s)name\s{0,3}=/.test(rest);
  if (TOOL_TAG.test(base) || (NAMED_TOOL_TAG.test(base) && namesTool))
    return isClosing ? { kind: "tool-close", name: base } : { kind: "tool-open", closes: base };
  if (isClosing && NAMED_TOOL_TAG.test(base) && base !== "tool") return { kind: "tool-close", name: base };
  if (separator !== "" || rest !== "") return undefined;
  if (ANSWER.test(base))
    return isClosing ? { kind: "answer-close" } : { kind: "answer-open", isToken: false };
  if (name === "s") return { kind: "border", isClosing };
  if (!PLAIN_TOKEN.test(name)) return undefined;
  if (/^(?:end_of_turn|im_end|eot|endoftext|eos)$/.test(name)) return { kind: "turn-end" };
  return /^(?:start_of_turn|im_start)$/.test(name) ? { kind: "role-open" } : { kind: "token" };
}
