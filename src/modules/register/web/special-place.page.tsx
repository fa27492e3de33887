import { longDate } from '#src/kernel/dates.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endPlace } from '../commands/end-place.ts';
import { givePlace } from '../commands/give-place.ts';
import { ownSource } from '../domain/sen-status.ts';
import {
  type PlaceRecord,
  type PlaceRefusal,
  placeForm,
  placeLabel,
  placesOffered,
  specialPlaceKinds,
} from '../domain/special-places.ts';
import { isUpToDate, loadPupil, OfPupil, placeSeen, pupilWords, staleWords } from './pupil-of-register.ts';
import { isStale, Stale } from './stale.view.tsx';

const { fields } = placeForm;

const wording: Readonly<Record<PlaceRefusal, Readonly<Record<string, string>>>> = {
  not_offered: {
    kind: "The school's settings say that it has no such place. Change them first, if the authority recognises it",
  },
  same_place: { kind: 'Select another place: the pupil has this one' },
  no_place: { kind: 'The pupil has no special place' },
  before_birth: { onDay: 'From must not be before the pupil was born' },
  in_future: { onDay: 'From must be today or in the past' },
  before_current: { onDay: 'From must not be before the place on record began' },
};

const heldWords = (held: PlaceRecord | null): string => {
  if (held === null) return 'No special place';
  const until = held.untilOn === null ? '' : ` until ${longDate(held.untilOn)}`;
  return `${placeLabel[held.kind]} from ${longDate(held.fromOn)}${until}`;
};

/** A place in the school's own SEN unit or resourced provision, as the census asks for it. */
export default page({
  path: '/pupils/:pupilId/place',
  params: OfPupil,
  may: 'register.change',
  section: 'Pupils',
  title: 'Special place',
  form: placeForm,
  load: async ({ tx, params }) => {
    const pupil = await loadPupil(tx, params.pupilId);
    if (pupil === null) return null;
    return { ...pupil, offered: placesOffered(await getSchool(tx)), today: tx.scope.today };
  },
  about: ({ line }) => [line.pupilId],
  view: ({ subject, attempt }) => {
    const held = subject.record.specialPlace;
    const offered = specialPlaceKinds.filter((kind) => subject.offered[kind] || held?.kind === kind);
    return (
      <div class="narrow">
        <PageHead title="Special place" lead={pupilWords(subject.line)} />
        <p>{heldWords(held)}.</p>
        {offered.length === 0 && (
          <p>The school's settings say that it has no SEN unit and no resourced provision.</p>
        )}
        {isStale(attempt, placeSeen(subject)) && (
          <Stale held={heldWords(held)} written={String(attempt.values.kind ?? 'nothing')} />
        )}
        <PostForm attempt={attempt} submit="Save" cancel={{ href: `/pupils/${subject.line.pupilId}` }}>
          <Card>
            <HiddenField name="seen" value={placeSeen(subject)} />
            <FormField
              of={fields.kind}
              attempt={attempt}
              value={held?.kind}
              options={[
                { value: 'none', label: 'No special place' },
                ...offered.map((value) => ({ value, label: placeLabel[value] })),
              ]}
            />
            <FormField of={fields.onDay} attempt={attempt} value={subject.today} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    if (!(await isUpToDate(tx, subject, { seen: values.seen, of: placeSeen }))) return refuse(staleWords);
    const { pupilId } = subject.line;
    const told = { source: ownSource, sourceOn: subject.today };
    const { kind, onDay } = values;
    const done =
      kind === 'none'
        ? await endPlace(tx, { pupilId, endedOn: onDay, told })
        : await givePlace(tx, { pupilId, kind, fromOn: onDay, told });
    return done.ok ? goTo(`/pupils/${pupilId}`, 'Special place changed') : refuse(wording[done.refusal]);
  },
});
