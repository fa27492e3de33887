import { type Member, may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import {
  currentVersion,
  type EhcPlan,
  findEhcPlan,
  findLedger,
  inForce,
  listOutcomeTargets,
  type OutcomeTarget,
  type PlanLedger,
  versionKindWords,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { ehcHref, OfPupil } from './ehc-of-pupil.ts';
import { PlanSide } from './ehc-side.view.tsx';
import { LedgerTable } from './ledger.view.tsx';
import { Outcomes, SectionCards } from './sections.view.tsx';

type Found = {
  readonly plan: EhcPlan;
  readonly ledger: PlanLedger;
  readonly targets: readonly OutcomeTarget[];
};
type Subject = PupilHead & { readonly found: Found | null };

/** The EHC plan in one look: what binds, what Section F owes and what was given of it, outcomes, every section. */
export default page({
  path: '/pupils/:pupilId/ehc-plan',
  params: OfPupil,
  may: 'ehcp.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `EHC plan of ${fullName(pupil)}`,
  load: async ({ tx, params: { pupilId } }): Promise<Subject | null> => {
    const { head, plan, targets } = await tx.scope.together({
      head: (of) => findPupilHead(of, pupilId),
      plan: (of) => findEhcPlan(of, pupilId),
      targets: (of) => listOutcomeTargets(of, pupilId),
    });
    if (head === null) return null;
    if (plan === null) return { ...head, found: null };
    return { ...head, found: { plan, targets, ledger: await findLedger(tx, plan, '') } };
  },
  view: ({ subject, actor }) => (
    <>
      <PupilBand head={subject} actor={actor} tab="EHC plan" />
      {subject.found === null ? (
        <NoPlan subject={subject} actor={actor} />
      ) : (
        <Plan subject={subject} found={subject.found} actor={actor} />
      )}
    </>
  ),
});

const NoPlan = ({ subject: { pupil }, actor }: { subject: PupilHead; actor: Member }) => (
  <EmptyState title="No EHC plan is entered">
    <p>The authority makes it; the school keeps a copy and shows what was given of it.</p>
    {may(actor, 'ehcp.write') && (
      <LinkButton href={`${ehcHref(pupil.pupilId)}/begin`}>Enter the EHC plan</LinkButton>
    )}
  </EmptyState>
);

function Plan({ subject, found, actor }: { subject: Subject; found: Found; actor: Member }) {
  const { pupil } = subject;
  const { plan, ledger, targets } = found;
  const home = ehcHref(pupil.pupilId);
  const version = currentVersion(plan);
  const binding = inForce(plan);
  return (
    <>
      <PageHead
        title="EHC plan"
        lead={
          version === null
            ? `${plan.authority}. No document of it is kept yet.`
            : `${versionKindWords[version.kind]} of ${longDate(version.datedOn)}, ${plan.authority}`
        }
        actions={
          version !== null && (
            <ExportMenu
              ways={[
                { label: 'The plan as PDF', href: `${home}/plan.pdf` },
                { label: 'The plan as Word', href: `${home}/plan.docx` },
                { label: 'The ledger as PDF', href: `${home}/ledger.pdf` },
                { label: 'The ledger as Excel', href: `${home}/ledger.xlsx` },
              ]}
            />
          )
        }
      />
      <Columns side={<PlanSide plan={plan} actor={actor} />}>
        {binding !== null && (
          <LedgerTable
            lines={binding.lines}
            ledger={ledger}
            title={`Section F${ledger.period === null ? '' : `: ${ledger.period.label}, until today`}`}
            more={{ label: 'What did this child get?', href: `${home}/ledger` }}
          />
        )}
        {version === null ? (
          <EmptyState title="Nothing is kept of it yet">
            <p>Enter the document that the authority sent: from its file, pasted, or typed.</p>
          </EmptyState>
        ) : (
          <>
            <Outcomes
              outcomes={version.outcomes}
              targets={targets}
              home={may(actor, 'ehcp.write') ? home : null}
            />
            <SectionCards sections={version.sections} />
          </>
        )}
      </Columns>
    </>
  );
}
