export default defineNuxtConfig({
  modules: ["@nuxt/content"],
  app: { baseURL: "/base/" },
  content: { experimental: { sqliteConnector: "native" } },
  nitro: { prerender: { routes: ["/", "/headings"], crawlLinks: false, failOnError: false } },
  compatibilityDate: "2025-01-01",
  telemetry: false,
});
