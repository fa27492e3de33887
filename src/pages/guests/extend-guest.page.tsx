import { longDate } from '#src/kernel/dates.ts';
import { extendGuestForm, extendGuestPlace, lastDayFault } from '#src/modules/identity/index.ts';
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

const { fields } = extendGuestForm;
const titleOf = ({ place, name }: PlaceOfGuest) => `How long ${place.knownAs} sees ${name}`;

export default page({
  path: '/guests/:reachId/extend',
  params: placeParams,
  may: 'people.manage',
  about: aboutPlace,
  section: 'School',
  title: titleOf,
  load: ({ tx, params }) => findOpenPlace(tx, params),
  form: extendGuestForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={titleOf(subject)} lead={`Until ${longDate(subject.place.untilOn)} as it stands.`} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/guests' }}>
        <FormField of={fields.untilOn} attempt={attempt} value={subject.place.untilOn} />
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.version} attempt={attempt} value={subject.place.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { place }, values: { untilOn, why, version } }) => {
    const fault = lastDayFault(untilOn, tx.scope.today);
    if (fault !== null) return refuse({ untilOn: fault });
    const extended = await extendGuestPlace(tx, { ...place, version }, { untilOn, why });
    return extended.ok ? goTo('/guests', 'Last day saved') : refuse(placeChangedWords);
  },
});
