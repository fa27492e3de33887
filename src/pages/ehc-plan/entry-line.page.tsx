import { type EhcLine, lineForm, writeEntry } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type EntryOfPupil, ehcHref, loadEntry, OfCommitment, ofPupil, staleWords } from './ehc-of-pupil.ts';

type Subject = EntryOfPupil & { readonly line: EhcLine };
const { fields } = lineForm;

/** How much a line promises, put right by hand: only what the document itself says. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/entry/lines/:commitmentId',
  params: OfCommitment,
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'How much a line promises',
  form: lineForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const found = await loadEntry(tx, params.pupilId);
    const line = found?.entry.content.lines.find(({ commitmentId }) => commitmentId === params.commitmentId);
    return found === null || line === undefined ? null : { ...found, line };
  },
  view: ({ subject: { pupil, entry, line }, attempt }) => (
    <div class="narrow">
      <PageHead title="How much this line promises" lead={line.words} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `${ehcHref(pupil.pupilId)}/entry` }}>
        <Card>
          <p class="small quiet">
            Leave blank what the document does not say. “Up to” and “as needed” promise nothing that could be
            counted.
          </p>
          <FormField of={fields.minutes} attempt={attempt} value={line.minutes} />
          <FormField of={fields.times} attempt={attempt} value={line.times} />
          <FormField of={fields.per} attempt={attempt} value={line.per} />
          <FormField of={fields.byWhom} attempt={attempt} value={line.byWhom} />
          <FormField of={fields.fromOn} attempt={attempt} value={line.fromOn} />
          <FormField of={fields.untilOn} attempt={attempt} value={line.untilOn} />
          <FormField of={fields.version} attempt={attempt} value={entry.version} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan, entry, line }, values }) => {
    if (values.version !== entry.version) return refuse(staleWords);
    const { minutes = null, times = null, per = null, byWhom = null, fromOn = null, untilOn = null } = values;
    if (fromOn !== null && untilOn !== null && untilOn < fromOn)
      return refuse({ untilOn: 'Until must be on or after the first day' });
    const changed = { ...line, minutes, times, per, byWhom, fromOn, untilOn };
    const lines = entry.content.lines.map((one) => (one === line ? changed : one));
    const written = await writeEntry(tx, { plan, entry, content: { ...entry.content, lines } });
    return written.ok ? goTo(`${ehcHref(pupil.pupilId)}/entry`, 'Saved') : refuse(staleWords);
  },
});
