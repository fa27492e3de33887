import { z } from 'zod';
import { listStaff, type StaffMember } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import type { FullWeek } from '../domain/full-week.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { slotsTaken } from '../domain/try-place.ts';
import { getWeek } from '../queries/get-week.ts';
import { TeamTabs } from './team-tabs.view.tsx';
import { hoursWords } from './team-words.ts';

const columns = [
  { key: 'name', label: 'Adult', isRowHead: true },
  { key: 'post', label: 'Post', isQuiet: true },
  { key: 'placed', label: 'Placed', isNumber: true },
  { key: 'contract', label: 'Can be placed', isNumber: true },
  { key: 'pupils', label: 'Pupils', isNumber: true },
  { key: 'skills', label: 'Skills' },
  { key: 'week', label: 'When there' },
] as const;

type Subject = { readonly week: FullWeek; readonly staff: readonly StaffMember[] };

const supports = /assistant|HLTA|mentor|ELSA|LSA|support/i;

/** Who is in the week, how full their hours are; and who is not in it yet. */
export default page({
  path: '/team/adults',
  params: z.object({}),
  may: 'week.manage',
  section: 'Team',
  title: 'Adults',
  about: ({ week }: Subject) => pupilsOfWeek(week),
  load: async ({ tx }): Promise<Subject> => ({
    week: await getWeek(tx, tx.scope.today),
    staff: await listStaff(tx, tx.scope.today),
  }),
  view: ({ subject: { week, staff }, actor }) => {
    const minutesOf = (staffId: string) =>
      week.placements
        .filter((one) => one.staffId === staffId)
        .flatMap((one) => slotsTaken(week, one))
        .reduce((sum, { from, until }) => sum + until - from, 0);
    const pupilsOf = (staffId: string) =>
      new Set(
        week.placements
          .filter((one) => one.staffId === staffId)
          .flatMap(({ demandId }) => week.demands.find((one) => one.demandId === demandId)?.pupilIds ?? []),
      ).size;
    const inWeek = new Set(week.adults.map(({ staffId }) => staffId));
    const others = staff.filter(({ staffId }) => !inWeek.has(staffId));
    const likely = others.filter(({ post }) => supports.test(post) && !/head/i.test(post));
    return (
      <>
        <PageHead title="Adults" lead={`${week.adults.length} in the week today`} />
        <TeamTabs actor={actor} current="/team/adults" />
        <Sheet label="Adults of the week">
          <DataTable
            caption="Adults of the week by surname"
            columns={columns}
            rows={[
              ...week.adults.map((adult) => ({
                name: <a href={`/team/adults/${adult.staffId}`}>{adult.name}</a>,
                post: adult.post,
                placed: hoursWords(minutesOf(adult.staffId)),
                contract: hoursWords(adult.minutes),
                pupils: pupilsOf(adult.staffId),
                skills: [...adult.skills].join(', '),
                week: <a href={`/team/adults/${adult.staffId}/week`}>Change</a>,
              })),
              ...likely.map((one) => ({
                name: `${one.title ?? one.forename} ${one.surname}`,
                post: one.post,
                placed: '–',
                contract: '–',
                pupils: '–',
                skills: '',
                week: <a href={`/team/adults/${one.staffId}/week`}>Put in the week</a>,
              })),
            ]}
          />
        </Sheet>
        {others.length > likely.length && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Somebody else</span>
            </summary>
            <ul class="govuk-details__text">
              {others
                .filter((one) => !likely.includes(one))
                .map((one) => (
                  <li key={one.staffId}>
                    <a href={`/team/adults/${one.staffId}/week`}>{`${one.surname}, ${one.forename}`}</a>
                    <span class="small">{` ${one.post}`}</span>
                  </li>
                ))}
            </ul>
          </details>
        )}
      </>
    );
  },
});
