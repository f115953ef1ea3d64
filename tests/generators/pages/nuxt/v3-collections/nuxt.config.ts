export default defineNuxtConfig({
  modules: ["@nuxt/content"],
  content: { experimental: { sqliteConnector: "native" } },
  nitro: { prerender: { routes: ["/"], crawlLinks: false, failOnError: false } },
  compatibilityDate: "2025-01-01",
  telemetry: false,
});
