import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { type FoundPupil, yearWords } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type Finding, find, pupilsOf } from './pupil/finding.ts';

const MOST = 100;

/** What `/` looks for, for those without script and for more than eight. */
export default page({
  path: '/find',
  params: z.object({}),
  search: z.object({ q: z.string().trim().max(200).catch('') }),
  may: 'pupil.find',
  about: pupilsOf,
  section: 'Pupils',
  title: 'Find a pupil',
  load: ({ tx, search, actor }) => find(tx, actor, { text: search.q, limit: MOST }),
  goOn: ({ pupils, home }: Finding) => {
    const [only, ...more] = pupils;
    return only === undefined || more.length > 0 ? null : (home?.(only.pupilId) ?? null);
  },
  view: ({ subject: { pupils, home }, search }) => (
    <>
      <PageHead title="Find a pupil" lead={leadOf(search.q, pupils.length)} />
      {pupils.length === 0 ? (
        <Nobody asked={search.q} />
      ) : (
        <Sheet label="Pupils found">
          <DataTable
            caption="Pupils found"
            columns={[
              { key: 'name', label: 'Name', isRowHead: true },
              { key: 'year', label: 'Year and class' },
              { key: 'born', label: 'Born', isQuiet: true },
            ]}
            rows={pupils.map((pupil) => ({
              name: <Name pupil={pupil} href={home?.(pupil.pupilId)} />,
              year: placeOf(pupil),
              born: longDate(pupil.bornOn),
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});

const leadOf = (asked: string, found: number): string => {
  if (asked === '') return 'Any part of a name, in any order, or a UPN';
  if (found === MOST) return `The first ${MOST} for “${asked}”`;
  return `${found} ${found === 1 ? 'pupil' : 'pupils'} for “${asked}”`;
};

const placeOf = ({ yearGroup, className, isOnRoll }: FoundPupil): string =>
  [isOnRoll ? '' : 'Not on roll', yearWords(yearGroup), className ?? ''].filter(Boolean).join(', ');

function Name({ pupil, href }: { pupil: FoundPupil; href: string | undefined }) {
  const name = `${pupil.forename} ${pupil.surname}`;
  return href === undefined ? <span>{name}</span> : <a href={href}>{name}</a>;
}

function Nobody({ asked }: { asked: string }) {
  if (asked === '') return null;
  return (
    <EmptyState title="Nobody found">
      <p>
        Try fewer letters: three of the surname are often enough. Pupils outside your reach are not found.
      </p>
    </EmptyState>
  );
}
