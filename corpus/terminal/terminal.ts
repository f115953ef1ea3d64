import { styleText } from "node:util";
import type { OutputStream, ProcessLike } from "../process-like.ts";

type Style = Parameters<typeof styleText>[0];

/**
 * Where a command writes. Results go to `stdout`; progress and errors to `stderr`, progress only where a
 * person is looking: a pipe and `--json` get nothing but the result.
 */
export interface Terminal {
  readonly json: boolean;
  /** One line of the result. Silent with `--json`. */
  line(text?: string): void;
  /** Without a line end: streamed text. Silent with `--json`. */
  text(text: string): void;
  /** The result for programs; the only thing printed with `--json`. */
  data(value: unknown, pretty?: boolean): void;
  /** A remark that is not part of the result. Silent with `--json`. */
  note(text: string): void;
  error(text: string): void;
  /** Replaces the progress line; undefined removes it. Shown on a terminal only. */
  progress(text: string | undefined): void;
  /** Styles text for `stdout`; plain where the output is no terminal or NO_COLOR is set. */
  style(style: Style, text: string): string;
  styleNote(style: Style, text: string): string;
}

export function createTerminal({ stdout, stderr, env }: ProcessLike, json: boolean): Terminal {
  let shown = false;
  const hasColor = (stream: OutputStream): boolean =>
    env["FORCE_COLOR"] !== undefined
      ? env["FORCE_COLOR"] !== "0"
      : stream.isTTY === true && env["NO_COLOR"] === undefined && env["TERM"] !== "dumb";
  const styled = (stream: OutputStream) => (style: Style, text: string) =>
    hasColor(stream) ? styleText(style, text, { validateStream: false }) : text;
  const clear = (): void => {
    if (shown) stderr.write("\r\u001B[K");
    shown = false;
  };
  const terminal: Terminal = {
    json,
    line: (text = "") => {
      if (!json) terminal.text(`${text}\n`);
    },
    text: (text) => {
      if (json) return;
      clear();
      stdout.write(text);
    },
    data: (value, pretty = true) => {
      if (!json) return;
      clear();
      stdout.write(`${JSON.stringify(value, null, pretty ? 2 : 0)}\n`);
    },
    note: (text) => {
      if (json) return;
      clear();
      stderr.write(`${text}\n`);
    },
    error: (text) => {
      clear();
      stderr.write(`${styled(stderr)("red", "Error:")} ${text}\n`);
    },
    progress: (text) => {
      if (json || stderr.isTTY !== true) return;
      clear();
      if (text === undefined) return;
      // A line that wraps could not be replaced. Some terminals say that they have no columns at all.
      const width = (stderr.columns || 80) - 1;
      stderr.write(text.length > width ? `${text.slice(0, width - 1)}…` : text);
      shown = true;
    },
    style: styled(stdout),
    styleNote: styled(stderr),
  };
  return terminal;
}
