import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { doseInWords, type Entry, isFound, keyOf } from '../domain/catalogue.ts';
import { areaWords, staffKindWords } from '../domain/provision-words.ts';
import { areas, tiers } from '../domain/run.ts';
import { getCatalogue } from '../queries/get-catalogue.ts';
import { getTierWords } from '../queries/get-provision-settings.ts';
import { CatalogueSearch } from './catalogue-search.view.tsx';

const address = '/provision/catalogue';
const Search = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  area: z.enum(areas).nullable().catch(null).default(null),
  tier: z.enum(tiers).nullable().catch(null).default(null),
  age: z.coerce.number().int().min(2).max(25).nullable().catch(null).default(null),
  withdrawn: z.stringbool().catch(false).default(false),
});
type Asked = z.output<typeof Search>;

const kept = (asked: Asked, without: keyof Asked): [string, string][] =>
  Object.entries(asked)
    .filter(([name, value]) => name !== without && value !== null && value !== '' && value !== false)
    .map(([name, value]) => [name, String(value)]);

const columns = [
  { key: 'name', label: 'Name', isRowHead: true },
  { key: 'areas', label: 'For' },
  { key: 'dose', label: 'Usual dose' },
  { key: 'staff', label: 'Given by' },
  { key: 'evidence', label: 'Evidence', isQuiet: true },
] as const;

const rowOf = (entry: Entry) => ({
  name: (
    <>
      <a href={`${address}/${keyOf(entry)}`}>{entry.name}</a>{' '}
      {entry.entryId !== null && <Tag kind="watch">{entry.seedKey === null ? 'Own' : 'Changed here'}</Tag>}
    </>
  ),
  areas: (
    <>
      {entry.areas.map((area) => areaWords[area]).join(', ')}
      {entry.age !== null && <span class="why">{`${entry.age[0]} to ${entry.age[1]} years`}</span>}
    </>
  ),
  dose: doseInWords(entry) || (entry.dose ?? '–'),
  staff: staffKindWords[entry.staffKind],
  evidence: entry.evidence ?? '–',
});

/** What the school can give: shipped interventions and its own, found by need, wave, age and words. */
export default page({
  path: address,
  params: z.object({}),
  search: Search,
  may: 'provision.read',
  section: 'Provision',
  title: 'Catalogue of provision',
  about: { none: 'It shows kinds of provision, no pupil' },
  load: async ({ tx, search }) => ({
    entries: (await getCatalogue(tx)).filter((entry) => isFound(entry, search)),
    tierWords: await getTierWords(tx),
  }),
  view: ({ subject: { entries, tierWords }, actor, search }) => (
    <>
      <PageHead
        title="Catalogue of provision"
        lead={<a href="/provision">Provision</a>}
        actions={
          may(actor, 'provision.manage') && <LinkButton href={`${address}/new`}>Add our own</LinkButton>
        }
      />
      <CatalogueSearch action={address} q={search.q} keep={kept(search, 'q')} />
      <FilterBar
        label="Which entries"
        note={`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`}
      >
        <FilterChip
          label="Area of need"
          name="area"
          action={address}
          isSingle
          options={areas.map((value) => ({ value, label: areaWords[value] }))}
          chosen={search.area === null ? [] : [search.area]}
          keep={kept(search, 'area')}
        />
        <FilterChip
          label="Wave"
          name="tier"
          action={address}
          isSingle
          options={tiers.map((value) => ({ value, label: tierWords[value] }))}
          chosen={search.tier === null ? [] : [search.tier]}
          keep={kept(search, 'tier')}
        />
        <FilterChip
          label="Age"
          name="age"
          action={address}
          isSingle
          options={[4, 6, 8, 10, 12, 14].map((age) => ({
            value: String(age),
            label: `For a child of ${age}`,
          }))}
          chosen={search.age === null ? [] : [String(search.age)]}
          keep={kept(search, 'age')}
        />
        <FilterChip
          label="Withdrawn"
          name="withdrawn"
          action={address}
          isSingle
          options={[
            { value: 'false', label: 'In use' },
            { value: 'true', label: 'Withdrawn' },
          ]}
          chosen={[String(search.withdrawn)]}
          keep={kept(search, 'withdrawn')}
        />
      </FilterBar>
      {entries.length === 0 ? (
        <EmptyState title="Nothing found">
          <p>Try fewer words or another area of need.</p>
          <p>
            <a href={address}>Show everything</a>
          </p>
        </EmptyState>
      ) : (
        <Sheet label="Entries of the catalogue">
          <DataTable caption="Entries of the catalogue" columns={columns} rows={entries.map(rowOf)} />
        </Sheet>
      )}
    </>
  ),
});
