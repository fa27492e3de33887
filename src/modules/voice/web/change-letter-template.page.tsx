import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { writeLetterTemplate } from '../commands/write-letter-template.ts';
import { letterTemplateForm } from '../domain/voice.form.ts';
import { findLetterTemplate } from '../queries/list-letter-templates.ts';
import { LetterFields, staleLetter, wrongPlaces } from './letter-fields.view.tsx';

/** Puts a letter into the school's own words. */
export default page({
  path: '/school/letters/:letterKind',
  params: z.object({ letterKind: z.string().max(60) }),
  may: 'school.manage',
  section: 'School',
  title: 'Change a letter',
  form: letterTemplateForm,
  about: { none: 'It shows a letter with places to fill in, no pupil' },
  load: ({ tx, params }) => findLetterTemplate(tx, params.letterKind),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Change a letter"
        lead={subject.title}
        actions={
          subject.version > 0 && (
            <a href={`/school/letters/${subject.letterKind}/withdraw`}>
              {subject.isShipped ? 'Back to the words as shipped' : 'Take it out of the list'}
            </a>
          )
        }
      />
      {'version' in attempt.values && Number(attempt.values.version) !== subject.version && (
        <Inset>
          <b>{`On record now: ${subject.title}`}</b>
          <p class="words">{subject.words}</p>
        </Inset>
      )}
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/school/letters' }}>
        <LetterFields held={subject} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { title, words, version } = values;
    if (version !== String(subject.version)) return refuse(staleLetter);
    const wrong = wrongPlaces(words);
    if (wrong !== null) return refuse({ words: wrong });
    const done = await writeLetterTemplate(tx, subject, { title, words });
    if (!done.ok) return refuse(staleLetter);
    return goTo('/school/letters', done.value ? 'Letter saved' : 'Nothing was different');
  },
});
