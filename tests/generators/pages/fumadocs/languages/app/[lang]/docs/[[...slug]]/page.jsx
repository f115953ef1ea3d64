import { source as source } from "../../../../lib/source";

export default async function Page({ params }) {
  const { slug, lang } = await params;
  const { body: Content } = source.getPage([slug ?? []].flat(), lang).data;
  return (
    <main>
      <Content />
    </main>
  );
}

export function generateStaticParams() {
  return source.generateParams();
}
