import { longDate } from '#src/kernel/dates.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import type { Laid } from './laid-out.view.tsx';
import { givenWords, pupilsWords, severalAddress } from './several-words.ts';

const undoWords = { undone: 'Undone', left: 'Left as they are: changed since' } as const;

/** What was done for whom, the way back while there is one, and whom it could not be taken back for. */
export function WhatCame({ laid: { change, names, mayUndo } }: { laid: Laid }) {
  const { outcome, state, doneOn, byName, given } = change;
  const isUndone = state === 'undone';
  const left = outcome.filter((one) => one.undo === 'left').length;
  const lead = [
    given === null ? '' : givenWords(given),
    `${byName} on ${doneOn === null ? '' : longDate(doneOn)}`,
  ];
  return (
    <>
      <PageHead
        title={isUndone ? headOfUndo(outcome.length - left, left) : `${pupilsWords(outcome.length)} changed`}
        lead={lead.filter(Boolean).join(' · ')}
      />
      <Sheet label="Pupils">
        <DataTable
          caption="Pupils of this change"
          columns={[
            { key: 'name', label: 'Pupil', isRowHead: true },
            { key: 'came', label: 'What came of it' },
          ]}
          rows={outcome.map((one) => ({
            name: (
              <a href={`/pupils/${one.pupilId}`}>{names.get(one.pupilId) ?? 'A pupil who is not there'}</a>
            ),
            came: one.undo === null ? 'Changed' : undoWords[one.undo],
          }))}
        />
      </Sheet>
      <div class="buttons">
        {mayUndo && (
          <form method="post" action={`${severalAddress(change.bulkChangeId)}/undo`}>
            <SubmitButton kind="second">{`Undo for ${pupilsWords(outcome.length)}`}</SubmitButton>
          </form>
        )}
        <a href="/pupils">SEND register</a>
      </div>
    </>
  );
}

const headOfUndo = (undone: number, left: number): string =>
  left === 0
    ? `Undone for ${pupilsWords(undone)}`
    : `Undone for ${pupilsWords(undone)}, left for ${pupilsWords(left)}`;
