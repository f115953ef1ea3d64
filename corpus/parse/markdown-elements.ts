/** Elements of HTML whose content is Markdown: `<div markdown="1">` to its `</div>`. */
export interface MarkdownElements {
  /** Takes what stands between paragraphs as HTML, in the order of the page. */
  read: (html: string) => void;
  readonly isOpen: boolean;
}

const TAG = /<(\/?)([a-z][a-z0-9-]{0,30})((?:\s[^<>]{0,1000})?)>/gi;

export function createMarkdownElements(): MarkdownElements {
  let name: string | undefined;
  let depth = 0;
  return {
    read(html) {
      for (const [, slash = "", tag = "", attributes = ""] of html.matchAll(TAG)) {
        const isSame = tag.toLowerCase() === name;
        if (
          name === undefined &&
          slash === "" &&
          /\smarkdown\s*=\s*["']?(?:1|block|span)/i.test(attributes)
        ) {
          name = tag.toLowerCase();
          depth = 1;
        } else if (isSame) {
          depth += slash === "" ? 1 : -1;
          if (depth === 0) name = undefined;
        }
      }
    },
    get isOpen() {
      return name !== undefined;
    },
  };
}
