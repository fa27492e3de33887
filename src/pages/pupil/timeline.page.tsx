import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { isRoleName, roles } from '#src/modules/identity/index.ts';
import { type Happening, listChronology } from '#src/modules/pupils/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { fieldWords, happeningKinds, happeningWords, valueWords } from './happening-words.ts';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';

const MOST = 200;

type Subject = PupilHead & { readonly happenings: readonly Happening[]; readonly hasMore: boolean };

const several = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());

export default page({
  path: '/pupils/:pupilId/timeline',
  params: z.object({ pupilId: PupilId }),
  search: z.object({
    kind: several.optional().catch(undefined),
    before: z.uuid().optional().catch(undefined),
  }),
  may: 'timeline.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Timeline of ${fullName(pupil)}`,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const kinds = happeningKinds.filter((kind) => search.kind?.includes(kind.value));
    const types = kinds.flatMap((kind) => Object.keys(kind.events));
    const happenings = await listChronology(tx, params.pupilId, {
      before: search.before,
      kinds: types.length === 0 ? undefined : types,
      limit: MOST + 1,
    });
    return { ...head, happenings: happenings.slice(0, MOST), hasMore: happenings.length > MOST };
  },
  view: ({ subject, actor, search, params }) => {
    const { happenings, hasMore } = subject;
    const address = `/pupils/${params.pupilId}/timeline`;
    const chosen = search.kind ?? [];
    const last = happenings.at(-1);
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Timeline" />
        <FilterBar label="Filters" note={`${happenings.length}${hasMore ? ' and more' : ''} events`}>
          <FilterChip
            label="Kind"
            name="kind"
            options={happeningKinds}
            chosen={chosen}
            keep={[]}
            action={address}
          />
        </FilterBar>
        {happenings.length === 0 ? (
          <EmptyState title="Nothing to show">
            <p>{chosen.length === 0 ? 'Nothing has happened yet.' : 'Choose another kind.'}</p>
          </EmptyState>
        ) : (
          <Events happenings={happenings} />
        )}
        {hasMore && last !== undefined && <Pagination next={addressOf(address, chosen, last.eventId)} />}
      </>
    );
  },
});

const addressOf = (address: string, kinds: readonly string[], before: string): string =>
  `${address}?${new URLSearchParams([...kinds.map((kind) => ['kind', kind]), ['before', before]])}`;

function Events({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <Sheet label="Timeline">
      <DataTable
        caption="What happened, the newest first"
        columns={[
          { key: 'when', label: 'When', isQuiet: true },
          { key: 'what', label: 'What', isRowHead: true },
          { key: 'changed', label: 'Before and after' },
          { key: 'why', label: 'Why' },
          { key: 'who', label: 'Who' },
          { key: 'source', label: 'Source', isQuiet: true },
        ]}
        rows={happenings.map((happening) => ({
          when: timeWords(happening.at),
          what: happeningWords(happening.type),
          changed: <Changed happening={happening} />,
          why: happening.why ?? '',
          who: whoOf(happening),
          source: happening.source ?? '',
        }))}
      />
    </Sheet>
  );
}

const whoOf = ({ who, role }: Happening): string => who ?? role.split(', ').map(roleName).join(', ');

const roleName = (role: string): string =>
  isRoleName(role) ? roles[role].name : role === 'program' ? 'Sendero' : role;

/** The days last: what changed comes before when. */
const inOrder = (changes: Happening['changes']) =>
  Object.entries(changes).toSorted(([one], [other]) => Number(isDay(one)) - Number(isDay(other)));
const isDay = (field: string): boolean => field === 'fromOn' || field === 'untilOn';

/** Fields that were nothing before are told as they are; others as they were and are. */
function Changed({ happening: { changes } }: { happening: Happening }) {
  return (
    <>
      {inOrder(changes).map(([field, { before, after }]) => (
        <div key={field}>
          {`${fieldWords(field)}: `}
          {before !== null && before !== undefined && `${valueWords(field, before)} → `}
          {valueWords(field, after)}
        </div>
      ))}
    </>
  );
}
