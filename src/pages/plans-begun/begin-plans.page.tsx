import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import { beginPlans, beginPlansForm, mostPlansAtOnce, type Prefill } from '#src/modules/plans/index.ts';
import {
  filterAddress,
  filterLines,
  listInCare,
  listRegisterLines,
  listSenRecords,
  needLabel,
  parseFilter,
  type RegisterLine,
  type SenRecord,
} from '#src/modules/register/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { PickTable } from '../several/pick-table.view.tsx';

type Subject = { readonly lines: readonly RegisterLine[]; readonly classes: readonly string[] };
const path = '/plans/begin';

const Search = z
  .record(z.string(), z.unknown())
  .transform((given) => ({ filter: parseFilter(given), picksAll: given.pick === 'all' }));

/** Begins a draft for each of several pupils: those of a class, a group, or whoever the register was narrowed to. */
export default page({
  path,
  params: z.object({}),
  search: Search,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Begin plans',
  form: beginPlansForm,
  load: async ({ tx, search: { filter } }): Promise<Subject> => {
    const all = await listRegisterLines(tx, filter.show);
    const inCare = filter.flags.includes('care') ? await listInCare(tx) : null;
    const classes = [...new Set(all.flatMap(({ className }) => className ?? []))].sort();
    return { lines: filterLines(all, filter, inCare), classes };
  },
  about: ({ lines }) => lines.map((line): PupilId => line.pupilId),
  view: ({ subject: { lines, classes }, attempt, search: { filter, picksAll } }) => {
    const here = filterAddress(filter, path);
    const keep = [...new URL(here, 'http://x').searchParams].filter(([name]) => name !== 'class');
    const posted = attempt.values.pupilIds;
    const picked = new Set(
      Array.isArray(posted)
        ? posted.map(String)
        : lines.slice(0, picksAll ? mostPlansAtOnce : 0).map(({ pupilId }) => pupilId),
    );
    return (
      <>
        <PageHead
          title="Begin plans"
          lead="A draft for each who has no plan at work. You see who has one already, and can undo it all today."
        />
        <FilterBar label="Narrow the list" note={`${lines.length} pupils`}>
          <FilterChip
            label="Class"
            name="class"
            action={path}
            keep={keep}
            chosen={filter.class}
            options={classes.map((value) => ({ value, label: value }))}
          />
        </FilterBar>
        {lines.length === 0 ? (
          <EmptyState title="Nobody is on this list">
            <p>
              <a href={path}>Show everybody on the register</a>
            </p>
          </EmptyState>
        ) : (
          <PostForm
            attempt={attempt}
            action={here}
            submit="Begin the plans"
            cancel={{ href: filterAddress(filter) }}
          >
            <p>
              {picksAll ? (
                <a href={here}>Select none</a>
              ) : (
                <a href={`${here}${here.includes('?') ? '&' : '?'}pick=all`}>
                  {`Select all ${Math.min(lines.length, mostPlansAtOnce)}`}
                </a>
              )}
            </p>
            <PickTable lines={lines} picked={picked} />
            <Card>
              <FormField of={beginPlansForm.fields.prefill} attempt={attempt} />
            </Card>
          </PostForm>
        )}
      </>
    );
  },
  submit: async ({ tx, actor, subject: { lines }, values: { pupilIds, prefill } }) => {
    const chosen = pupilIds.filter((id) => lines.some(({ pupilId }) => pupilId === id));
    if (chosen.length === 0) return { errors: { pupilIds: 'Select pupils of this list' } };
    const records = prefill.length === 0 ? new Map() : await listSenRecords(tx, chosen);
    const planStartId = await beginPlans(tx, {
      pupilIds: [...new Set(chosen)],
      personId: actor.personId,
      prefill: (pupilId) => prefillOf(records.get(pupilId), prefill),
    });
    return goTo(`/plans/begun/${planStartId}`);
  },
});

function prefillOf(record: SenRecord | undefined, parts: readonly string[]): Prefill {
  const strengths = record?.strengths.map(({ words }) => words).join('\n') ?? '';
  const barriers =
    record?.needs.map(({ senType, ownWords }) => ownWords ?? needLabel(senType)).join('\n') ?? '';
  return {
    ...(parts.includes('strengths') && strengths !== '' ? { strengths } : {}),
    ...(parts.includes('barriers') && barriers !== '' ? { barriers } : {}),
  };
}
