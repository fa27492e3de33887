import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawLetterTemplate } from '../commands/write-letter-template.ts';
import { withdrawLetterForm } from '../domain/voice.form.ts';
import { findLetterTemplate } from '../queries/list-letter-templates.ts';
import { staleLetter } from './letter-fields.view.tsx';

/** Takes the school's own words of a letter back. */
export default page({
  path: '/school/letters/:letterKind/withdraw',
  params: z.object({ letterKind: z.string().max(60) }),
  may: 'school.manage',
  section: 'School',
  title: 'Take a letter back',
  form: withdrawLetterForm,
  about: { none: 'It shows a letter with places to fill in, no pupil' },
  load: async ({ tx, params }) => {
    const held = await findLetterTemplate(tx, params.letterKind);
    return held === null || held.version === 0 ? null : held;
  },
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Take a letter back" lead={subject.title} />
      <PostForm attempt={attempt} submit="Take it back" cancel={{ href: '/school/letters' }}>
        <Card>
          <p>
            {subject.isShipped
              ? 'The letter is again as it was shipped. What was sent stays as it was sent.'
              : 'The letter is taken out of the list. What was sent stays as it was sent.'}
          </p>
          <FormField of={withdrawLetterForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const done = await withdrawLetterTemplate(tx, subject, values.why);
    return done.ok ? goTo('/school/letters', 'Taken back') : refuse(staleLetter);
  },
});
