import { longDate } from '#src/kernel/dates.ts';
import { type EhcVersion, findEhcPlan, inForce, versionKindWords } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { ehcHref, OfVersion } from './ehc-of-pupil.ts';
import { DoseOf, Wording } from './line-table.view.tsx';
import { Outcomes, SectionCards } from './sections.view.tsx';

type Subject = PupilHead & { readonly version: EhcVersion; readonly isBinding: boolean };

/** A document of the authority as it was issued. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/versions/:number',
  params: OfVersion,
  may: 'ehcp.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil, version }: Subject) => `Document ${version.number} of the EHC plan of ${fullName(pupil)}`,
  load: async ({ tx, params: { pupilId, number } }): Promise<Subject | null> => {
    const { head, plan } = await tx.scope.together({
      head: (of) => findPupilHead(of, pupilId),
      plan: (of) => findEhcPlan(of, pupilId),
    });
    const version = plan?.versions.find((one) => one.number === number);
    if (head === null || plan === null || version === undefined) return null;
    return { ...head, version, isBinding: inForce(plan)?.number === number };
  },
  view: ({ subject, actor }) => {
    const { pupil, version, isBinding } = subject;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="EHC plan" />
        <PageHead
          title={`${versionKindWords[version.kind]} of ${longDate(version.datedOn)}`}
          lead={
            <>
              {`Document ${version.number}. What was issued never changes. `}
              <Tag kind={isBinding ? 'good' : 'watch'}>
                {isBinding ? 'Binds now' : version.kind === 'draft' ? 'A draft binds nobody' : 'Superseded'}
              </Tag>
            </>
          }
        />
        {version.lines.length > 0 && (
          <Card title="Section F, line by line">
            <DataTable
              caption="Section F, line by line"
              isStacked
              columns={[
                { key: 'line', label: 'What it says', isRowHead: true },
                { key: 'dose', label: 'Promised' },
              ]}
              rows={version.lines.map((line, at) => ({
                line: (
                  <>
                    {`${at + 1}. ${line.words}`}
                    <Wording words={line.words} />
                  </>
                ),
                dose: <DoseOf line={line} />,
              }))}
            />
          </Card>
        )}
        <Outcomes outcomes={version.outcomes} targets={[]} home={null} />
        <SectionCards sections={version.sections} />
        <p>
          <a href={ehcHref(pupil.pupilId)}>Back to the EHC plan</a>
        </p>
      </>
    );
  },
});
