import { z } from 'zod';
import { listGroups } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { readAdults } from '../queries/read-week.ts';
import { adultHref } from './of-adult.ts';

/** The week on paper: for each adult a sheet and a card, for each class a sheet. */
export default page({
  path: '/team/print',
  params: z.object({}),
  may: 'week.manage',
  section: 'Team',
  title: 'Print the week',
  about: { none: 'It lists adults and classes, no pupil' },
  load: async ({ tx }) => {
    const groups = await listGroups(tx, tx.scope.today);
    return {
      adults: await readAdults(tx, tx.scope.today),
      classes: groups.filter(({ kind }) => kind === 'class'),
    };
  },
  view: ({ subject: { adults, classes } }) => (
    <>
      <BackLink href="/team">Back to the week</BackLink>
      <PageHead title="Print the week" lead="As it holds today, as tagged PDF." />
      <Columns
        side={
          <Card title="Classes">
            <ul>
              {classes.map(({ groupId, name }) => (
                <li key={groupId}>
                  <a href={`/team/classes/${groupId}/week.pdf`}>{name}</a>
                </li>
              ))}
            </ul>
          </Card>
        }
      >
        <Card title="Adults">
          <ul>
            {adults.map(({ staffId, name }) => (
              <li key={staffId}>
                {name}:{' '}
                <a href={`${adultHref(staffId)}/week.pdf`}>
                  A4<span class="govuk-visually-hidden">{`, ${name}`}</span>
                </a>{' '}
                <a href={`${adultHref(staffId)}/card.pdf`}>
                  A6 card<span class="govuk-visually-hidden">{`, ${name}`}</span>
                </a>
              </li>
            ))}
          </ul>
        </Card>
      </Columns>
    </>
  ),
});
