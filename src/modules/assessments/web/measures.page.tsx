import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type MeasureDomain, measureDomains, type SchoolMeasure, scaleWords } from '../domain/measure.ts';
import { measureKinds } from '../domain/measure-kinds.ts';
import { listMeasures } from '../queries/list-measures.ts';

const isDomain = (text: string): text is MeasureDomain => Object.hasOwn(measureDomains, text);
const originWords = { shipped: 'Shipped', changed: 'Changed here', own: 'Own' } as const;

/** How far a score may be out, as far as anybody has said. */
const errorWords = ({ sem, reliability, sd }: SchoolMeasure): string => {
  if (sem !== null) return `SEM ${sem}`;
  if (reliability !== null) return `r ${reliability}${sd === null ? '' : `, SD ${sd}`}`;
  return 'not known';
};

const columns = [
  { key: 'name', label: 'Measure', isRowHead: true },
  { key: 'kind', label: 'Score' },
  { key: 'scale', label: 'Scale' },
  { key: 'better', label: 'Better is' },
  { key: 'error', label: 'How sure' },
  { key: 'source', label: 'Source', isQuiet: true },
] as const;

const row = (mayChange: boolean) => (measure: SchoolMeasure) => ({
  name: (
    <>
      {mayChange ? <a href={`/school/measures/${measure.key}`}>{measure.name}</a> : measure.name}{' '}
      {measure.origin !== 'shipped' && <Tag kind="watch">{originWords[measure.origin]}</Tag>}
      {measure.isWithdrawn && <Tag kind="warn">Withdrawn</Tag>}
    </>
  ),
  kind: measureKinds[measure.kind],
  scale: scaleWords(measure),
  better: measure.direction === 'high' ? 'higher' : 'lower',
  error: errorWords(measure),
  source: measure.source ?? '–',
});

/** Every measure that pupils can be scored on, with what is known of how sure a score is. */
export default page({
  path: '/school/measures',
  params: z.object({}),
  search: z.object({ domain: z.string().catch('').default('') }),
  may: 'result.read',
  section: 'School',
  title: 'Measures',
  about: { none: 'measures, no pupil' },
  load: async ({ tx }) => ({ measures: await listMeasures(tx) }),
  view: ({ subject: { measures }, search, actor }) => {
    const domains = [...new Set(measures.map(({ domain }) => domain))];
    const shown = domains.filter((domain) => !isDomain(search.domain) || domain === search.domain);
    return (
      <>
        <PageHead
          title="Measures"
          lead="Tests, scales and counts that show whether provision helps"
          actions={
            may(actor, 'school.manage') && (
              <LinkButton href="/school/measures/new">Add a measure of your own</LinkButton>
            )
          }
        />
        <ChipNav
          label="What they measure"
          links={[
            { label: 'All', href: '/school/measures', isCurrent: shown.length === domains.length },
            ...domains.map((domain) => ({
              label: measureDomains[domain],
              href: `/school/measures?domain=${domain}`,
              isCurrent: search.domain === domain,
            })),
          ]}
        />
        <p class="small quiet">
          Where it is not known how sure a score is, no reliable change can be told: enter the figures of your
          manual.
        </p>
        <Sheet label="Measures">
          <DataTable
            caption="Measures"
            columns={columns}
            groups={shown.map((domain) => ({
              label: measureDomains[domain],
              rows: measures
                .filter((measure) => measure.domain === domain)
                .map(row(may(actor, 'school.manage'))),
            }))}
          />
        </Sheet>
      </>
    );
  },
});
