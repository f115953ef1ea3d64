import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSpokenText } from "../../../../core/completion/spoken-text.ts";
import type { SpokenEvent } from "../../../../core/completion/spoken-words.ts";
import { readCutEverywhere } from "../../../support/cut-everywhere.ts";

const ENDED = "¦";

function hear(pieces: readonly string[]): string {
  const spoken = createSpokenText();
  const show = (events: readonly SpokenEvent[]): string =>
    events.map((event) => (event.type === "text" ? event.text : ENDED)).join("");
  return pieces.map((piece) => show(spoken.push(piece))).join("") + show(spoken.end());
}

const hearCut = (text: string): string => readCutEverywhere(hear, text);

const FENCE = "```";

describe("a thought is not said", () => {
  test.each([
    "<think>\nNinety-nine?\n</think>\n\nSay this [1].",
    "<THINK>x</THINK>Say this [1].",
    "<think type='long' effort=\"2\">x</think>Say this [1].",
    "< think >x</ think >Say this [1].",
    "<think\n>x</think\n>Say this [1].",
    "\n\n<thinking>x</thinking>\nSay this [1].",
    "<thought>x</thought>Say this [1].",
    "<reasoning>x</reasoning>Say this [1].",
    "<reflection>x</reflection>Say this [1].",
    "<scratchpad>x</scratchpad>Say this [1].",
    "<inner_monologue>x</inner_monologue>Say this [1].",
    "<chain_of_thought>x</chain_of_thought>Say this [1].",
    "<longcat_think>x</longcat_think>Say this [1].",
    "<seed:think>x<seed:cot_budget_reflect>y</seed:cot_budget_reflect>z</seed:think>Say this [1].",
    "<mm:think>x</mm:think>Say this [1].",
    "<ifm|think>x</ifm|think>Say this [1].",
    "<|think|>x<|/think|>Say this [1].",
    "<|START_THINKING|>x<|END_THINKING|><|START_RESPONSE|>Say this [1].<|END_RESPONSE|>",
    "<|begin_of_thought|>x<|end_of_thought|>\n\n<|begin_of_solution|>Say this [1].<|end_of_solution|>",
    "<|inner_prefix|>x<|inner_suffix|>Say this [1].",
    "<|channel>thought\nx<channel|>Say this [1].",
    "[THINK]x[/THINK]Say this [1].",
    "◁think▷x◁/think▷Say this [1].",
    "＜think＞x＜/think＞Say this [1].",
    "<think>x</think>\n<answer>Say this [1].</answer>",
    "<think>x</think>\n\n<response>\nSay this [1].\n</response>",
    "<think>x\n<answer>Say this [1].</answer>",
    "<thinking>x<think>y</think>z</thinking>Say this [1].",
    "<think>It asks of the <think> tag. So be it.</think>Say this [1].",
    "<think>It asks of `<think>` and `</think>` here.</think>Say this [1].",
    '<think>The tag "</think>" ends it.</think>Say this [1].',
    "<think>One.</think>\n\n<think>Two.</think>\n\nSay this [1].",
    "<think></think>Say this [1].",
    "<think/>Say this [1].",
    "<|channel|>analysis<|message|>x<|end|><|start|>assistant<|channel|>final<|message|>Say this [1].<|return|>",
    "<|channel|>analysis<|message|>x<|channel|>final <|constrain|>text<|message|>Say this [1].",
    "<|start|>assistant<|channel|>commentary<|message|>x<|end|><|start|>assistant<|channel|>final<|message|>Say this [1].<|end|>",
    "analysisWe have to look. Fine.assistantfinalSay this [1].",
    "Here is my thought process:\nx\n\nHere is my response:\nSay this [1].",
    '<details type="reasoning" done="true" duration="2">\n<summary>Thought</summary>\n> x\n</details>\nSay this [1].',
    "```thinking\nx\n```\nSay this [1].",
  ])("%j", (text) => {
    expect(hearCut(text)).toBe("Say this [1].");
  });

  test.each([
    ["<think>x", ""],
    ["Said [1]. <think>x", "Said [1]."],
    ["Said [1].\n\n<think>x</think>\n\nMore [2].", "Said [1].\n\nMore [2]."],
    ["Said [1]. <think>x</think> More [2].", "Said [1]. More [2]."],
    ["Let me see: <think>x</think>\nSo [1].", "Let me see:\nSo [1]."],
    ["Hm… <think>x</think> So [1].", "Hm… So [1]."],
    ["Said.\n<think>x\nUse a List<Thought> here.</think>So [1].", "Said.\nSo [1]."],
    ["<think>x</think>Use a List<Thought> [1].", "Use a List<Thought> [1]."],
    ["<|channel|>analysis<|message|>x", ""],
    ["analysisWe have to look.", ""],
    ["<think>x<|im_end|>", ""],
    ["Said [1].<thi", "Said [1]."],
    ["Said [1].</thin", "Said [1]."],
  ])("unfinished or in between: %j", (text, said) => {
    expect(hearCut(text)).toBe(said);
  });

  test("without its opening mark, all before the closing one was thought", () => {
    expect(hearCut("Perhaps 99 [1].\n</think>\n\nSay this [1].")).toBe(
      `Perhaps 99 [1].${ENDED}Say this [1].`,
    );
    expect(hearCut("Perhaps 99.◁/think▷Say this [1].")).toBe(`Perhaps 99.${ENDED}Say this [1].`);
  });

  test("a thought that speaks of a mark goes on, and has ended there if no other mark ends it", () => {
    expect(hearCut("<think>The tag </think> ends it. So 9.</think>Say this [1].")).toBe("Say this [1].");
    expect(hearCut("<think>so it is 9 </think> it costs 9 [1].")).toBe("it costs 9 [1].");
  });

  test("a closing mark behind words of a tag ends the thought all the same", () => {
    expect(hearCut("It asks of <think> tags. So 9.</think>Say this [1].")).toBe(
      `It asks of <think> tags. So 9.${ENDED}Say this [1].`,
    );
    expect(hearCut("It asks of <think> tags, so say 9\n</think>\n\nSay this [1].")).toBe(
      `It asks of <think> tags, so say 9${ENDED}Say this [1].`,
    );
  });
});

