import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  invite,
  inviteGuestForm,
  lastDayFault,
  linkWords,
  usualLastDay,
} from '#src/modules/identity/index.ts';
import { type FoundPupil, listNamesOf, listNotOnRoll, searchPupils } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ChosenPupils, FindMore } from './chosen-pupils.view.tsx';

const { fields } = inviteGuestForm;
const MOST_PUPILS = 20;
const MOST_FOUND = 10;

type Subject = {
  readonly names: ReadonlyMap<PupilId, string>;
  readonly found: readonly FoundPupil[];
  readonly today: SchoolDate;
};

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) =>
    [given ?? []]
      .flat()
      .flatMap((id) => PupilId.safeParse(id).data ?? [])
      .slice(0, MOST_PUPILS),
  );

const works = {
  works_here: 'Somebody with this address works here already: no guest is needed for them',
  asked_already: 'They are asked already',
} as const;

/** Invites somebody from outside to the pupils in the address, until a day. */
export default page({
  path: '/guests/new',
  params: z.object({}),
  search: z.object({ pupil: several, q: z.string().trim().max(100).catch('').default('') }),
  may: 'people.manage',
  about: ({ names, found }: Subject) => [...names.keys(), ...found.map((one) => one.pupilId)],
  section: 'School',
  title: 'Invite a guest',
  load: async ({ tx, search }): Promise<Subject> => ({
    names: await listNamesOf(tx, search.pupil),
    found: search.q === '' ? [] : await searchPupils(tx, search.q, MOST_FOUND),
    today: tx.scope.today,
  }),
  form: inviteGuestForm,
  view: ({ subject: { names, found, today }, attempt, search }) => (
    <div class="narrow">
      <PageHead
        title="Invite a guest"
        lead="They get a link by email, see these pupils and no other, and nothing after the last day."
      />
      <ChosenPupils names={names} />
      <FindMore names={names} asked={search.q} found={found} />
      {names.size > 0 && (
        <PostForm attempt={attempt} submit="Invite" cancel={{ href: '/guests' }}>
          <FormField of={fields.name} attempt={attempt} />
          <FormField of={fields.email} attempt={attempt} />
          <FormField of={fields.capacity} attempt={attempt} />
          <FormField of={fields.sees} attempt={attempt} value={['family']} />
          <FormField of={fields.untilOn} attempt={attempt} value={usualLastDay(today)} />
          <FormField of={fields.reason} attempt={attempt} />
        </PostForm>
      )}
    </div>
  ),
  submit: async ({ tx, program, actor, subject: { names, today }, values }) => {
    const { name, email, capacity, sees, untilOn, reason } = values;
    const fault = lastDayFault(untilOn, today);
    if (fault !== null) return refuse({ untilOn: fault });
    if (names.size === 0) return refuse('Choose the pupil first');
    const left = capacity === 'next_school' ? [] : await listNotOnRoll(tx, [...names.keys()]);
    if (left.length > 0)
      return refuse(
        `${left.map((pupilId) => names.get(pupilId)).join(', ')}: not on roll today. Only the next school is invited to a pupil who has left`,
      );
    const invited = await invite(
      tx,
      { program, actor },
      {
        name,
        email,
        role: 'guest',
        fromOn: today,
        untilOn,
        guest: { pupilIds: [...names.keys()], sees, capacity, reason },
      },
    );
    return invited.ok ? goTo('/guests', linkWords(invited.value)) : refuse({ email: works[invited.refusal] });
  },
});
