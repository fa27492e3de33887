import { longDate } from '#src/kernel/dates.ts';
import { isOfTrustOnly } from '#src/modules/identity/index.ts';
import {
  audiencesInWords,
  type CanSee,
  mostViews,
  type ViewOf,
  type WhoCanSee,
} from '#src/modules/privacy/index.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { DateField } from '#src/ui/date-field.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { pageWords } from './page-words.ts';
import { rolesInWords, type Seen, type SeenFilter, whoOf } from './seen-view.ts';

const rowOf = (one: CanSee) => ({
  who: one.knownAs,
  role: one.role,
  why: one.why,
  since: longDate(one.since),
  sees: audiencesInWords(one.sees),
});

/** Everybody who could open a page about this pupil today, with the reason. */
export function CanSeeCard({ canSee: { ofSchool, ofTrust } }: { canSee: WhoCanSee }) {
  const ofRole = (isWholeSchool: boolean) =>
    ofSchool.filter((one) => one.isWholeSchool === isWholeSchool).map(rowOf);
  const groups = [
    { label: 'By a role for the whole school', rows: ofRole(true) },
    { label: 'By a link with this pupil', rows: ofRole(false) },
    { label: 'Of the trust', rows: ofTrust.map(rowOf) },
  ];
  return (
    <>
      <h2>Who can see this pupil, and why?</h2>
      <Sheet label="Who can see this pupil, and why?">
        <DataTable
          caption="Who can see this pupil, and why?"
          columns={[
            { key: 'who', label: 'Who', isRowHead: true },
            { key: 'role', label: 'Role' },
            { key: 'why', label: 'Why' },
            { key: 'since', label: 'Since', isQuiet: true },
            { key: 'sees', label: 'What they see' },
          ]}
          groups={groups.filter(({ rows }) => rows.length > 0)}
        />
      </Sheet>
    </>
  );
}

type ListProps = { readonly seen: Seen; readonly filter: SeenFilter; readonly address: string };

/** The last views of this pupil, under their days. */
export function SeenList(props: ListProps) {
  const { seen, canSee } = props.seen;
  if (seen === null) {
    return (
      <EmptyState title="Who has seen this pupil?">
        <p>The record of views is for the SENCO and the headteacher: ask one of them.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <h2>Who has seen this pupil?</h2>
      <SeenFilters {...props} />
      {seen.views.length === 0 ? (
        <EmptyState title="No view to show">
          <p>Nobody has looked, as far as this filter goes.</p>
        </EmptyState>
      ) : (
        <Sheet label="Who has seen this pupil?">
          <DataTable
            caption="Who has seen this pupil?"
            columns={[
              { key: 'time', label: 'Time', isQuiet: true },
              { key: 'who', label: 'Who', isRowHead: true },
              { key: 'role', label: 'Role then' },
              { key: 'page', label: 'Page' },
            ]}
            groups={byDay(seen.views, canSee)}
          />
        </Sheet>
      )}
    </>
  );
}

function byDay(views: readonly ViewOf[], canSee: WhoCanSee) {
  const days = [...new Set(views.map((view) => view.onDay))];
  return days.map((day) => ({
    label: longDate(day),
    rows: views
      .filter((view) => view.onDay === day)
      .map((view) => ({
        time: view.atTime,
        who: whoOf(view, canSee),
        role: isOfTrustOnly(view.role.split(', ')) ? (
          <Tag kind="warn">{rolesInWords(view.role)}</Tag>
        ) : (
          rolesInWords(view.role)
        ),
        page: view.why === null ? pageWords(view.page) : `${pageWords(view.page)}: ${view.why}`,
      })),
  }));
}

function SeenFilters({ seen: { seen, canSee }, filter: { who, on }, address }: ListProps) {
  const views = seen?.views.length ?? 0;
  const [year = '', month = '', day = ''] = on?.split('-') ?? [];
  return (
    <FilterBar label="Filters" note={views === mostViews ? `The last ${mostViews} views` : `${views} views`}>
      <FilterChip
        label="Person"
        name="who"
        options={(seen?.viewers ?? []).map((one) => ({ value: one.personId, label: whoOf(one, canSee) }))}
        chosen={who === undefined ? [] : [who]}
        isSingle
        keep={on === undefined ? [] : [['on', on]]}
        action={address}
      />
      <details class="filter" name="filter">
        <summary class={on === undefined ? 'chip' : 'chip on'}>
          {on === undefined ? 'Day' : `Day: ${longDate(on)}`}
        </summary>
        <form method="get" action={address}>
          {who !== undefined && <HiddenField name="who" value={who} />}
          <DateField name="on" label="Day" value={{ day, month, year }} />
          <div class="buttons">
            <SubmitButton>Apply</SubmitButton>
          </div>
        </form>
      </details>
      {(who !== undefined || on !== undefined) && <a href={address}>Clear filters</a>}
    </FilterBar>
  );
}
