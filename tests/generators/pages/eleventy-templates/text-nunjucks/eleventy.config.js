export default function (eleventyConfig) {
  eleventyConfig.addPairedShortcode("note", (content, kind) => `<div class="note ${kind}">${content}</div>`);
  eleventyConfig.addPairedShortcode(
    "highlight",
    (code, language) => `<pre><code class="language-${language}">${code.trim()}</code></pre>`,
  );
  eleventyConfig.addFilter(
    "highlight",
    (code, language) => `<pre><code class="language-${language}">${code.trim()}</code></pre>`,
  );
  eleventyConfig.addShortcode("badge", () => "");
  return { dir: { input: "src" }, markdownTemplateEngine: "njk", htmlTemplateEngine: "njk" };
}
