import { PLAYGROUND_SECTIONS, type PlaygroundOption } from "../browser/playground-options.ts";
import { escapeHtml } from "./html.ts";

/** The colour that the picker stands on until one is chosen. */
const PICKER_START = "#4636d4";

function control(option: PlaygroundOption): string {
  const { attribute: name, label, control: kind } = option;
  const id = `option-${name}`;
  const text = escapeHtml(label);
  const code = `<code>${name}</code>`;
  if (kind.kind === "switch") {
    return `<div class="field field-switch" data-option="${name}"><input type="checkbox" role="switch" id="${id}" name="${name}"><label for="${id}">${text} ${code}</label></div>`;
  }
  if (kind.kind === "choice") {
    const choices = kind.values
      .map((value) => {
        const checked = value === option.default ? " checked" : "";
        return `<label><input type="radio" name="${name}" value="${value}"${checked}><span>${value}</span></label>`;
      })
      .join("");
    return `<fieldset class="field" data-option="${name}"><legend>${text} ${code}</legend><div class="segments">${choices}</div></fieldset>`;
  }
  const labelled = `<label for="${id}">${text} ${code}</label>`;
  if (kind.kind === "lines") {
    return `<div class="field" data-option="${name}">${labelled}<textarea id="${id}" name="${name}" rows="3" placeholder="${escapeHtml(kind.hint)}"></textarea></div>`;
  }
  if (kind.kind === "colour") {
    return `<div class="field field-colour" data-option="${name}">${labelled}<input type="color" id="${id}" name="${name}" value="${PICKER_START}"></div>`;
  }
  return `<div class="field" data-option="${name}">${labelled}<input type="text" id="${id}" name="${name}" maxlength="${kind.maxChars}" placeholder="${escapeHtml(kind.hint)}" autocomplete="off" spellcheck="false"></div>`;
}

function snippet(id: string, title: string): string {
  return `<section class="snippet"><h2 id="${id}-title">${title}</h2><div class="code" id="${id}"><div class="code-bar"><span class="code-language">html</span></div><pre tabindex="0" role="group" aria-labelledby="${id}-title"><code></code></pre></div></section>`;
}

/** The content of `/playground/`: the form, the preview and the snippets. Its words come after it, as Markdown. */
export function playgroundContent(wordsHtml: string): string {
  const sections = PLAYGROUND_SECTIONS.map(
    (section) =>
      `<details class="option-section" open><summary>${section.title}</summary>\n${section.options.map(control).join("\n")}\n</details>`,
  ).join("\n");
  return `<noscript><p class="notice">The playground needs JavaScript. The <a href="/element/attributes/">table of attributes</a> shows the same without it.</p></noscript>
<div class="playground">
<form id="playground-form" aria-label="Settings">
${sections}
</form>
<div class="preview">
<div class="preview-bar">
<span class="preview-dots" aria-hidden="true"></span>
<div class="segments" role="group" aria-label="Width of the preview"><button type="button" data-preview-width="desktop" aria-pressed="true">Desktop</button><button type="button" data-preview-width="phone" aria-pressed="false">Phone</button></div>
<span class="spacer"></span>
<button type="button" class="quiet-button" id="playground-reset">Reset</button>
<button type="button" class="quiet-button" id="playground-link">Copy link</button>
</div>
<div class="preview-stage" data-width="desktop"><iframe id="playground-preview" src="/playground/preview/" title="Preview of the assistant"></iframe></div>
</div>
<div class="snippets">
${snippet("snippet-script", "One script tag")}
${snippet("snippet-element", "The element")}
</div>
</div>
${wordsHtml}`;
}

/** The page inside the preview: a plain host page, so that the assistant is seen as on a site. */
export function previewDocument(assetVersion: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Preview</title>
<link rel="stylesheet" href="/site/preview.css?v=${assetVersion}">
<script src="/site/theme.js?v=${assetVersion}"></script>
<script type="module" src="/assistant-chat.js"></script>
<script type="module" src="/site/playground-preview.js?v=${assetVersion}"></script>
</head>
<body data-mode="floating">
<div class="bar"><strong>Your site</strong><span>Products</span><span>Pricing</span><span>Help</span></div>
<div class="text">
<h1>Help centre</h1>
<p>This stands for a page of yours. The assistant takes its font from the page and its colours from one accent.</p>
<div id="inline-place"></div>
<div class="lines" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></div>
</div>
</body>
</html>
`;
}
