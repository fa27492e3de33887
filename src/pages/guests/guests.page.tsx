import { z } from 'zod';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  capacityWords,
  type GuestPlace,
  guestSeesWords,
  type Invitation,
  isOpenOn,
  listGuestPlaces,
  listInvitations,
  stateOf,
} from '#src/modules/identity/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';

type Subject = {
  readonly places: readonly GuestPlace[];
  /** Guests who have not answered yet. */
  readonly waiting: readonly Invitation[];
  readonly names: ReadonlyMap<PupilId, string>;
  readonly today: SchoolDate;
};

const columns = [
  { key: 'who', label: 'Guest', isRowHead: true },
  { key: 'pupil', label: 'Pupil' },
  { key: 'sees', label: 'May read' },
  { key: 'why', label: 'Why' },
  { key: 'until', label: 'Until' },
  { key: 'deed', label: 'Change' },
] as const;

function Deeds({ of: { reachId, knownAs } }: { of: GuestPlace }) {
  const about = <span class="govuk-visually-hidden"> the access of {knownAs}</span>;
  return (
    <>
      <a href={`/guests/${reachId}/extend`}>Extend{about}</a>
      {' · '}
      <a href={`/guests/${reachId}/end`}>End{about}</a>
    </>
  );
}

const placeRow = ({ names, today }: Subject) => {
  const draw = (place: GuestPlace) => {
    const isOpen = isOpenOn(place, today);
    return {
      who: `${place.knownAs}, ${capacityWords(place.capacity).toLowerCase()}`,
      pupil: <a href={`/pupils/${place.pupilId}`}>{names.get(place.pupilId) ?? 'A pupil'}</a>,
      sees: guestSeesWords(place.sees),
      why: `${place.reason}${place.invitedBy === null ? '' : ` · invited by ${place.invitedBy}`}`,
      until: (
        <>
          {middleDate(place.untilOn)} {!isOpen && <Tag kind="watch">Ended</Tag>}
        </>
      ),
      deed: isOpen ? <Deeds of={place} /> : '–',
    };
  };
  return draw;
};

const waitingRow = ({ names }: Subject) => {
  const draw = ({ knownAs, guest, untilOn }: Invitation) => ({
    who: knownAs,
    pupil: guest?.pupilIds.map((pupilId) => names.get(pupilId) ?? 'A pupil').join(', '),
    sees: guestSeesWords(guest?.sees ?? []),
    why: guest?.reason,
    until: (
      <>
        {untilOn === null ? '–' : middleDate(untilOn)} <Tag kind="warn">Has not answered</Tag>
      </>
    ),
    deed: <a href="/people/invitations">Invitations</a>,
  });
  return draw;
};

/** Who of outside sees which pupil, what of them, why and until when. */
export default page({
  path: '/guests',
  params: z.object({}),
  may: 'people.manage',
  about: ({ names }: Subject) => [...names.keys()],
  section: 'School',
  title: 'Guests',
  load: async ({ tx }): Promise<Subject> => {
    const places = await listGuestPlaces(tx);
    const { today, clock } = tx.scope;
    const waiting = (await listInvitations(tx)).filter(
      (one) => one.guest !== null && stateOf(one, { now: clock.now(), today }) === 'waiting',
    );
    const names = await listNamesOf(tx, [
      ...places.map((place) => place.pupilId),
      ...waiting.flatMap((one) => one.guest?.pupilIds ?? []),
    ]);
    return { places, waiting, names, today };
  },
  view: ({ subject }) => {
    const { places, waiting, today } = subject;
    const open = places.filter((place) => isOpenOn(place, today));
    const ended = places.filter((place) => !isOpenOn(place, today));
    const groups = [
      { label: 'Asked, and waiting for an answer', rows: waiting.map(waitingRow(subject)) },
      { label: 'Today', rows: open.map(placeRow(subject)) },
      { label: 'Ended', rows: ended.map(placeRow(subject)) },
    ].filter(({ rows }) => rows.length > 0);
    return (
      <>
        <PageHead
          title="Guests"
          lead="Outside professionals, social workers, supply teachers and other schools. Each sees named pupils only, and access ends by itself after the last day."
          actions={<LinkButton href="/guests/new">Invite a guest</LinkButton>}
        />
        {groups.length === 0 ? (
          <EmptyState title="No guest was invited yet">
            <p>Invite somebody from outside to one pupil or a few, until a day.</p>
          </EmptyState>
        ) : (
          <Sheet label="Guests">
            <DataTable caption="Guests" isStacked columns={columns} groups={groups} />
          </Sheet>
        )}
      </>
    );
  },
});
