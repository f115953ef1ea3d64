import { generateStaticParamsFor, importPage } from "nextra/pages";

export const generateStaticParams = generateStaticParamsFor("mdxPath");

export default async function Page({ params }) {
  const { mdxPath, lang } = await params;
  const { default: Content } = await importPage(mdxPath, lang);
  return (
    <main>
      <Content />
    </main>
  );
}
