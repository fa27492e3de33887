import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  type Authority,
  type Case,
  type CaseClocks,
  caseKinds,
  caseKindWords,
  clockStands,
  findClocksOf,
  isForInformation,
  isLate,
  isOpen,
  listCases,
  ownerWords,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { caseHref, caseState, caseTitle } from './case-words.ts';

type Subject = PupilHead & {
  readonly cases: readonly Case[];
  readonly clocks: ReadonlyMap<string, CaseClocks>;
  readonly authorities: readonly Authority[];
};

const columns = [
  { key: 'what', label: 'Case', isRowHead: true },
  { key: 'next', label: 'Next', isWide: true },
  { key: 'state', label: 'How it stands' },
] as const;

/** The cases of a pupil, open ones first, each with what is due next and by whom; and the ways to open another. */
export default page({
  path: '/pupils/:pupilId/cases',
  params: z.object({ pupilId: PupilId }),
  may: 'case.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Cases of ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const cases = await listCases(tx, { pupilIds: [params.pupilId] });
    return { ...head, cases, ...(await findClocksOf(tx, cases)) };
  },
  view: ({ subject, actor, params }) => {
    const { cases } = subject;
    const open = cases.filter(({ endedOn }) => endedOn === null);
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Cases" />
        <Columns
          side={
            may(actor, 'case.write') && <OpenAnother pupilId={params.pupilId} hasCases={cases.length > 0} />
          }
        >
          {hasTwoOfAKind(open) && (
            <Inset>
              This pupil has two open cases of one kind, under different authorities. That can be right while
              a family moves: the old authority’s clocks go on until the plan is handed over. If one is a
              mistake, open it and end it with “opened by mistake”.
            </Inset>
          )}
          {cases.length === 0 && (
            <EmptyState title="No cases yet">
              <p>
                A request for an assessment, a review, a consultation: each is followed here with its dates,
                those of the school and those of the authority.
              </p>
            </EmptyState>
          )}
          {open.length > 0 && (
            <Card title="Open">
              <CaseTable subject={subject} cases={open} />
            </Card>
          )}
          {open.length < cases.length && (
            <Card title="Ended">
              <CaseTable subject={subject} cases={cases.filter(({ endedOn }) => endedOn !== null)} />
            </Card>
          )}
        </Columns>
      </>
    );
  },
});

const hasTwoOfAKind = (open: readonly Case[]): boolean =>
  new Set(open.map(({ kind }) => kind)).size < open.length;

function CaseTable({ subject, cases }: { subject: Subject; cases: readonly Case[] }) {
  const { clocks, authorities } = subject;
  const rows = cases.map((of) => {
    const authority = authorities.find(({ authorityId }) => authorityId === of.authorityId);
    const running = (clocks.get(of.caseId)?.clocks ?? []).filter(isOpen);
    const next = of.endedOn === null ? (running.find(isLate) ?? running[0]) : undefined;
    return {
      what: (
        <>
          <a href={caseHref(of.caseId)}>{caseTitle(of)}</a>
          <span class="why">{[authority?.name, caseState(of)].filter(Boolean).join(' · ')}</span>
        </>
      ),
      next:
        next === undefined
          ? ''
          : `${ownerWords(next)}: ${next.clock.name}, by ${middleDate(next.clock.dueOn)}`,
      state:
        next === undefined ? (
          of.endedOn === null && <Tag kind="watch">Nothing due</Tag>
        ) : (
          <Tag kind={clockStands(next).kind}>{clockStands(next).words}</Tag>
        ),
    };
  });
  return <DataTable caption="Cases" columns={columns} rows={rows} isStacked />;
}

/** A link for each kind; what is the family's own is told apart. */
function OpenAnother({ pupilId, hasCases }: { pupilId: PupilId; hasCases: boolean }) {
  const list = (kinds: readonly (typeof caseKinds)[number][]) => (
    <ul class="list plain">
      {kinds.map((kind) => (
        <li key={kind}>
          <a href={`/pupils/${pupilId}/cases/new?kind=${kind}`}>{caseKindWords[kind]}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <Card title={hasCases ? 'Open another' : 'Open a case'} tone="next">
      <p>
        <a href={`/pupils/${pupilId}/request`}>Prepare a request for an assessment</a>
      </p>
      {list(caseKinds.filter((kind) => !isForInformation(kind)))}
      <p class="small">For information, as they are the family’s own:</p>
      {list(caseKinds.filter(isForInformation))}
    </Card>
  );
}
