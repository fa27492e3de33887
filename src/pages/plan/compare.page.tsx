import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { differencesBetween, listPlanVersions, type PlanVersion } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ChooseTwo, Differences, differencesLead } from '#src/ui/differences.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';

const VersionNumber = z.coerce.number().int().min(1).max(100_000).optional().catch(undefined);

type Subject = PupilHead & {
  readonly versions: readonly PlanVersion[];
  readonly older: PlanVersion | null;
  readonly newer: PlanVersion | null;
};

/** Any two issued plans of a pupil side by side, with the words that differ marked. */
export default page({
  path: '/pupils/:pupilId/plan/compare',
  params: z.object({ pupilId: PupilId }),
  search: z.object({ from: VersionNumber, to: VersionNumber }),
  may: 'plan.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Two plans of ${fullName(pupil)} side by side`,
  wide: true,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const versions = await listPlanVersions(tx, params.pupilId);
    const numbered = (number: number | undefined, place: number) =>
      versions.find((one) => one.number === number) ?? versions[place] ?? null;
    return { ...head, versions, older: numbered(search.from, 1), newer: numbered(search.to, 0) };
  },
  view: ({ subject, actor }) => {
    const { versions, older, newer, pupil } = subject;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Plan" />
        <PageHead
          title="Two plans side by side"
          lead={differencesLead}
          actions={
            <a class="button second" href={`/pupils/${pupil.pupilId}/plan`}>
              Back to the plan
            </a>
          }
        />
        {older === null || newer === null ? (
          <EmptyState title="There are no two plans to compare yet">
            Each time that a plan is issued, it is kept under a new number.
          </EmptyState>
        ) : (
          <>
            <ChooseTwo all={versions} {...{ older, newer, nameOf }} />
            <Differences
              caption={`What differs between number ${older.number} and number ${newer.number}`}
              about="About"
              older={nameOf(older)}
              newer={nameOf(newer)}
              found={differencesBetween(older.content, newer.content)}
              same="No word differs between these two plans."
            />
          </>
        )}
      </>
    );
  },
});

const nameOf = ({ number, issuedOn }: PlanVersion): string =>
  `Number ${number}, issued ${longDate(issuedOn)}`;
