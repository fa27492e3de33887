import { z } from 'zod';
import { noAttempt } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { removePupil } from '../commands/remove-pupil.ts';
import { confirmRemovalForm } from '../domain/retention.form.ts';
import { notToGoWords } from '../domain/retention.ts';
import { countHeld } from '../queries/count-held.ts';
import { findAskedRemoval, type Removal } from '../queries/list-removals.ts';
import { findLeaver, type Leaver } from '../queries/list-retention.ts';

type Subject = { readonly leaver: Leaver; readonly removal: Removal | null; readonly entries: number };
const { fields } = confirmRemovalForm;
const home = ({ pupilId }: Leaver) => `/school/retention/${pupilId}`;
const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** The second confirmation: the name is typed, and everything goes. */
export default page({
  path: '/school/retention/:pupilId/remove',
  params: z.object({ pupilId: PupilId }),
  may: 'rights.manage',
  about: ({ leaver }: Subject) => [leaver.pupilId],
  section: 'School',
  title: ({ leaver }: Subject) => `Remove the records of ${leaver.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const leaver = await findLeaver(tx, params.pupilId);
    if (leaver === null) return null;
    const held = await countHeld(tx, params.pupilId);
    return {
      leaver,
      removal: await findAskedRemoval(tx, params.pupilId),
      entries: held.reduce((sum, { entries }) => sum + entries, 0),
    };
  },
  form: confirmRemovalForm,
  view: ({ subject: { leaver, removal, entries }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Remove the records of ${leaver.name}`}
        lead={<a href={home(leaver)}>Review of the records</a>}
      />
      {removal === null ? (
        <Inset>
          <p>Nobody has asked to remove these records. Review them first.</p>
        </Inset>
      ) : (
        <>
          <Warning>
            {`All ${entries} entries go, for good. Nobody can bring them back here; copies in a backup last until that backup is deleted.`}
          </Warning>
          <Inset>
            <p>{removal.rule}.</p>
            <p>Why: {removal.why}</p>
          </Inset>
          <PostForm
            attempt={attempt}
            submit="Remove everything"
            kind="warning"
            cancel={{ href: home(leaver) }}
          >
            <FormField of={fields.name} attempt={attempt} />
            <FormField of={fields.version} attempt={noAttempt} value={removal.version} />
          </PostForm>
          <PostForm
            attempt={noAttempt}
            action={`${home(leaver)}/keep`}
            submit="Do not remove"
            kind="second"
          />
        </>
      )}
    </div>
  ),
  submit: async ({ tx, subject: { leaver, removal }, values }) => {
    if (removal === null) return refuse('Nobody has asked to remove these records. Review them first');
    if (plain(values.name) !== plain(leaver.name)) return refuse({ name: `Enter ${leaver.name} to confirm` });
    const removed = await removePupil(tx, removal, values.version);
    if (removed.ok) return goTo('/school/retention', 'Records removed');
    return refuse(
      removed.refusal === 'stale'
        ? 'Somebody else dealt with these records meanwhile. Look at the review again'
        : notToGoWords[removed.refusal],
    );
  },
});
