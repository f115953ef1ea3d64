import nextra from "nextra";

const withNextra = nextra({ search: false });

export default withNextra({
  i18n: { locales: ["en", "de"], defaultLocale: "en" },
  output: "export",
  images: { unoptimized: true },
});
