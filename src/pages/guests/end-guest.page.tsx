import { endGuestForm, endGuestPlace } from '#src/modules/identity/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import {
  aboutPlace,
  findOpenPlace,
  type PlaceOfGuest,
  placeChangedWords,
  placeParams,
} from './guest-place.ts';

const { fields } = endGuestForm;
const titleOf = ({ place, name }: PlaceOfGuest) => `End the access of ${place.knownAs} to ${name}`;

export default page({
  path: '/guests/:reachId/end',
  params: placeParams,
  may: 'people.manage',
  about: aboutPlace,
  section: 'School',
  title: titleOf,
  load: ({ tx, params }) => findOpenPlace(tx, params),
  form: endGuestForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={titleOf(subject)} lead="They see nothing of this pupil from this moment." />
      <PostForm attempt={attempt} submit="End access" cancel={{ href: '/guests' }}>
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.version} attempt={attempt} value={subject.place.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { place }, values: { why, version } }) => {
    const ended = await endGuestPlace(tx, { ...place, version }, why);
    return ended.ok ? goTo('/guests', 'Access ended') : refuse(placeChangedWords);
  },
});
