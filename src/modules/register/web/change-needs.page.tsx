import { listCodesInForce } from '#src/kernel/codes/codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeNeeds } from '../commands/change-needs.ts';
import { changeNeedsForm, type NeedRow, needRows, needsTyped } from '../domain/change-needs.form.ts';
import { type NeedRecord, needLabel, needsInOrder, needsProblems } from '../domain/needs.ts';
import { inForceOn, ownSource } from '../domain/sen-status.ts';
import { needsErrors, needsWording } from './needs-wording.ts';
import { isUpToDate, loadPupil, needsSeen, OfPupil, pupilWords, staleWords } from './pupil-of-register.ts';
import { isStale, Stale } from './stale.view.tsx';

const { fields } = changeNeedsForm;

type RowProps = {
  readonly row: NeedRow;
  readonly held: NeedRecord | undefined;
  readonly attempt: Attempt;
  readonly options: readonly { value: string; label: string }[];
};

function Row({ row, held, attempt, options }: RowProps) {
  return (
    <Card>
      <FormField
        of={fields[`type${row}`]}
        attempt={attempt}
        value={held?.senType}
        options={[{ value: '', label: row === 1 ? 'No needs' : 'None' }, ...options]}
      />
      <FormField of={fields[`words${row}`]} attempt={attempt} value={held?.ownWords} />
      <FormField of={fields[`since${row}`]} attempt={attempt} value={held?.fromOn} />
      <FormField of={fields[`toldBy${row}`]} attempt={attempt} value={held?.toldBy} />
    </Card>
  );
}

/** The types of today; one that is held and is none of them stays in sight. */
function optionsOf(held: readonly NeedRecord[], today: SchoolDate) {
  const types = listCodesInForce(senType, today).map(({ code }): string => code);
  const old = held.map((need) => need.senType).filter((type) => !types.includes(type));
  return [...types, ...old].map((value) => ({ value, label: `${needLabel(value)} (${value})` }));
}

/** What a pupil needs: ranked, by the types of the census and in own words, each with its day and who told it. */
export default page({
  path: '/pupils/:pupilId/needs',
  params: OfPupil,
  may: 'register.change',
  section: 'Pupils',
  title: 'Change needs',
  form: changeNeedsForm,
  load: async ({ tx, params }) => {
    const pupil = await loadPupil(tx, params.pupilId);
    return pupil === null ? null : { ...pupil, today: tx.scope.today };
  },
  about: ({ line }) => [line.pupilId],
  view: ({ subject, attempt }) => {
    const { needs } = subject.record;
    const options = optionsOf(needs, subject.today);
    const beyond = needs.filter((need) => need.rank > needRows.length);
    return (
      <div class="narrow">
        <PageHead title="Change needs" lead={pupilWords(subject.line)} />
        <p class="small quiet">
          Without a day, a new need counts from today. A need that changes its place is closed and opened
          anew.
        </p>
        {isStale(attempt, needsSeen(subject)) && (
          <Stale held={heldWords(needs)} written={writtenWords(attempt)} />
        )}
        <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${subject.line.pupilId}` }}>
          <HiddenField name="seen" value={needsSeen(subject)} />
          {needRows.map((row) => (
            <Row
              key={row}
              row={row}
              held={needs.find((need) => need.rank === row)}
              attempt={attempt}
              options={options}
            />
          ))}
          {beyond.length > 0 && <p>{`Behind these, as they are: ${needsInOrder(beyond)}.`}</p>}
          <Card>
            <FormField of={fields.why} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { line, record, today } = subject;
    if (!(await isUpToDate(tx, subject, { seen: values.seen, of: needsSeen }))) return refuse(staleWords);
    const needs = needsTyped(values, record.needs, today);
    const status = inForceOn(record.statuses, today)?.status ?? 'none';
    const problems = needsProblems(needs, { status, bornOn: record.bornOn, today });
    if (problems.length > 0) return refuse(needsErrors(problems));
    const { pupilId } = line;
    const told = { source: ownSource, sourceOn: today };
    const done = await changeNeeds(tx, { pupilId, needs, told, why: values.why });
    if (done.ok) return goTo(`/pupils/${pupilId}`, done.value ? 'Needs changed' : 'Nothing was different');
    return refuse(
      done.refusal === 'overlaps_history'
        ? 'On these days another need stood at the same rank, or the same need elsewhere. Enter a later day'
        : needsWording[done.refusal].words,
    );
  },
});

const heldWords = (needs: readonly NeedRecord[]): string =>
  needs.length === 0
    ? 'no needs'
    : needs.map((need) => `${needLabel(need.senType)} since ${longDate(need.fromOn)}`).join('; ');

const writtenWords = ({ values }: Attempt): string =>
  needRows
    .flatMap((row) => {
      const type = values[`type${row}`];
      return typeof type === 'string' && type !== '' ? [needLabel(type)] : [];
    })
    .join('; ') || 'no needs';
