/** A command of the assistant's queue: the name of a method and its arguments. */
type Command = [string, ...string[]];

declare global {
  interface Window {
    AssistantChat?: { push(command: Command): unknown };
  }
}

/** Buttons that open the assistant, and ask when they carry a question. They stay hidden until it is there. */
export function connectAskButtons(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>("button[data-ask]");
  if (buttons.length === 0) return;
  void customElements.whenDefined("assistant-chat").then(() => {
    for (const button of buttons) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const queue = (window.AssistantChat ??= [] as Command[]);
        const question = button.dataset["ask"] ?? "";
        queue.push(question === "" ? ["show"] : ["ask", question]);
      });
    }
  });
}
