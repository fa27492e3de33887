import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import {
  type EhcVersion,
  findEhcPlan,
  sectionLetters,
  sectionTitles,
  versionKindWords,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ChooseTwo, Differences, type Differing, differencesLead } from '#src/ui/differences.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { ehcHref, OfPupil } from './ehc-of-pupil.ts';

const VersionNumber = z.coerce.number().int().min(1).max(10_000).optional().catch(undefined);
type Subject = PupilHead & {
  readonly versions: readonly EhcVersion[];
  readonly older: EhcVersion | null;
  readonly newer: EhcVersion | null;
};

/** Two documents of the authority side by side, with the words that differ marked: what an amendment takes away. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/compare',
  params: OfPupil,
  search: z.object({ from: VersionNumber, to: VersionNumber }),
  may: 'ehcp.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Two documents of the EHC plan of ${fullName(pupil)}`,
  wide: true,
  load: async ({ tx, params: { pupilId }, search }): Promise<Subject | null> => {
    const { head, plan } = await tx.scope.together({
      head: (of) => findPupilHead(of, pupilId),
      plan: (of) => findEhcPlan(of, pupilId),
    });
    if (head === null || plan === null) return null;
    const { versions } = plan;
    const numbered = (number: number | undefined, place: number) =>
      versions.find((one) => one.number === number) ?? versions.at(place) ?? null;
    return { ...head, versions, older: numbered(search.from, -2), newer: numbered(search.to, -1) };
  },
  view: ({ subject, actor }) => {
    const { versions, older, newer, pupil } = subject;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="EHC plan" />
        <PageHead
          title="Two documents side by side"
          lead={differencesLead}
          actions={
            <a class="button second" href={ehcHref(pupil.pupilId)}>
              Back to the EHC plan
            </a>
          }
        />
        {older === null || newer === null ? (
          <EmptyState title="There are no two documents to compare yet">
            Each that the authority issues is kept under a new number.
          </EmptyState>
        ) : (
          <>
            <ChooseTwo all={versions} {...{ older, newer, nameOf }} />
            <Differences
              caption={`What differs between document ${older.number} and document ${newer.number}`}
              about="Section"
              older={nameOf(older)}
              newer={nameOf(newer)}
              found={differencesOf(older, newer)}
              same="No word differs between these two documents."
            />
          </>
        )}
      </>
    );
  },
});

const nameOf = ({ number, kind, datedOn }: EhcVersion): string =>
  `${number}. ${versionKindWords[kind]}, ${longDate(datedOn)}`;

const differencesOf = (older: EhcVersion, newer: EhcVersion): readonly Differing[] =>
  sectionLetters.flatMap((letter) => {
    const [before, after] = [older.sections[letter] ?? null, newer.sections[letter] ?? null];
    return before === after ? [] : [{ about: `${letter}: ${sectionTitles[letter]}`, before, after }];
  });
