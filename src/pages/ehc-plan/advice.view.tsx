import { type Member, may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import {
  type Advice,
  type AdviceLine,
  compareAdvice,
  type EhcLine,
  verdictWords,
} from '#src/modules/ehcp/index.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';

const tags: Readonly<Record<'in' | 'weakened' | 'missing', TagKind>> = {
  in: 'good',
  weakened: 'warn',
  missing: 'late',
};

const stands = (line: AdviceLine, lines: readonly EhcLine[]) =>
  line.verdict ?? compareAdvice(line.words, lines).verdict;

/** How many are in the plan, weakened, missing, and wait for somebody. */
export function Figures({ advice, lines }: { advice: readonly Advice[]; lines: readonly EhcLine[] }) {
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

/** What one professional advised, each recommendation beside the nearest line. */
export function Given({ advice, lines, home, actor }: GivenProps) {
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
