import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { decideCorrection } from '../commands/ask-correction.ts';
import { decideCorrectionForm } from '../domain/correction.form.ts';
import type { Entry } from '../domain/redact.ts';
import { type Correction, CorrectionId, listCorrections } from '../queries/list-corrections.ts';
import { listHeldParts } from '../queries/list-held-parts.ts';
import { correctionWords } from './correction-words.ts';
import { findNamedPupil, type NamedPupil } from './rights-of-pupil.ts';

const { fields } = decideCorrectionForm;
type Subject = {
  readonly pupil: NamedPupil;
  readonly correction: Correction;
  /** The record as it stands now; null when it is gone or a whole kind is meant. */
  readonly entry: Entry | null;
};

const wording = {
  stale: 'Somebody else decided this meanwhile',
  statement_missing: { statement: 'Enter what whoever asks says of the record, to keep beside it' },
  statement_unasked: { statement: 'Leave their statement blank: the record was corrected' },
};

/** One request to put the record right: the record as it stands, and the decision. */
export default page({
  path: '/pupils/:pupilId/corrections/:correctionId',
  params: z.object({ pupilId: PupilId, correctionId: CorrectionId }),
  may: 'rights.manage',
  about: ({ pupil }: Subject) => [pupil.pupilId],
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Correction of the record of ${pupil.name}`,
  load: async ({ tx, params: { pupilId, correctionId } }): Promise<Subject | null> => {
    const pupil = await findNamedPupil(tx, pupilId);
    const corrections = pupil === null ? [] : await listCorrections(tx, pupilId);
    const correction = corrections.find((one) => one.correctionId === correctionId);
    if (pupil === null || correction === undefined) return null;
    const parts = await listHeldParts(tx, pupilId);
    const part = parts.find(({ source }) => source === correction.source);
    return { pupil, correction, entry: part?.entries.find(({ item }) => item === correction.item) ?? null };
  },
  form: decideCorrectionForm,
  view: ({ subject: { pupil, correction, entry }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Correction of the record of ${pupil.name}`}
        lead={<a href={`/pupils/${pupil.pupilId}/rights`}>Rights of this pupil</a>}
      />
      <Inset>
        <p>{correction.whatIsWrong}</p>
        <p>{correctionWords(correction)}</p>
        {correction.decision === null && <p>To be answered by {longDate(correction.dueOn)}.</p>}
      </Inset>
      {entry !== null && (
        <Card title="The record as it stands">
          <SummaryList rows={entry.lines.map(({ label, value }) => ({ key: label, value }))} />
        </Card>
      )}
      {correction.decision === null && (
        <PostForm
          attempt={attempt}
          submit="Save the decision"
          cancel={{ href: `/pupils/${pupil.pupilId}/rights` }}
        >
          <FormField of={fields.decision} attempt={attempt} />
          <FormField of={fields.why} attempt={attempt} />
          <FormField of={fields.statement} attempt={attempt} />
          <FormField of={fields.version} attempt={noAttempt} value={correction.version} />
        </PostForm>
      )}
    </div>
  ),
  submit: async ({ tx, subject: { pupil, correction }, values }) => {
    const decided = await decideCorrection(tx, correction, values);
    return decided.ok
      ? goTo(`/pupils/${pupil.pupilId}/rights`, 'Decision saved')
      : refuse(wording[decided.refusal]);
  },
});
