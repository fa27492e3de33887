import { type Member, may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import {
  type Advice,
  type AdviceLine,
  compareAdvice,
  currentVersion,
  type EhcLine,
  findEhcPlan,
  listAdvice,
  verdictWords,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { ehcHref, OfPupil } from './ehc-of-pupil.ts';

type Subject = PupilHead & { readonly advice: readonly Advice[]; readonly lines: readonly EhcLine[] };

const tags: Readonly<Record<'in' | 'weakened' | 'missing', TagKind>> = {
  in: 'good',
  weakened: 'warn',
  missing: 'late',
};

/** Each recommendation of professionals beside the plan: in it, weakened or missing; proposed by words, decided by a person. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/advice',
  params: OfPupil,
  may: 'ehcp.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Advice beside the EHC plan of ${fullName(pupil)}`,
  load: async ({ tx, params: { pupilId } }): Promise<Subject | null> => {
    const { head, plan, advice } = await tx.scope.together({
      head: (of) => findPupilHead(of, pupilId),
      plan: (of) => findEhcPlan(of, pupilId),
      advice: (of) => listAdvice(of, pupilId),
    });
    if (head === null) return null;
    // A draft is what is answered: the newest document counts here, whether it binds or not.
    const lines = plan?.versions.at(-1)?.lines ?? (plan === null ? [] : (currentVersion(plan)?.lines ?? []));
    return { ...head, advice, lines };
  },
  view: ({ subject, actor }) => {
    const { pupil, advice, lines } = subject;
    const home = ehcHref(pupil.pupilId);
    const writes = may(actor, 'ehcp.write');
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="EHC plan" />
        <PageHead
          title="Advice beside the plan"
          lead="Whether what professionals advised is in the newest document of the plan. The proposal goes by words and quantities; you decide."
          actions={
            <>
              {writes && <LinkButton href={`${home}/advice/new`}>Add advice</LinkButton>}
              {advice.length > 0 && (
                <ExportMenu ways={[{ label: 'List for the authority, Word', href: `${home}/advice.docx` }]} />
              )}
            </>
          }
        />
        {advice.length === 0 ? (
          <EmptyState title="No advice is entered yet">
            <p>
              Paste the recommendations of an educational psychologist, a therapist or another professional,
              and each is held against Section F.
            </p>
          </EmptyState>
        ) : (
          <>
            <Figures advice={advice} lines={lines} />
            {advice.map((one) => (
              <Given key={one.adviceId} advice={one} lines={lines} home={home} actor={actor} />
            ))}
          </>
        )}
        <p>
          <a href={home}>Back to the EHC plan</a>
        </p>
      </>
    );
  },
});

const stands = (line: AdviceLine, lines: readonly EhcLine[]) =>
  line.verdict ?? compareAdvice(line.words, lines).verdict;

function Figures({ advice, lines }: { advice: readonly Advice[]; lines: readonly EhcLine[] }) {
  const all = advice.flatMap((one) => one.lines);
  const count = (verdict: string) => all.filter((line) => stands(line, lines) === verdict).length;
  return (
    <Strip
      figures={[
        { figure: count('in'), label: 'in the plan' },
        { figure: count('weakened'), label: 'weakened' },
        { figure: count('missing'), label: 'missing' },
        { figure: all.filter(({ verdict }) => verdict === null).length, label: 'not decided yet' },
      ]}
    />
  );
}

type GivenProps = {
  readonly advice: Advice;
  readonly lines: readonly EhcLine[];
  readonly home: string;
  readonly actor: Member;
};

function Given({ advice, lines, home, actor }: GivenProps) {
  const writes = may(actor, 'ehcp.write');
  const title = `${advice.capacity}: ${advice.author}, ${longDate(advice.datedOn)}`;
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        isStacked
        columns={[
          { key: 'words', label: 'Recommended', isRowHead: true },
          { key: 'verdict', label: 'In the plan?' },
          { key: 'near', label: 'Nearest line of Section F' },
          ...(writes ? [{ key: 'deed' as const, label: '' }] : []),
        ]}
        rows={advice.lines.map((line) => {
          const proposal = compareAdvice(line.words, lines);
          return {
            words: line.words,
            verdict: <Verdict line={line} lines={lines} />,
            near: proposal.line ?? <span class="quiet">none</span>,
            deed: writes ? (
              <a href={`${home}/advice/lines/${line.adviceLineId}`}>
                {line.verdict === null ? 'Decide' : 'Change'}
                <span class="govuk-visually-hidden">: {line.words}</span>
              </a>
            ) : undefined,
          };
        })}
      />
      {writes && (
        <p class="small not-on-paper">
          <a href={`${home}/advice/${advice.adviceId}/withdraw`}>Entered by mistake</a>
        </p>
      )}
    </Card>
  );
}

function Verdict({ line, lines }: { line: AdviceLine; lines: readonly EhcLine[] }) {
  const proposal = compareAdvice(line.words, lines);
  const verdict = line.verdict ?? proposal.verdict;
  return (
    <>
      <Tag kind={line.verdict === null ? 'watch' : tags[verdict]}>
        {line.verdict === null ? `Perhaps ${verdictWords[verdict].toLowerCase()}` : verdictWords[verdict]}
      </Tag>
      <span class="why">{line.why ?? proposal.why}</span>
    </>
  );
}
