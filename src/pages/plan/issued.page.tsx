import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  areaWords,
  differencesBetween,
  listPlanVersions,
  type PlanVersion,
  sectionWords,
  strategyLine,
} from '#src/modules/plans/index.ts';
import { listSignedWords } from '#src/modules/voice/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';

type Subject = PupilHead & {
  readonly version: PlanVersion;
  readonly before: PlanVersion | null;
  readonly signed: readonly string[];
};

/** A plan as it was issued, and how it differs from the one before. */
export default page({
  path: '/pupils/:pupilId/plan/issued/:number',
  params: z.object({ pupilId: PupilId, number: z.coerce.number().int().min(1) }),
  may: 'plan.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil, version }: Subject) => `Plan ${version.number} of ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    const versions = head === null ? [] : await listPlanVersions(tx, params.pupilId);
    const version = versions.find((one) => one.number === params.number);
    if (head === null || version === undefined) return null;
    return {
      ...head,
      version,
      before: versions.find((one) => one.number === params.number - 1) ?? null,
      signed: await listSignedWords(tx, version),
    };
  },
  view: ({ subject, actor }) => {
    const { pupil, version, before } = subject;
    const { content, number, issuedOn } = version;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Plan" />
        <PageHead
          title={`Plan ${number}, issued ${longDate(issuedOn)}`}
          lead={content.reviewOn === null ? undefined : `To be reviewed on ${longDate(content.reviewOn)}`}
          actions={
            <>
              <LinkButton href={`/pupils/${pupil.pupilId}/plan/issued/${number}/faces/support-plan`}>
                Show, print and send
              </LinkButton>
              <LinkButton kind="second" href={`/pupils/${pupil.pupilId}/plan/issued/${number}/plan.pdf`}>
                PDF
              </LinkButton>
            </>
          }
        />
        {content.sections.map(({ kind, words }) => (
          <Card key={kind} title={sectionWords[kind].label}>
            <p class="words">{words}</p>
          </Card>
        ))}
        {content.targets.map((target, at) => (
          <Card key={target.targetId} title={`${at + 1}. ${target.words}`}>
            <SummaryList
              rows={[
                { key: 'Area', value: areaWords[target.area] },
                ...(target.baseline === null ? [] : [{ key: 'Now', value: target.baseline }]),
                ...(target.success === null ? [] : [{ key: 'Success', value: target.success }]),
                ...(target.byOn === null ? [] : [{ key: 'By', value: longDate(target.byOn) }]),
                ...target.strategies.map((one) => ({ key: 'Strategy', value: strategyLine(one) })),
              ]}
            />
          </Card>
        ))}
        <SignedBy lines={subject.signed} />
        {before !== null && <Differences before={before} version={version} />}
      </>
    );
  },
});

function Differences({ before, version }: { before: PlanVersion; version: PlanVersion }) {
  const found = differencesBetween(before.content, version.content);
  return (
    <Card title={`Changed since number ${before.number}`}>
      {found.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <DataTable
          caption={`What number ${version.number} says beside number ${before.number}`}
          columns={[
            { key: 'about', label: 'About', isRowHead: true },
            { key: 'before', label: `Number ${before.number}` },
            { key: 'after', label: `Number ${version.number}` },
          ]}
          rows={found.map((one) => ({
            about: one.about,
            before: one.before ?? '–',
            after: one.after ?? '–',
          }))}
          isStacked
        />
      )}
    </Card>
  );
}

/** Who signed what was shared, and whether it is what was issued. */
function SignedBy({ lines }: { lines: readonly string[] }) {
  return lines.length === 0 ? null : (
    <Card title="Signatures">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Card>
  );
}
