import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  type BulkChange,
  countSentence,
  draftBulkChange,
  filterAddress,
  filterLines,
  listBulkChangesToday,
  listInCare,
  listRegisterLines,
  mostPupils,
  parseFilter,
  type RegisterFilter,
  type RegisterLine,
} from '#src/modules/register/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { PickTable } from './pick-table.view.tsx';
import { severalForm } from './several.form.ts';
import { deeds, givenWords, pupilsWords, severalAddress } from './several-words.ts';

type Subject = { readonly lines: readonly RegisterLine[]; readonly doneToday: readonly BulkChange[] };
const path = '/pupils/several';

const Search = z
  .record(z.string(), z.unknown())
  .transform((given) => ({ filter: parseFilter(given), picksAll: given.pick === 'all' }));

/** Whom of the register something is to be done for, and what: nothing changes before it was laid out and agreed to. */
export default page({
  path,
  params: z.object({}),
  search: Search,
  may: 'register.change',
  section: 'Pupils',
  title: 'Change several pupils',
  form: severalForm,
  load: async ({ tx, search: { filter } }): Promise<Subject> => {
    const lines = await listRegisterLines(tx, filter.show);
    const inCare = filter.flags.includes('care') ? await listInCare(tx) : null;
    return { lines: filterLines(lines, filter, inCare), doneToday: await listBulkChangesToday(tx) };
  },
  about: ({ lines }) => lines.map((line): PupilId => line.pupilId),
  view: ({ subject: { lines, doneToday }, attempt, search: { filter, picksAll } }) => (
    <>
      <PageHead
        title="Change several pupils"
        lead={`${countSentence(lines)}. You see what would change before anything does, and can undo it today.`}
      />
      <DoneToday changes={doneToday} />
      {lines.length === 0 ? (
        <EmptyState title="Nobody is on this list">
          <p>
            <a href={filterAddress(filter)}>Back to the register</a>, to choose others.
          </p>
        </EmptyState>
      ) : (
        <>
          {lines.length > mostPupils && <p>{`At most ${mostPupils} at a time.`}</p>}
          <PostForm
            attempt={attempt}
            action={filterAddress(filter, path)}
            submit="Continue"
            cancel={{ href: filterAddress(filter) }}
          >
            <p>
              <PickAll filter={filter} picksAll={picksAll} count={Math.min(lines.length, mostPupils)} />
            </p>
            <PickTable lines={lines} picked={pickedIn(attempt.values.pupilIds, lines, picksAll)} />
            <Card>
              <FormField of={severalForm.fields.kind} attempt={attempt} />
            </Card>
          </PostForm>
        </>
      )}
    </>
  ),
  submit: async ({ tx, values }) => {
    const drafted = await draftBulkChange(tx, values);
    return drafted.ok
      ? goTo(`${severalAddress(drafted.value)}/${deeds[values.kind].path}`)
      : refuse({ pupilIds: 'Select pupils of the register' });
  },
});

function PickAll({ filter, picksAll, count }: { filter: RegisterFilter; picksAll: boolean; count: number }) {
  const none = filterAddress(filter, path);
  return picksAll ? <a href={none}>Select none</a> : <a href={`${none}&pick=all`}>{`Select all ${count}`}</a>;
}

/** What was posted, else everybody where that was asked, up to the bound. */
function pickedIn(posted: unknown, lines: readonly RegisterLine[], picksAll: boolean): ReadonlySet<string> {
  if (Array.isArray(posted)) return new Set(posted.map(String));
  return new Set(picksAll ? lines.slice(0, mostPupils).map((line) => line.pupilId) : []);
}

function DoneToday({ changes }: { changes: readonly BulkChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Card title="Done today">
      <ActionList
        items={changes.map((change) => ({
          label: change.given === null ? deeds[change.kind].label : givenWords(change.given),
          href: severalAddress(change.bulkChangeId),
          why: `${pupilsWords(change.outcome.length)} · ${change.byName} · can be undone`,
        }))}
      />
    </Card>
  );
}
