import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  audiencesToWrite,
  contactKinds,
  contactNoteForm,
  contactRefusals,
  type FoundPupil,
  listNamesOf,
  logContact,
  noteAudienceWords,
  searchPupils,
} from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { WhichPupil } from './log/which-pupil.view.tsx';

const { fields } = contactNoteForm;
const MOST = 20;

type Subject = {
  readonly pupil: { readonly pupilId: PupilId; readonly name: string } | null;
  readonly found: readonly FoundPupil[];
  readonly today: SchoolDate;
};

const onlyOf = (found: readonly FoundPupil[]): FoundPupil | undefined =>
  found.length === 1 ? found[0] : undefined;

/** Logs a contact, worry or decision: first about whom, unless the page before says so, then what. */
export default page({
  path: '/log',
  params: z.object({}),
  search: z.object({
    pupil: PupilId.optional().catch(undefined),
    q: z.string().trim().max(200).catch(''),
    kind: z.enum(contactKinds).catch('contact'),
  }),
  may: 'task.own',
  about: ({ pupil, found }: Subject) => (pupil === null ? found : [pupil]).map((one) => one.pupilId),
  section: 'Today',
  title: 'Log a contact, worry or decision',
  load: async ({ tx, search }): Promise<Subject | null> => {
    const { pupil: pupilId, q } = search;
    const { today } = tx.scope;
    if (pupilId === undefined) return { pupil: null, found: await searchPupils(tx, q, MOST), today };
    const name = (await listNamesOf(tx, [pupilId])).get(pupilId);
    return name === undefined ? null : { pupil: { pupilId, name }, found: [], today };
  },
  goOn: ({ found }) => {
    const only = onlyOf(found);
    return only === undefined ? null : `/log?pupil=${only.pupilId}`;
  },
  form: contactNoteForm,
  view: ({ subject: { pupil, found, today }, attempt, actor, search }) => {
    const [usual = 'notes', ...more] = audiencesToWrite(actor);
    if (pupil === null) return <WhichPupil asked={search.q} found={found} />;
    return (
      <div class="narrow">
        <PageHead title="Log a contact, worry or decision" lead={`About ${pupil.name}`} />
        <PostForm attempt={attempt} submit="Log it" cancel={{ href: `/pupils/${pupil.pupilId}` }}>
          <FormField of={fields.kind} attempt={attempt} value={search.kind} />
          <FormField of={fields.words} attempt={attempt} />
          <FormField of={fields.withWhom} attempt={attempt} />
          <FormField of={fields.on} attempt={attempt} value={today} />
          {more.length === 0 ? (
            <>
              <p class="quiet">It can be read by: {noteAudienceWords[usual].toLowerCase()}.</p>
              <HiddenField name="audience" value={usual} />
            </>
          ) : (
            <FormField
              of={fields.audience}
              attempt={attempt}
              value={usual}
              options={[usual, ...more].map((value) => ({ value, label: noteAudienceWords[value] }))}
            />
          )}
          <FormField of={fields.followUpOn} attempt={attempt} />
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, actor, subject: { pupil }, values }) => {
    if (pupil === null) return refuse('Choose the pupil first.');
    const audience = audiencesToWrite(actor).find((one) => one === values.audience);
    if (audience === undefined) return refuse({ audience: 'Select who may read it' });
    const { followUpOn, ...note } = values;
    const done = await logContact(tx, {
      ...note,
      audience,
      pupilId: pupil.pupilId,
      followUp: followUpOn === undefined ? undefined : { on: followUpOn, ownerPersonId: actor.personId },
    });
    if (!done.ok) return refuse(contactRefusals[done.refusal]);
    return goTo(`/pupils/${pupil.pupilId}`, followUpOn === undefined ? 'Logged' : 'Logged, with a task');
  },
});
