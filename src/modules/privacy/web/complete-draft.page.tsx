import { z } from 'zod';
import { noAttempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { saveAnswers } from '../commands/save-answers.ts';
import { blanksOf, type DraftName, draftForm, draftTitles } from '../domain/drafts.ts';
import { findAnswers, type KeptAnswers } from '../queries/find-draft.ts';
import { DraftSearch, draftAddress } from './draft-address.ts';

const { fields } = draftForm;
type Subject = { readonly name: DraftName; readonly held: KeptAnswers };

/** The school's own words for what the program cannot know. */
export default page({
  path: '/school/privacy/draft/complete',
  params: z.object({}),
  search: DraftSearch,
  may: 'rights.manage',
  about: { none: 'It describes the program and shows no pupil' },
  section: 'School',
  title: ({ name }: Subject) => `Fill in: ${draftTitles[name]}`,
  load: async ({ tx, search: { document } }): Promise<Subject | null> =>
    document === null ? null : { name: document, held: await findAnswers(tx, document) },
  form: draftForm,
  view: ({ subject: { name, held }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={draftTitles[name]}
        lead="What the program cannot know. Each saving is kept; what is left blank stays marked as to be filled in."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: draftAddress(name) }}>
        {blanksOf[name].map((blank) => (
          <div key={blank}>
            {attempt.errors.form !== undefined && held.answers[blank] !== undefined && (
              <Inset>
                <p>
                  {fields[blank].label}, saved meanwhile: {held.answers[blank]}
                </p>
              </Inset>
            )}
            <FormField of={fields[blank]} attempt={attempt} value={held.answers[blank]} />
          </div>
        ))}
        <FormField of={fields.version} attempt={noAttempt} value={held.revision + 1} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { name, held }, values }) => {
    const { version, ...answers } = values;
    const saved = await saveAnswers(tx, name, { held, answers, version });
    return saved.ok
      ? goTo(draftAddress(name), 'Saved as a new revision')
      : refuse(
          'Somebody else saved this document meanwhile. Their words stand above yours: bring them together, then save',
        );
  },
});
