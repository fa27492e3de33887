import { z } from 'zod';
import { addDays, middleDate, SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { moveToRun, putInRun } from '../commands/run-pupils.ts';
import { leavesNothing, putPupilForm } from '../domain/map/put-pupil.form.ts';
import { weekInWords } from '../domain/provision-words.ts';
import { holdsOn } from '../domain/run.ts';
import { type FullRun, listRuns, type NamedPupil } from '../queries/list-runs.ts';
import { clashFault, refusalWords } from './of-run.ts';

const { fields } = putPupilForm;
const Search = z.object({
  week: SchoolDate.optional().catch(undefined),
  leaves: z.uuid().optional().catch(undefined),
});

type Held = { readonly full: FullRun; readonly place: NamedPupil };
type Subject = {
  readonly pupil: Pupil;
  /** The first day that the form offers. */
  readonly on: SchoolDate;
  readonly runs: readonly FullRun[];
  /** The pupil's places that hold on that day or later. */
  readonly held: readonly Held[];
};

const words = {
  ...refusalWords,
  outside_run: { fromOn: 'The day must lie within the days of both groups' },
  already_in: { toRunId: 'The pupil is in that group on that day already' },
  before_start: { fromOn: 'The day must be after the pupil began what is left' },
  sessions_outside: { fromOn: 'A session with the pupil was logged for a later day' },
};

async function load(tx: Tx, pupilId: PupilId, week: SchoolDate | undefined): Promise<Subject | null> {
  const pupil = await findPupil(tx, pupilId);
  if (pupil === null) return null;
  const on = week ?? tx.scope.today;
  const runs = await listRuns(tx, { from: on, until: addDays(on, 60) });
  const held = runs.flatMap((full) =>
    full.pupils
      .filter((place) => place.pupilId === pupilId && (place.untilOn === null || place.untilOn >= on))
      .map((place) => ({ full, place })),
  );
  return { pupil, on, runs, held };
}

const runLabel = ({ run, slots, pupils }: FullRun, on: SchoolDate): string => {
  const count = pupils.filter((place) => holdsOn(place, on)).length;
  const week = weekInWords(slots.filter((slot) => slot.untilOn === null || slot.untilOn >= on));
  return [run.name, week, `${count} ${count === 1 ? 'pupil' : 'pupils'}`].filter(Boolean).join(' · ');
};

/** A cell says which version of a place it was drawn from, so that a late answer changes nothing. */
const keyOf = ({ place }: Held): string => `${place.runPupilId}.${place.version}`;

/** From a cell of the map: puts a pupil into a run from that week on, or moves the pupil out of another. */
export default page({
  path: '/provision/map/put/:pupilId',
  params: z.object({ pupilId: PupilId }),
  search: Search,
  may: 'provision.manage',
  section: 'Provision',
  title: 'Put in a group, or move',
  about: ({ pupil }: Subject) => [pupil.pupilId],
  form: putPupilForm,
  load: ({ tx, params, search }) => load(tx, params.pupilId, search.week),
  view: ({ subject: { pupil, on, runs, held }, attempt, search }) => {
    const left = held.find(({ full }) => full.run.runId === search.leaves);
    const others = runs.filter(({ run }) => !held.some(({ full }) => full.run.runId === run.runId));
    const name = `${pupil.name.forename} ${pupil.name.surname}`;
    return (
      <div class="narrow">
        <PageHead title="Put in a group, or move" lead={`${name} · from the week of ${middleDate(on)}`} />
        {others.length === 0 ? (
          <EmptyState title="No other group runs in that week">
            <p>
              <a href="/provision/runs/new">Start a group</a> first.
            </p>
          </EmptyState>
        ) : (
          <PostForm attempt={attempt} submit="Save" cancel={{ href: '/provision/map' }}>
            <Card>
              <FormField
                of={fields.toRunId}
                attempt={attempt}
                options={others.map((full) => ({ value: full.run.runId, label: runLabel(full, on) }))}
              />
              <FormField of={fields.fromOn} attempt={attempt} value={on} />
              <FormField
                of={fields.leaves}
                attempt={attempt}
                value={left === undefined ? leavesNothing : keyOf(left)}
                options={[
                  { value: leavesNothing, label: 'Nothing: the pupil keeps all' },
                  ...held.map((one) => ({ value: keyOf(one), label: one.full.run.name })),
                ]}
              />
              <FormField of={fields.why} attempt={attempt} />
            </Card>
          </PostForm>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { pupil, runs, held } = subject;
    const { fromOn, why } = values;
    const to = runs.find(({ run }) => run.runId === values.toRunId);
    if (to === undefined) return refuse({ toRunId: 'Select a group of the list' });
    const left = held.find((one) => keyOf(one) === values.leaves);
    if (left === undefined && values.leaves !== leavesNothing) return refuse(refusalWords.stale);
    if (left !== undefined && why === undefined) return refuse({ why: 'Say why the pupil moves' });
    const wanted = to.slots
      .filter(({ untilOn }) => untilOn === null || untilOn >= fromOn)
      .map((slot) => ({ ...slot, fromOn: slot.fromOn > fromOn ? slot.fromOn : fromOn }));
    const asked = {
      wanted,
      what: to.run.name,
      pupilIds: [pupil.pupilId],
      staffIds: [],
      exceptRunId: left?.full.run.runId ?? to.run.runId,
    };
    const clash = await clashFault(tx, asked, why);
    if (clash !== null) return refuse({ why: clash.clashWhy });
    const done =
      left === undefined
        ? await putInRun(tx, { run: to.run, pupilId: pupil.pupilId, fromOn, aim: null, why })
        : await moveToRun(tx, {
            from: left.full.run,
            place: left.place,
            to: to.run,
            onDay: fromOn,
            why: why ?? '',
          });
    if (!done.ok) return refuse(words[done.refusal]);
    return goTo('/provision/map?view=grid', left === undefined ? 'One pupil put in' : 'One pupil moved');
  },
});
