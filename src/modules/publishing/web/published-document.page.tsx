import { may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { dueOf, wordsOf, yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { type ReportTable, tablesIn } from '../domain/report-tables.ts';
import { getReportTables } from '../queries/get-report-facts.ts';
import { BudgetTable } from './budget-table.view.tsx';
import { type Held, loadDocument, OfKind, publicNow, publishedHref, rulesOf } from './document-of-school.ts';
import { Steps } from './document-steps.view.tsx';
import { Parts } from './part-list.view.tsx';
import { ReportTables } from './report-tables.view.tsx';
import { Words } from './words.view.tsx';

type Subject = Held & { readonly tables: readonly ReportTable[] };

/** A document as it stands: its parts, its words, and the steps until it is public. */
export default page({
  path: '/school/published/:document',
  params: OfKind,
  may: 'published.prepare',
  about: { none: 'It shows words about the school, no pupil' },
  section: 'School',
  title: ({ kind }: Subject) => kindsOfDocument[kind].title,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadDocument(tx, params.document);
    return held === null ? null : { ...held, tables: await getReportTables(tx, held.document) };
  },
  view: ({ subject, actor }) => {
    const { kind, document } = subject;
    const due = dueOf(kind, document.firstYear, publicNow(subject)?.publishedOn ?? null);
    return (
      <>
        <BackLink href={publishedHref}>Published documents</BackLink>
        <PageHead title={`${kindsOfDocument[kind].title} ${yearWords(document.firstYear)}`} lead={due.why} />
        {may(actor, 'school.manage') ? (
          <Workbench list={<Parts held={subject} at={null} />} side={<Steps held={subject} actor={actor} />}>
            <Whole held={subject} />
          </Workbench>
        ) : (
          <Columns side={<Steps held={subject} actor={actor} />}>
            <Whole held={subject} />
          </Columns>
        )}
      </>
    );
  },
});

/** Every part with its words, those that must be there also without. */
function Whole({ held }: { held: Subject }) {
  const { document } = held;
  return (
    <Card>
      {rulesOf(held).map(({ part, title, isMust }) => {
        const words = wordsOf(document, part);
        const tables = tablesIn(held.tables, part);
        return words === '' && !isMust ? null : (
          <section key={part}>
            <h2>{title}</h2>
            {words === '' ? <p class="quiet">Not written yet</p> : <Words words={words} />}
            <ReportTables tables={tables} />
          </section>
        );
      })}
      {document.lines.length > 0 && (
        <section>
          <h2>Budgeted costs</h2>
          <BudgetTable lines={document.lines} />
        </section>
      )}
      {document.reviewOn !== null && <p>{`Reviewed on ${longDate(document.reviewOn)}.`}</p>}
    </Card>
  );
}