describe("a call of a tool is not said", () => {
  test.each([
    '<tool_call>\n{"name": "search", "arguments": {}}\n</tool_call>\nSay this [1].',
    '<function=search>{"q": 1}</function>Say this [1].',
    "<tool_call><function=search><parameter=q>1</parameter></function></tool_call>Say this [1].",
    '<function_calls><invoke name="s"><parameter name="q">1</parameter></invoke></function_calls>Say this [1].',
    '<minimax:tool_call><invoke name="s"></invoke></minimax:tool_call>Say this [1].',
    "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>s<｜tool▁sep｜>{}<｜tool▁call▁end｜><｜tool▁calls▁end｜>Say this [1].",
    '<｜DSML｜function_calls><｜DSML｜invoke name="s"></｜DSML｜invoke></｜DSML｜function_calls>Say this [1].',
    "<|tool_calls_section_begin|><|tool_call_begin|>s<|tool_call_end|><|tool_calls_section_end|>Say this [1].",
    "<|START_ACTION|>[]<|END_ACTION|>Say this [1].",
    "<|tool_call>call:s{}<tool_call|>Say this [1].",
    "```tool_code\nsearch()\n```\nSay this [1].",
    'Say this [1].\n[TOOL_CALLS][{"name": "search"}]',
    'Say this [1].<|python_tag|>search.call(q="1")<|eom_id|>',
    'Say this [1].<tool_call>{"name": "sea',
  ])("%j", (text) => {
    expect(hearCut(text)).toBe("Say this [1].");
    const spoken = createSpokenText();
    spoken.push(text);
    spoken.end();
    expect(spoken.hasToolCall).toBe(true);
  });
});

describe("marks of templates are not said", () => {
  test.each([
    "Say this [1].<|im_end|>",
    "Say this [1].<|eot_id|>",
    "Say this [1].</s>",
    "<s>Say this [1].</s>",
    "<s> Say this [1].",
    "Say this [1].<end_of_turn>\n<eos>",
    "Say this [1].<｜end▁of▁sentence｜>",
    "Say this [1].<|END_OF_TURN_TOKEN|>",
    "Say this [1].<|endoftext|>Human: and this?",
    "Say this [1].<|im_end|>\n<|im_start|>user\nAnd this?",
    "Say this [1].\n<|user|>\nAnd this?",
    "Say this [1].[INST] And this? ",
    "<|im_start|>assistant\nSay this [1].<|im_end|>",
    "<|start_header_id|>assistant<|end_header_id|>\n\nSay this [1].<|eot_id|>",
    "<|start_of_role|>assistant<|end_of_role|>Say this [1].<|end_of_text|>",
    "<start_of_turn>model\nSay this [1].<end_of_turn>",
    "<|assistant|>\nSay this [1].",
    "Say <unused62>this [1].<pad><pad>",
  ])("%j", (text) => {
    expect(hearCut(text)).toBe("Say this [1].");
  });
});

