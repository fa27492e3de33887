import { formatOf, takeFile } from '#src/modules/documents/index.ts';
import { Card } from '#src/ui/card.tsx';
import { FileField } from '#src/ui/file-field.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { asVoice } from '../commands/open-voice.ts';
import { givePicture, sayerOf } from '../commands/say.ts';
import { pictureForm } from '../domain/voice.form.ts';
import { voicePage } from './voice-page.ts';

const { fields } = pictureForm;
const megabyte = 1024 * 1024;
/** More than may be kept, so that a photo that is too large is told so, and the words beside it are not lost. */
const largestPost = 64 * megabyte;

/** A drawing or a photo. It is a page of its own, so that a file that cannot be kept loses no answer. */
export default voicePage({
  path: '/v/picture',
  title: 'A picture',
  kinds: ['pupil', 'young_person'],
  form: pictureForm,
  largestPost,
  load: async () => ({}),
  view: ({ attempt }) => (
    <div class="voice">
      <PageHead title="A picture" />
      <PostForm
        attempt={attempt}
        submit="Send my picture"
        encType="multipart/form-data"
        cancel={{ href: '/v/pupil', label: 'Back' }}
      >
        <Card>
          <div data-draw="picture">
            <FileField
              name="picture"
              label={fields.picture.label}
              hint={fields.picture.hint}
              error={attempt.errors.picture}
              accept="image/jpeg,image/png,image/heic"
            />
          </div>
          <FormField of={fields.words} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ program, voice, values }) => {
    const { picture, words } = values;
    if (picture.size > 25 * megabyte)
      return {
        errors: { picture: 'This picture is larger than 25 MB. Choose a smaller one, or take it again' },
      };
    const taken = await takeFile(program, {
      fileName: picture.name,
      bytes: new Uint8Array(await picture.arrayBuffer()),
    });
    if (!taken.ok) return { errors: { picture: `${notPicture} ${taken.why}` } };
    const { shownAs, ending } = formatOf(taken.value.format);
    if (shownAs !== 'picture' && ending !== '.heic') return { errors: { picture: notPicture } };
    const given = await asVoice(program, voice, async (tx) => {
      const kept = await givePicture(tx, sayerOf(voice.link), { file: taken.value, words: words ?? null });
      if (kept.ok) await program.jobs.send(tx, 'read-documents', { schoolId: voice.schoolId });
      return kept;
    });
    return given.ok
      ? { goTo: '/v/pupil', flash: 'Your picture is kept. Thank you.' }
      : { errors: { form: 'The picture could not be kept. Try again' } };
  },
});

const notPicture = 'This is not a picture that can be kept. Choose a photo or a drawing, JPEG or PNG.';
