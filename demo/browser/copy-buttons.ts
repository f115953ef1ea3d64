/** How long a button says that it has copied. */
const CONFIRMATION_MS = 1600;

/** Copies and says so in the button's own name, which assistive technology reads because it has the focus. */
export function connectCopyButton(button: HTMLButtonElement, readText: () => string): void {
  const label = button.textContent;
  const say = (text: string): void => {
    button.textContent = text;
    setTimeout(() => (button.textContent = label), CONFIRMATION_MS);
  };
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(readText()).then(
      () => say("Copied"),
      () => say("Press Ctrl+C"),
    );
  });
}

/** Gives every code block of the page a button: without JavaScript there is none that does nothing. */
export function addCopyButtons(): void {
  for (const block of document.querySelectorAll(".code")) {
    const bar = block.querySelector(".code-bar");
    const code = block.querySelector("code");
    if (!bar || !code) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = "Copy";
    bar.append(button);
    connectCopyButton(button, () => (code.textContent ?? "").trimEnd());
  }
}
