import { ENGLISH, type Strings } from "./strings.ts";

/** English comes with the panel; every other language is a file. */
const IS_ENGLISH = /^en(-|$)/i;

/** The sentences of one panel, in the language that its configuration asks for. */
export class SpokenLanguage {
  /** Changed in place: whoever shows a sentence reads it here when it is shown. */
  readonly strings: Strings = { ...ENGLISH };
  direction: "ltr" | "rtl" = "ltr";
  /** BCP 47, as it was asked for last. */
  tag = "en";
  isReady = true;
  /** Settles when the sentences are those of {@link tag}. Never rejects. */
  ready = Promise.resolve();

  /**
   * @param tag BCP 47. A language that there is no file for, or whose file does not load, is English.
   * @param onChange called when the sentences have changed.
   */
  speak(tag: string, onChange: () => void): void {
    const isSame = tag === this.tag || (IS_ENGLISH.test(tag) && IS_ENGLISH.test(this.tag));
    if (isSame) return;
    this.tag = tag;
    this.isReady = false;
    this.ready = import("./locales/main.ts")
      .then(({ changeLanguage }) => changeLanguage(this, tag))
      // The next configuration tries again.
      .catch(() => void (this.tag = "en"))
      .then(() => {
        this.isReady = true;
        onChange();
      });
  }
}
