import { expect, type Locator, type Page } from "@playwright/test";

/** The assistant on a page, by the names and roles that a visitor's tools see. */
export class Assistant {
  readonly page: Page;
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly input: Locator;
  readonly transcript: Locator;

  constructor(page: Page, { panel }: { panel?: Locator } = {}) {
    this.page = page;
    this.launcher = page.locator("assistant-chat").last().getByRole("button").first();
    this.panel = panel ?? page.getByRole("dialog");
    this.input = this.panel.getByRole("textbox");
    this.transcript = this.panel.getByRole("log");
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await expect(this.input).toBeFocused();
  }

  async ask(question: string): Promise<void> {
    await this.input.fill(question);
    await this.input.press("Enter");
  }

  /** Until the answer is complete: its actions are there. */
  async answered(): Promise<void> {
    await expect(this.panel.getByRole("button", { name: "Copy", exact: true }).last()).toBeAttached();
    await expect(this.panel.getByRole("button", { name: "Stop" })).toHaveCount(0);
  }

  citations(): Locator {
    return this.transcript.getByRole("link", { name: /^Source \d+: / });
  }
}
