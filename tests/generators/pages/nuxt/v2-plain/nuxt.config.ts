export default defineNuxtConfig({
  modules: ["@nuxt/content"],
  content: { highlight: false },
  nitro: { prerender: { routes: ["/", "/headings", "/_notes/x", "/drafted", "/guide", "/no-navigation"], crawlLinks: false, failOnError: false } },
  compatibilityDate: "2025-01-01",
  telemetry: false,
});
