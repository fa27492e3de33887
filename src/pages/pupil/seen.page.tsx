import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, fullName } from './pupil-head.ts';
import { CanSeeCard, SeenList } from './seen.view.tsx';
import { loadSeen, type Seen, type SeenFilter, SeenSearch } from './seen-view.ts';

type Subject = Seen & { readonly at: string };

/** The answer to "who can see this child, why, and who has?" */
export default page({
  path: '/pupils/:pupilId/seen',
  params: z.object({ pupilId: PupilId }),
  search: SeenSearch,
  may: 'privacy.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Who can see, and who has seen, ${fullName(pupil)}`,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const seen = await loadSeen(tx, params.pupilId, search);
    return seen === null ? null : { ...seen, at: timeWords(tx.scope.clock.now()) };
  },
  view: ({ subject, actor, search, params }) => (
    <>
      <PupilBand head={subject} actor={actor} tab="Privacy" />
      <p class="on-paper">{`Printed by ${actor.knownAs} on ${subject.at}: confidential`}</p>
      <CanSeeCard canSee={subject.canSee} />
      <SeenList seen={subject} filter={search} address={`/pupils/${params.pupilId}/seen`} />
      <ButtonRow>
        <LinkButton href={csvAddress(params.pupilId, search)} kind="second">
          CSV
        </LinkButton>
        {may(actor, 'rights.read') && (
          <LinkButton href={`/pupils/${params.pupilId}/rights`} kind="second">
            Requests, corrections and holds
          </LinkButton>
        )}
      </ButtonRow>
    </>
  ),
});

function csvAddress(pupilId: PupilId, { who, on }: SeenFilter): string {
  const search = new URLSearchParams();
  if (who !== undefined) search.set('who', who);
  if (on !== undefined) search.set('on', on);
  const query = search.toString();
  return `/pupils/${pupilId}/seen.csv${query === '' ? '' : `?${query}`}`;
}
