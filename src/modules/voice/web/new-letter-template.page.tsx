import { z } from 'zod';
import { newId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { writeLetterTemplate } from '../commands/write-letter-template.ts';
import { letterTemplateForm } from '../domain/voice.form.ts';
import { LetterFields, staleLetter, wrongPlaces } from './letter-fields.view.tsx';

/** A letter of the school's own. */
export default page({
  path: '/school/letters/new',
  params: z.object({}),
  may: 'school.manage',
  section: 'School',
  title: 'Write a letter of our own',
  form: letterTemplateForm,
  about: { none: 'It shows a letter with places to fill in, no pupil' },
  load: async () => ({}),
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Write a letter of our own" />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school/letters' }}>
        <LetterFields held={null} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const { title, words } = values;
    const wrong = wrongPlaces(words);
    if (wrong !== null) return refuse({ words: wrong });
    const letterKind = `own_${newId().replaceAll('-', '')}`;
    const held = { letterKind, title: '', words: '', version: 0, isShipped: false };
    const done = await writeLetterTemplate(tx, held, { title, words });
    return done.ok ? goTo('/school/letters', 'Letter saved') : refuse(staleLetter);
  },
});
