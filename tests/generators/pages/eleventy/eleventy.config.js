import markdownIt from "markdown-it";
import markdownItAnchor from "markdown-it-anchor";

export default function (eleventyConfig) {
  eleventyConfig.setLibrary("md", markdownIt({ html: true, linkify: true }).use(markdownItAnchor));
  eleventyConfig.addPassthroughCopy({ "public": "/" });
  eleventyConfig.ignores.add("content/ignored/**");
  return {
    dir: { input: "content", includes: "_includes", data: "_data", output: "_site" },
    pathPrefix: "/prefix/",
  };
}
