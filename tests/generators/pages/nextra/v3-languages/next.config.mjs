import nextra from "nextra";

const withNextra = nextra({ theme: "./theme.jsx" });

export default withNextra({
  i18n: { locales: ["en-US", "de"], defaultLocale: "en-US" },
});
