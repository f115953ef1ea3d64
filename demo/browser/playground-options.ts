/**
 * What the playground offers, in the order of its form. The page's controls are built from this list, and
 * its script reads and writes them by it. Defaults are those of the element: a value that equals its default
 * appears neither in the address nor in a snippet.
 */
export type PlaygroundControl =
  | { kind: "choice"; values: readonly string[] }
  | { kind: "text"; maxChars: number; hint: string }
  | { kind: "lines"; hint: string }
  | { kind: "colour" }
  | { kind: "switch" };

export interface PlaygroundOption {
  attribute: string;
  label: string;
  control: PlaygroundControl;
  default: string;
  /** Modes in which the attribute has an effect; all where absent. */
  modes?: readonly string[];
}

export interface PlaygroundSection {
  title: string;
  options: readonly PlaygroundOption[];
}

const WITH_LAUNCHER = ["floating", "drawer"];

export const PLAYGROUND_SECTIONS: readonly PlaygroundSection[] = [
  {
    title: "Layout",
    options: [
      {
        attribute: "mode",
        label: "Mode",
        control: { kind: "choice", values: ["floating", "drawer", "inline"] },
        default: "floating",
      },
      {
        attribute: "position",
        label: "Position",
        control: { kind: "choice", values: ["bottom-end", "bottom-start", "end", "start"] },
        default: "bottom-end",
        modes: WITH_LAUNCHER,
      },
      {
        attribute: "push",
        label: "Push the page",
        control: { kind: "switch" },
        default: "false",
        modes: ["drawer"],
      },
      {
        attribute: "open",
        label: "Open at once",
        control: { kind: "switch" },
        default: "false",
        modes: WITH_LAUNCHER,
      },
    ],
  },
  {
    title: "Appearance",
    options: [
      { attribute: "accent", label: "Accent", control: { kind: "colour" }, default: "" },
      {
        attribute: "theme",
        label: "Theme",
        control: { kind: "choice", values: ["auto", "light", "dark"] },
        default: "auto",
      },
    ],
  },
  {
    title: "Words",
    options: [
      {
        attribute: "assistant-name",
        label: "Assistant name",
        control: { kind: "text", maxChars: 80, hint: "Docs assistant" },
        default: "",
      },
      {
        attribute: "greeting",
        label: "Greeting",
        control: { kind: "text", maxChars: 500, hint: "What would you like to know?" },
        default: "",
      },
      {
        attribute: "starters",
        label: "Starter questions, one a line",
        control: { kind: "lines", hint: "How do I install it?\nDoes it need an API key?" },
        default: "",
      },
      {
        attribute: "placeholder",
        label: "Placeholder",
        control: { kind: "text", maxChars: 120, hint: "Ask about our docs" },
        default: "",
      },
      {
        attribute: "disclaimer",
        label: "Disclaimer",
        control: { kind: "text", maxChars: 500, hint: "Answers come from our pages. Check the sources." },
        default: "",
      },
      {
        attribute: "launcher-label",
        label: "Launcher label",
        control: { kind: "text", maxChars: 80, hint: "Ask us anything" },
        default: "",
        modes: WITH_LAUNCHER,
      },
    ],
  },
  {
    title: "Behaviour",
    options: [
      {
        attribute: "persist",
        label: "Keep the conversation",
        control: { kind: "choice", values: ["session", "device", "none"] },
        default: "session",
      },
      {
        attribute: "lang",
        label: "Language",
        control: { kind: "text", maxChars: 35, hint: "en, de, ar" },
        default: "",
      },
      {
        attribute: "dir",
        label: "Direction",
        control: { kind: "choice", values: ["auto", "ltr", "rtl"] },
        default: "auto",
      },
      {
        attribute: "hotkey",
        label: "Hotkey",
        control: { kind: "text", maxChars: 20, hint: "mod+i" },
        default: "",
        modes: WITH_LAUNCHER,
      },
      { attribute: "debug", label: "Diagnostics panel", control: { kind: "switch" }, default: "false" },
    ],
  },
];

export const PLAYGROUND_OPTIONS: readonly PlaygroundOption[] = PLAYGROUND_SECTIONS.flatMap(
  (section) => section.options,
);