describe("words of an answer stay", () => {
  test.each([
    "The model writes `<think>` first [1].",
    "The model writes ``<think>`x`</think>`` first [1].",
    `It looks so:\n\n${FENCE}\n<think>x</think>\n<|im_end|>\n${FENCE}\n\nThen the answer [1].`,
    `It looks so:\n\n- ${FENCE}xml\n  <think>x</think>\n  ${FENCE}\n\nThen the answer [1].`,
    `~~~~\n<tool_call>\n~~~\n</s>\n~~~~\nok [1]`,
    'The tag "<think>" begins it, and “</think>” ends it [1].',
    "`</s>` ends a sequence, `[INST]` begins a request [1].",
    "If a < b and c > d, use `a`; see <b>this</b> and std::vector<int> [1].",
    "Call a[0], [INSTALL], [x](y) and [TODO] [1].",
    "Use the <output> element [1].",
    "The <reason> element says why [1].",
    "Now <s>99</s> 79 euros [1].",
    "<details>\n<summary>More</summary>\nText [1].\n</details>",
    "analysis of it shows more [1]",
    "A function f <| x |> g [1].",
    "1 < 2",
    "<",
    "5 ~ 6 ~~x~~ [1]",
    "One `stray mark, and\n\nanother `pair` [1].",
    "It returns a List<Thought>, or a Promise<Reasoning> [1].",
    "Map<string, Analysis> and Array<ToolCall> hold them [1].",
    "A Promise<FunctionCall> resolves to Invoke objects [1].",
    "Models write <think> and </think> around it [1].",
    "Models wrap it in <think>…</think> tags [1].",
    "The marks are <think></think>.\n\nMore [1].",
    "It writes </think> and goes on [1].",
    "It ends with </think>, then answers [1].",
    "The opening tag is this: <think>, the closing one </think> [1].",
    "The opening tag:\n\n- <think> opens [1]\n- </think> closes [1]",
    "<reason>x</reason> says why [1].",
    "Wrap the <tool_call> element in a <tools> element [1].",
    "<s>99</s> 79 euros [1].",
    "<s>99 euros</s>, now 79 [1].",
  ])("%j", (text) => {
    expect(hearCut(text)).toBe(text);
  });

  test("a stray backtick quotes nothing", () => {
    expect(hearCut("A ` B.\n<think>x</think>\nC [1]")).toBe("A ` B.\nC [1]");
    expect(hearCut("A ` B.\n<think>x</think>\nC\n\n`d` [1]")).toBe("A ` B.\nC\n\n`d` [1]");
  });

  test("whatever is written, the cuts decide nothing and no token of a template comes through", () => {
    const parts = fc.constantFrom(
      "<think>", "</think>", "`", "``", "\n", "\n\n", FENCE, "<", ">", "<|im_end|>", "<|channel|>", "final",
      "<|message|>", "<tool_call>", "</tool_call>", "word ", " ", '"', "[1]", "[THINK]", "[/THINK]", "~~~", "</s>",
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), fc.integer({ min: 1, max: 5 }), (words, size) => {
        const text = words.join("");
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
        const whole = hear([text]);
        expect(hear(pieces)).toBe(whole);
        if (!/[`~"]/.test(text)) expect(whole).not.toMatch(/<\|/);
      }),
      { numRuns: 3_000 },
    );
  });

  test("thoughts at the beginnings of lines and sentences never come through, and all else does", () => {
    const said = fc.constantFrom(
      "It is a List<Thought> [1].",
      "The tag <think> opens it [2].",
      "Set `<think>` to 9 [1].",
      "It ends with </think>, as ever.",
    );
    const thought = fc.constantFrom(
      "Hm, SECRET.",
      "It asks of <think> tags. SECRET",
      "List<Thought>: SECRET.",
    );
    const marks = fc.constantFrom(["<think>", "</think>"], ["<reasoning>\n", "\n</reasoning>"]);
    const part = fc.oneof(
      said,
      fc.tuple(marks, thought).map(([[open, close], text]) => `${open}${text}${close}`),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.constantFrom(" ", "\n", "\n\n")), { maxLength: 8 }), (parts) => {
        const text = parts.flat().join("");
        const heard = hear([...text]);
        expect(heard).toBe(hear([text]));
        const kept = parts.map(([words]) => words).filter((words) => !words.includes("SECRET"));
        expect(heard.split(/\s+/).join(" ")).toBe(kept.join(" "));
      }),
      { numRuns: 1_000 },
    );
  });

  test("takes time in proportion to the text, whatever is in it", () => {
    // Looked at again and again, a text of this length would not be done in hours.
    for (const word of ["a < b ` c [x] <b> ", "<think>", "`<think> ", "<|x ", "[THI", "`", "\n"]) {
      const text = word.repeat(Math.ceil(300_000 / word.length));
      expect(hear(text.match(/[^]{1,64}/g) ?? []).length).toBeLessThanOrEqual(text.length);
    }
  });
});
