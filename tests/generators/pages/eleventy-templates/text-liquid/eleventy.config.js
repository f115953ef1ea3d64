export default function (eleventyConfig) {
  eleventyConfig.addPairedShortcode("callout", (content) => `<aside>${content}</aside>`);
}
