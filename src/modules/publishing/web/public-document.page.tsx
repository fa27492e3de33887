import { renderToString } from 'preact-render-to-string';
import { longDate } from '#src/kernel/dates.ts';
import type { Program } from '#src/platform/program.ts';
import { Layout } from '#src/ui/layout.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { publicFacts } from '../domain/public-facts.ts';
import type { Publication } from '../domain/publication.ts';
import { BudgetTable } from './budget-table.view.tsx';
import { publicHref } from './document-of-school.ts';
import { publicRoute } from './public-answer.ts';
import { Words } from './words.view.tsx';

/** A published document for anybody: no session, no cookie, no script, and nothing of a pupil. */
export default publicRoute('/p/:urn/:document', (publication, { urn, program }) => ({
  type: 'text/html; charset=UTF-8',
  body: drawn(publication, { urn, program }),
}));

function drawn(publication: Publication, { urn, program }: { urn: string; program: Program }): string {
  const { schoolName, kind } = publication.content;
  const page = renderToString(
    <Layout
      title={`${kindsOfDocument[kind].title} of ${schoolName}`}
      nav={[]}
      canFind={false}
      assets={{ css: program.assets.css, js: [] }}
    >
      {publication.withdrawnOn === null ? (
        <Shown publication={publication} urn={urn} />
      ) : (
        <PageHead
          title={`${kindsOfDocument[kind].title} of ${schoolName}`}
          lead={`It was withdrawn on ${longDate(publication.withdrawnOn)}. Ask the school for it.`}
        />
      )}
    </Layout>,
  );
  return `<!doctype html>${page}`;
}

function Shown({ publication, urn }: { publication: Publication; urn: string }) {
  const { content } = publication;
  const { title } = kindsOfDocument[content.kind];
  return (
    <article class="narrow">
      <PageHead title={`${title} of ${content.schoolName}`} lead={publicFacts(publication)} />
      <p class="not-on-paper">
        <a href={`${publicHref(urn, content.kind)}/document.pdf`}>{`${title} as PDF`}</a>
      </p>
      {content.parts.map(({ part, title: heading, words }) => (
        <section key={part}>
          <h2>{heading}</h2>
          <Words words={words} />
        </section>
      ))}
      {content.lines.length > 0 && (
        <section>
          <h2>Budgeted costs</h2>
          <BudgetTable lines={content.lines} />
        </section>
      )}
    </article>
  );
}
