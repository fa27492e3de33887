import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { yearWords } from '../domain/document.ts';
import { publicFacts } from '../domain/public-facts.ts';
import type { Publication } from '../domain/publication.ts';
import { tablesIn } from '../domain/report-tables.ts';
import { reportHref } from './document-of-school.ts';
import { loadReport, noPupil, OfReport } from './report-subject.ts';
import { ReportTables } from './report-tables.view.tsx';
import { Words } from './words.view.tsx';

/** A SEND report as the governors were given it. */
export default page({
  path: '/insight/reports/:number',
  params: OfReport,
  may: 'register.figures',
  section: 'Insight',
  title: ({ content }: Publication) => `SEND report ${yearWords(content.firstYear)}`,
  about: noPupil,
  load: ({ tx, params }) => loadReport(tx, params.number),
  view: ({ subject: report }) => {
    const { content, number } = report;
    const href = reportHref(number);
    return (
      <article>
        <BackLink href="/insight/reports">Reports to the governors</BackLink>
        <PageHead
          title={`SEND report ${yearWords(content.firstYear)}`}
          lead={`${content.schoolName}. ${publicFacts(report)}`}
          actions={
            <ExportMenu
              ways={[
                { label: 'PDF', href: `${href}/report.pdf` },
                { label: 'Word', href: `${href}/report.docx` },
              ]}
            />
          }
        />
        <Card>
          {content.parts.map(({ part, title, words }) => (
            <section key={part}>
              <h2>{title}</h2>
              <Words words={words} />
              <ReportTables tables={tablesIn(content.tables, part)} />
            </section>
          ))}
        </Card>
      </article>
    );
  },
});
