import type { Attempt } from '#src/kernel/form.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { BulkChange, PlanLine } from '#src/modules/register/index.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { deeds, givenWords, obstacleWords, pupilsWords, severalAddress } from './several-words.ts';

/** A change with what it would come to as things stand, or with whom it was for. */
export type Laid = {
  readonly change: BulkChange;
  readonly plan: readonly PlanLine[];
  readonly mark: string;
  readonly names: ReadonlyMap<PupilId, string>;
  readonly mayUndo: boolean;
};

/** Who would change, from what to what; who would not, and why. The button does exactly this. */
export function LaidOut({ laid: { change, plan, mark }, attempt }: { laid: Laid; attempt: Attempt }) {
  const changing = plan.filter((line) => line.obstacle === null);
  const staying = plan.filter((line) => line.obstacle !== null);
  const back = `${severalAddress(change.bulkChangeId)}/${deeds[change.kind].path}`;
  return (
    <>
      <PageHead
        title={`${pupilsWords(changing.length)} would change`}
        lead={change.given === null ? undefined : givenWords(change.given)}
      />
      {changing.length > 0 && (
        <Sheet label="Pupils who would change">
          <DataTable
            caption="Pupils who would change"
            columns={[
              { key: 'name', label: 'Pupil', isRowHead: true },
              { key: 'before', label: 'Now' },
              { key: 'after', label: 'Then' },
            ]}
            rows={changing}
          />
        </Sheet>
      )}
      {staying.length > 0 && (
        <>
          <h2>{`${pupilsWords(staying.length)} would stay as they are`}</h2>
          <Sheet label="Pupils who would stay as they are">
            <DataTable
              caption="Pupils who would stay as they are"
              columns={[
                { key: 'name', label: 'Pupil', isRowHead: true },
                { key: 'before', label: 'Now' },
                { key: 'why', label: 'Why' },
              ]}
              rows={staying.map(({ name, before, obstacle }) => ({
                name,
                before,
                why: obstacle === null ? '' : obstacleWords[obstacle],
              }))}
            />
          </Sheet>
        </>
      )}
      {changing.length === 0 ? (
        <>
          <Warning>Nobody would change.</Warning>
          <LinkButton href={back}>Choose something else</LinkButton>
        </>
      ) : (
        <PostForm
          attempt={attempt}
          submit={`Change ${pupilsWords(changing.length)}`}
          cancel={{ label: 'Back', href: back }}
        >
          <HiddenField name="seen" value={mark} />
        </PostForm>
      )}
    </>
  );
}
