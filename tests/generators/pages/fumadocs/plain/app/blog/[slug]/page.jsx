import { blog as source } from "../../../lib/source";

export default async function Page({ params }) {
  const { slug } = await params;
  const { body: Content } = source.getPage([slug ?? []].flat()).data;
  return (
    <main>
      <Content />
    </main>
  );
}

export function generateStaticParams() {
  return source.generateParams().map(({ slug }) => ({ slug: slug[0] }));
}
