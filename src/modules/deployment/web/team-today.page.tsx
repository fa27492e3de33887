import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { dayWords } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { summaryOf } from '#src/ui/post-form.tsx';
import { mendDay } from '../commands/mend-day.ts';
import { mendForm } from '../domain/day/cover-day.form.ts';
import { type CoverDay, keyOfSuggestion, replanOf, stuckBy } from '../domain/day/cover-day.ts';
import type { Replan } from '../domain/day/replan.ts';
import { getCoverDay } from '../queries/get-cover-day.ts';
import { Nothing, Side } from './day-side.view.tsx';
import { namesOf } from './day-words.ts';
import { Suggested } from './suggested.view.tsx';
import { TeamTabs } from './team-tabs.view.tsx';

const address = '/team/today';

type Subject = { readonly day: CoverDay; readonly replan: Replan | null };

const pupilsOf = ({ day, replan }: Subject): readonly PupilId[] => {
  const moved = new Set(day.moves.map(({ demandId }) => demandId));
  const items = (replan?.suggestions ?? []).flatMap(({ moves }) => moves.map(({ item }) => item.demand));
  const decided = day.week.demands.filter(({ demandId }) => moved.has(demandId));
  return [...new Set([...items, ...decided].flatMap(({ pupilIds }) => pupilIds))];
};

/** The day at a quarter past eight: who is away, what falls, what to do about it. */
export default page({
  path: address,
  params: z.object({}),
  may: 'team.read',
  about: pupilsOf,
  section: 'Team',
  title: 'The team today',
  form: mendForm,
  load: async ({ tx }): Promise<Subject> => {
    const day = await getCoverDay(tx, tx.scope.today);
    return { day, replan: replanOf(day) };
  },
  view: ({ subject, attempt, actor }) => (
    <>
      <PageHead
        title="The team today"
        lead={leadOf(subject)}
        actions={
          <>
            {may(actor, 'cover.mark') && <LinkButton href="/team/absent">Mark who is away</LinkButton>}
            <LinkButton href="/team/today/print" kind="second">
              Print the day’s changes
            </LinkButton>
          </>
        }
      />
      <TeamTabs actor={actor} current={address} />
      <Columns side={<Side {...subject} actor={actor} />}>
        {subject.replan !== null && subject.replan.suggestions.length > 0 ? (
          <Suggested day={subject.day} replan={subject.replan} attempt={attempt} actor={actor} />
        ) : (
          <>
            {Object.keys(attempt.errors).length > 0 && <ErrorSummary errors={summaryOf(attempt)} />}
            <Nothing {...subject} />
          </>
        )}
      </Columns>
    </>
  ),
  submit: async ({ tx, actor, subject: { day, replan }, values }) => {
    if (!may(actor, 'team.manage')) return refuse('Only whoever plans the team can decide this.');
    const chosen = (replan?.suggestions ?? []).filter((one) => values.keys.includes(keyOfSuggestion(one)));
    const isKnown = chosen.length === new Set(values.keys).size;
    if (!isKnown || values.version !== day.version) return refuse(staleWords);
    const done = await mendDay(tx, { day, chosen, version: values.version });
    if (done.ok) return goTo(address, `Decided: ${done.value} ${done.value === 1 ? 'change' : 'changes'}`);
    const names = namesOf(day);
    const stuck = stuckBy(day, chosen).map(names.adult).join(', ');
    return refuse(
      {
        stale: staleWords,
        shut: 'The school is shut today',
        nothing: 'Tick what is to be done',
        not_today: 'Only today can be decided',
        stuck: `${stuck} would be in two places, or beyond a limit, by this part alone. Tick what goes with it too, or leave both`,
      }[done.refusal],
    );
  },
});

const staleWords =
  'Somebody decided on this day, or marked somebody, while you were reading. Nothing was overwritten: this is the day as it stands now';

const count = (some: readonly unknown[], one: string, many: string): string =>
  `${some.length} ${some.length === 1 ? one : many}`;

function leadOf({ day, replan }: Subject): string {
  const fallen = replan?.suggestions ?? [];
  const words = [
    dayWords(day.on),
    day.weekday === null ? day.why : count(day.absences, 'adult away', 'adults away'),
    count(fallen, 'thing to decide', 'things to decide'),
  ];
  return words.join(' · ');
}
