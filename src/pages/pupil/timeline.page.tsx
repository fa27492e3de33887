import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { type Happening, listChronology } from '#src/modules/pupils/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { DaysChip } from './days-chip.view.tsx';
import { happeningKinds } from './happening-kinds.ts';
import { happeningWords } from './happening-words.ts';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';
import { pairsOf, partOf, TimelineSearch, timelineAddress } from './timeline-search.ts';
import { changedLines, searchWords, whoOf } from './timeline-words.ts';

const MOST = 200;

type Subject = PupilHead & { readonly happenings: readonly Happening[]; readonly hasMore: boolean };

export default page({
  path: '/pupils/:pupilId/timeline',
  params: z.object({ pupilId: PupilId }),
  search: TimelineSearch,
  may: 'timeline.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Timeline of ${fullName(pupil)}`,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const happenings = await listChronology(tx, params.pupilId, partOf(search, MOST + 1));
    return { ...head, happenings: happenings.slice(0, MOST), hasMore: happenings.length > MOST };
  },
  view: ({ subject, actor, search, params }) => {
    const { happenings, hasMore } = subject;
    const path = `/pupils/${params.pupilId}/timeline`;
    const last = happenings.at(-1);
    const chosen = searchWords(search);
    return (
      <div class="landscape">
        <PupilBand head={subject} actor={actor} tab="Timeline" />
        {chosen !== '' && <p class="on-paper">{chosen}</p>}
        <FilterBar label="Filters" note={<Note search={search} path={path} count={countWords(subject)} />}>
          <FilterChip
            label="Kind"
            name="kind"
            options={happeningKinds}
            chosen={search.kind}
            keep={pairsOf(search, 'kind')}
            action={path}
          />
          <DaysChip from={search.from} until={search.until} keep={pairsOf(search, 'days')} action={path} />
        </FilterBar>
        {happenings.length === 0 ? (
          <EmptyState title="Nothing to show">
            <p>{chosen === '' ? 'Nothing has happened yet.' : 'Choose another kind or other days.'}</p>
          </EmptyState>
        ) : (
          <Events happenings={happenings} />
        )}
        {happenings.length > 0 && (
          <div class="buttons">
            <LinkButton href={timelineAddress(`${path}.pdf`, search)} kind="second">
              PDF
            </LinkButton>
          </div>
        )}
        {hasMore && last !== undefined && <Pagination next={timelineAddress(path, search, last.eventId)} />}
      </div>
    );
  },
});

const countWords = ({ happenings, hasMore }: Subject): string =>
  `${happenings.length}${hasMore ? ' and more' : ''} ${happenings.length === 1 ? 'event' : 'events'}`;

function Note({ search, path, count }: { search: TimelineSearch; path: string; count: string }) {
  if (searchWords(search) === '') return <>{count}</>;
  return (
    <>
      {`${count} · `}
      <a href={path}>Clear filters</a>
    </>
  );
}

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
          changed: changedLines(happening).map((line) => <div key={line}>{line}</div>),
          why: happening.why ?? '',
          who: whoOf(happening),
          source: happening.source ?? '',
        }))}
      />
    </Sheet>
  );
}
