import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { askCorrection } from '../commands/ask-correction.ts';
import { correctionForm } from '../domain/correction.form.ts';
import type { Entry, HeldPart } from '../domain/redact.ts';
import { listHeldParts } from '../queries/list-held-parts.ts';
import { findNamedPupil, type NamedPupil } from './rights-of-pupil.ts';

const { fields } = correctionForm;
type Subject = { readonly pupil: NamedPupil; readonly parts: readonly HeldPart[]; readonly today: string };

/** Records that somebody can be wrong about; what only the machine writes is put right where it comes from. */
const machineMade = ['events', 'views', 'reach', 'import_changes', 'import_rows', 'correction_requests'];

/** The first words of an entry, to choose it by. */
const brief = ({ on, lines }: Entry): string =>
  [on === null ? '' : longDate(on), ...lines.slice(0, 3).map(({ value }) => value)]
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 110);

const optionsOf = (parts: readonly HeldPart[]) =>
  parts
    .filter(({ source, notInCopy }) => notInCopy === null && !machineMade.includes(source))
    .flatMap(({ source, title, entries }) => [
      {
        value: source,
        label: entries.length === 0 ? `${title}: something is missing` : `${title}: all of it`,
      },
      ...entries.map((entry) => ({
        value: `${source}/${entry.item}`,
        label: `${title}: ${brief(entry)}`,
      })),
    ]);

/** Somebody says that a record is wrong: logged, and tied to the record that is meant. */
export default page({
  path: '/pupils/:pupilId/correction',
  params: z.object({ pupilId: PupilId }),
  may: 'rights.manage',
  about: ({ pupil }: Subject) => [pupil.pupilId],
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Somebody says that the record of ${pupil.name} is wrong`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findNamedPupil(tx, params.pupilId);
    if (pupil === null) return null;
    return { pupil, parts: await listHeldParts(tx, params.pupilId), today: tx.scope.today };
  },
  form: correctionForm,
  view: ({ subject: { pupil, parts, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Somebody says that the record of ${pupil.name} is wrong`}
        lead="Logging it changes nothing. It is answered within one month of receipt."
      />
      <PostForm
        attempt={attempt}
        submit="Log the correction"
        cancel={{ href: `/pupils/${pupil.pupilId}/rights` }}
      >
        <FormField of={fields.askedBy} attempt={attempt} />
        <FormField of={fields.receivedOn} attempt={attempt} value={today} />
        <FormField of={fields.record} attempt={attempt} options={optionsOf(parts)} />
        <FormField of={fields.whatIsWrong} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, parts }, values }) => {
    const { record, askedBy, receivedOn, whatIsWrong } = values;
    if (!optionsOf(parts).some(({ value }) => value === record))
      return refuse({ record: 'Select which record is said to be wrong' });
    const [source = '', ...rest] = record.split('/');
    const asked = { askedBy, receivedOn, whatIsWrong, source, item: rest.join('/') || null };
    const logged = await askCorrection(tx, pupil.pupilId, asked);
    return logged.ok
      ? goTo(`/pupils/${pupil.pupilId}/rights`, 'Correction logged')
      : refuse({ receivedOn: 'The day of receipt must be today or earlier' });
  },
});
