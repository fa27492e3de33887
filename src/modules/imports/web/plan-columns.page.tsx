import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { changePlanIntake } from '../commands/bring-plans.ts';
import { guessPlanColumns, type PlanTable, planColumns, planColumnTwice } from '../domain/plan-columns.ts';
import { planColumnOptions, planColumnsForm, planMappingOf } from '../domain/plan-intake.form.ts';
import { type PlanIntake, saysPlans } from '../domain/plan-intake.ts';
import { findPlanIntake } from '../queries/find-plan-intake.ts';
import { intakeHref, intakeStale, OfIntake } from './plan-intake-words.ts';

const rowsShown = 6;

/** What the columns of a table of plans hold, with the first rows of the table beside. */
export default page({
  path: '/imports/plans/:planIntakeId/columns',
  params: OfIntake,
  may: 'plan.issue',
  about: { none: 'It shows the first rows of a file; no pupil of Sendero is matched here' },
  section: 'School',
  title: 'What the columns hold',
  form: planColumnsForm,
  load: async ({ tx, params }): Promise<PlanIntake | null> => {
    const intake = await findPlanIntake(tx, params.planIntakeId);
    return intake?.state === 'reviewing' ? intake : null;
  },
  view: ({ subject: intake, attempt }) => {
    const at = Number(attempt.values.table ?? intake.tableAt);
    const table = intake.tables[at] ?? intake.tables[0];
    if (table === undefined) return <p>Nothing is left of this file.</p>;
    return (
      <>
        <PageHead title="What the columns hold" lead={intake.fileName} />
        <Columns
          side={
            <PostForm
              attempt={attempt}
              submit="Save and review"
              cancel={{ href: intakeHref(intake.planIntakeId) }}
            >
              <HiddenField name="version" value={String(intake.version)} />
              <Fields intake={intake} table={table} typed={attempt.values} attempt={attempt} />
            </PostForm>
          }
        >
          {intake.tables.map((one, index) => (
            <FirstRows key={one.name} table={one} isChosen={index === at} />
          ))}
        </Columns>
      </>
    );
  },
  submit: async ({ tx, subject: intake, values }) => {
    const table = intake.tables[values.table];
    if (values.version !== intake.version || table === undefined) return refuse(intakeStale);
    const isOther = values.table !== intake.tableAt;
    const mapping = isOther ? guessPlanColumns(table.headings) : planMappingOf(values, table.headings);
    const twice = planColumnTwice(mapping);
    if (twice !== null) return refuse(`Two columns are chosen to hold: ${planColumns[twice].label}`);
    const done = await changePlanIntake(tx, intake, {
      tableAt: values.table,
      mapping: [...mapping],
      areaOfRest: values.areaOfRest ?? null,
    });
    if (!done.ok) return refuse(intakeStale);
    const href = intakeHref(intake.planIntakeId);
    if (isOther) return goTo(`${href}/columns`, 'Table chosen: look at its columns');
    return goTo(saysPlans(mapping) ? href : `${href}/columns`, 'Columns saved');
  },
});

type FieldsProps = {
  readonly intake: PlanIntake;
  readonly table: PlanTable;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly attempt: Parameters<typeof FormField>[0]['attempt'];
};

function Fields({ intake, table, typed, attempt }: FieldsProps) {
  return (
    <Card>
      {intake.tables.length > 1 ? (
        <SelectField
          name="table"
          label="Table"
          hint="Another table is shown with its own columns after saving"
          options={intake.tables.map((one, at) => ({
            value: String(at),
            label: `${one.name}: ${one.headings.slice(0, 3).join(', ')}`.slice(0, 80),
          }))}
          value={String(typed.table ?? intake.tableAt)}
        />
      ) : (
        <HiddenField name="table" value="0" />
      )}
      {table.headings.map((heading, at) => (
        <SelectField
          key={`column${at}`}
          name={`column${at}`}
          label={heading}
          options={planColumnOptions}
          value={String(typed[`column${at}`] ?? intake.mapping[at] ?? '')}
        />
      ))}
      <FormField of={planColumnsForm.fields.areaOfRest} attempt={attempt} value={intake.areaOfRest} />
    </Card>
  );
}

function FirstRows({ table, isChosen }: { table: PlanTable; isChosen: boolean }) {
  const columns = table.headings.map((label, at) => ({ key: `c${at}`, label, isRowHead: at === 0 }));
  return (
    <>
      <h2>{`${table.name}${isChosen ? '' : ', not chosen'}`}</h2>
      <Sheet label={`First rows of ${table.name}`}>
        <DataTable
          caption={`First rows of ${table.name}`}
          columns={columns}
          rows={table.rows
            .slice(0, isChosen ? rowsShown : 2)
            .map(({ cells }) =>
              Object.fromEntries(columns.map(({ key }, at) => [key, (cells[at] ?? '').slice(0, 120)])),
            )}
        />
      </Sheet>
    </>
  );
}
