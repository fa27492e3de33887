import { longDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { mayUndoStart, type PlanStarted } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import {
  aboutStarted,
  loadPlanStart,
  OfPlanStart,
  planStartHref,
  plansWords,
  type Started,
} from './plan-start-of.ts';

const came = ({ planId, undo }: PlanStarted): string => {
  if (planId === null) return 'Had a plan already: left as it is';
  if (undo === 'undone') return 'Undone';
  return undo === 'left' ? 'Left: changed since' : 'Begun';
};

/** What came of beginning plans for several pupils, what can be done for all of them, and the way back. */
export default page({
  path: '/plans/begun/:planStartId',
  params: OfPlanStart,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Plans begun',
  load: async ({ tx, params }): Promise<(Started & { readonly mayUndo: boolean }) | null> => {
    const held = await loadPlanStart(tx, params.planStartId);
    const { today, actor } = tx.scope;
    return held && { ...held, mayUndo: mayUndoStart(held.start, { today, personId: actor.personId }) };
  },
  about: aboutStarted,
  view: ({ subject: { start, names, mayUndo } }) => {
    const begun = start.outcome.filter(({ planId }) => planId !== null).length;
    const had = start.outcome.length - begun;
    const href = planStartHref(start.planStartId);
    return (
      <>
        <PageHead
          title={`${plansWords(begun)} begun${start.isUndone ? ', and undone' : ''}`}
          lead={`${start.byName ?? ''} on ${longDate(start.startedOn)}${had === 0 ? '' : ` · ${had} had one already`}`}
          actions={
            !start.isUndone && begun > 0 && <LinkButton href={`${href}/targets`}>A target for all</LinkButton>
          }
        />
        <Sheet label="Pupils">
          <DataTable
            caption="Pupils, and what came of it"
            columns={[
              { key: 'name', label: 'Pupil', isRowHead: true },
              { key: 'came', label: 'What came of it' },
            ]}
            rows={start.outcome
              .filter(({ pupilId }) => names.has(pupilId))
              .map((one) => ({
                name: <a href={`/pupils/${one.pupilId}/plan`}>{names.get(one.pupilId)}</a>,
                came: came(one),
              }))}
          />
        </Sheet>
        {mayUndo && begun > 0 && (
          <PostForm
            action={`${href}/undo`}
            attempt={noAttempt}
            submit={`Undo for ${plansWords(begun)}`}
            kind="second"
            cancel={{ label: 'SEND register', href: '/pupils' }}
          />
        )}
      </>
    );
  },
});
