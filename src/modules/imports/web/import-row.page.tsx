import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { ImportId, PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type Decided, decideRow } from '../commands/decide-row.ts';
import { choiceHeld, choicesForRow, decideRowForm, type RowChoice } from '../domain/decide-row.form.ts';
import { findImportRow, type OpenedRow } from '../queries/find-import-row.ts';
import type { PupilName } from '../queries/list-pupil-names.ts';
import { openImport } from '../queries/open-import.ts';
import { BothSides } from './import-row-sides.view.tsx';
import { count } from './import-words.ts';

const partOf: Readonly<Record<string, string>> = { ask: 'decide', changed: 'changed', new: 'new' };
const back = ({ kept, row }: OpenedRow): string =>
  `/imports/${kept.importId}${partOf[row.state] === undefined ? '' : `?show=${partOf[row.state]}`}`;

const pupilWords = ({ forename, surname, bornOn, className, isOnRoll }: PupilName): string =>
  [`${forename} ${surname}`, `born ${middleDate(bornOn)}`, className ?? '', isOnRoll ? '' : 'not on roll']
    .filter((part) => part !== '')
    .join(', ');

const choices = ({ row, pupils }: OpenedRow): readonly RowChoice[] =>
  choicesForRow({
    kind: row.kind,
    state: row.state,
    hasOurs: row.changes.some(({ isOurs }) => isOurs),
    pupils: pupils.map((pupil) => ({ pupilId: pupil.pupilId, words: pupilWords(pupil) })),
    meantId: meantOf(row),
  });

/** Who is meant, once that is known: before, the match of a record to decide is only the first who could be. */
const meantOf = ({ state, decision, matchId }: OpenedRow['row']): string | null =>
  state === 'ask' && decision !== 'same' && decision !== 'take' ? null : matchId;

const mayDecide = ({ kept, row }: OpenedRow): boolean =>
  kept.state === 'reviewing' && (row.state === 'ask' || row.state === 'new' || row.state === 'changed');

function decidedBy(choice: string): Decided {
  const [word = '', id] = choice.split(':');
  const pupilId = id === undefined ? undefined : PupilId.parse(id);
  if (word === 'same' || word === 'take') return { decision: word, pupilId };
  return { decision: word === 'new' || word === 'leave' ? word : null };
}

const refusals = {
  too_late: 'This import is past its review.',
  meant_elsewhere: 'Another record of the file is about this pupil already.',
  not_enough: 'The file does not say enough to add a pupil: both names and the date of birth are needed.',
} as const;

/** One record of an import, whole, and what shall become of it. */
export default page({
  path: '/imports/:importId/rows/:rowNumber',
  params: z.object({ importId: ImportId, rowNumber: z.coerce.number().int().min(1).max(1_000_000) }),
  may: 'import.review',
  about: ({ pupils }: OpenedRow) => pupils.map(({ pupilId }) => pupilId),
  section: 'School',
  title: 'A record of an import',
  load: async ({ tx, params }) => {
    const kept = await openImport(tx, params.importId);
    return kept === null ? null : findImportRow(tx, kept, params.rowNumber);
  },
  form: decideRowForm,
  view: ({ subject, attempt }) => {
    const { kept, row } = subject;
    return (
      <>
        <PageHead
          title={row.title}
          lead={
            <>
              <a href={back(subject)}>{kept.fileName}</a>, row {count(row.fileRow)}
            </>
          }
        />
        {row.why !== null && <Inset>{row.why}</Inset>}
        {row.outcome !== null && row.outcome !== 'taken' && <Inset>{row.outcome}</Inset>}
        {mayDecide(subject) && (
          <PostForm attempt={attempt} submit="Save" cancel={{ href: back(subject) }}>
            <FormField
              of={decideRowForm.fields.choice}
              attempt={attempt}
              options={choices(subject)}
              value={choiceHeld(row, meantOf(row))}
            />
            <HiddenField name="version" value={String(kept.version)} />
          </PostForm>
        )}
        <BothSides row={row} />
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.kept.version)
      return refuse('Somebody has changed this import since you opened it.');
    if (!choices(subject).some(({ value }) => value === values.choice))
      return refuse({ choice: 'Select what shall become of it' });
    const said = decidedBy(values.choice);
    const done = await decideRow(tx, subject, said);
    if (!done.ok) return refuse({ choice: refusals[done.refusal] });
    // Who is meant is known now, and so is what differs: a person may want to see it before going on.
    const isToSee = said.decision === 'same' && subject.row.decision !== 'same';
    return goTo(
      isToSee ? `/imports/${subject.kept.importId}/rows/${subject.row.rowNumber}` : back(subject),
      'Decided',
    );
  },
});
