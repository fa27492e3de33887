import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { InsightTabs } from '#src/ui/insight-tabs.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { yearWords } from '../domain/document.ts';
import { listReportsToRead } from '../queries/list-reports.ts';
import { reportHref } from './document-of-school.ts';

/** The SEND reports that the governors were given, the newest first. */
export default page({
  path: '/insight/reports',
  params: z.object({}),
  may: 'register.figures',
  section: 'Insight',
  title: 'Reports to the governors',
  about: { none: 'Reports of figures, no pupil' },
  load: ({ tx }) => listReportsToRead(tx),
  view: ({ subject: reports, actor }) => (
    <>
      <PageHead
        title="Reports to the governors"
        lead="As they were approved by the headteacher. They are not public."
      />
      <InsightTabs actor={actor} current="/insight/reports" />
      {reports.length === 0 ? (
        <EmptyState title="No report yet">
          <p>
            The SENCO writes it under School, Published documents. It stands here once the headteacher
            approved it.
          </p>
        </EmptyState>
      ) : (
        <Card>
          <ActionList
            items={reports.map(
              ({ number, publishedOn, content }): Action => ({
                label: `SEND report ${yearWords(content.firstYear)}, number ${number}`,
                href: reportHref(number),
                why: `Given on ${longDate(publishedOn)}`,
              }),
            )}
          />
        </Card>
      )}
    </>
  ),
});
