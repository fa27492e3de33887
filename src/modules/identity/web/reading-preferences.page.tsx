import { keepReading } from '#src/platform/auth/accounts.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type Reading, readingOf } from '#src/ui/reading.ts';
import { readingForm } from '../domain/own-account.form.ts';

const { fields } = readingForm;

/** How this person likes to read, on every device: it holds from the next page on. */
export default openPage({
  path: '/me/reading',
  may: 'signed in',
  title: 'Reading preferences',
  form: readingForm,
  load: async ({ person }): Promise<Reading | null> => (person === null ? null : readingOf(person)),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Reading preferences" lead="They are yours alone and hold on every device." />
      <Card>
        <PostForm attempt={attempt} submit="Save" cancel={{ href: '/me' }}>
          <FormField of={fields.size} attempt={attempt} value={subject.size} />
          <FormField of={fields.spacing} attempt={attempt} value={subject.spacing} />
          <FormField of={fields.tint} attempt={attempt} value={subject.tint} />
          <FormField of={fields.typeface} attempt={attempt} value={subject.typeface} />
          <FormField of={fields.motion} attempt={attempt} value={subject.motion} />
          <FormField of={fields.keys} attempt={attempt} value={subject.keys ?? 'on'} />
        </PostForm>
      </Card>
    </div>
  ),
  submit: async ({ program, person, values }) => {
    const reading: Reading = values;
    if (person !== null) await keepReading(program.database.auth, person.personId, JSON.stringify(reading));
    return { goTo: '/me/reading', flash: 'Saved. This is how pages look from now on.' };
  },
});
