import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { type GuestPlace, guestSeesWords, listOwnPlaces } from '#src/modules/identity/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';

type Subject = {
  readonly places: readonly GuestPlace[];
  readonly names: ReadonlyMap<PupilId, string>;
};

/** The home of a guest: the pupils to whom they are invited, and nobody else's. */
export default page({
  path: '/invited',
  params: z.object({}),
  may: 'guest.read',
  about: ({ places }: Subject) => places.map((place) => place.pupilId),
  section: 'Pupils',
  title: 'Pupils you are invited to',
  load: async ({ tx }): Promise<Subject> => {
    const places = await listOwnPlaces(tx);
    return {
      places,
      names: await listNamesOf(
        tx,
        places.map((place) => place.pupilId),
      ),
    };
  },
  view: ({ subject: { places, names }, actor }) => (
    <>
      <PageHead
        title="Pupils you are invited to"
        lead={`${actor.schoolName} sees what you open, and when.`}
      />
      {places.length === 0 ? (
        <EmptyState title="You are invited to no pupil today">
          <p>Access ends by itself after its last day. The SENCO can invite you again.</p>
        </EmptyState>
      ) : (
        <Card>
          <ActionList
            items={places.map((place) => ({
              label: names.get(place.pupilId) ?? 'A pupil',
              href: `/pupils/${place.pupilId}`,
              why: `${place.reason} · ${guestSeesWords(place.sees)} · until ${longDate(place.untilOn)}`,
            }))}
          />
        </Card>
      )}
    </>
  ),
});
