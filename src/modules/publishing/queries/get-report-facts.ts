import { fromPlain, plain, schoolDate } from '#src/kernel/dates.ts';
import {
  getTierWords,
  impactInWords,
  listImpactFigures,
  listTierCosts,
  type TierCost,
} from '#src/modules/provision/index.ts';
import {
  countStatusOn,
  figuresOf,
  hideSmall,
  listFigures,
  nationalFsm,
  nationalNeed,
  nationalShare,
  share,
} from '#src/modules/register/index.ts';
import {
  academicYearBounds,
  academicYearFrom,
  academicYearOf,
  getSchool,
} from '#src/modules/school/index.ts';
import { countTasks } from '#src/modules/tasks/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { WorkedDocument } from '../domain/document.ts';
import { drawReport } from '../domain/draw-report.ts';
import { type Beside, countKinds, type ReportCount, type ReportFacts } from '../domain/report-facts.ts';
import type { ReportTable } from '../domain/report-tables.ts';

/** So many years before this one are told. */
const yearsBack = 3;

/** What somebody entered for a report: complaints, compliments and training, by theme. */
export async function listReportCounts(tx: Tx, documentId: string): Promise<readonly ReportCount[]> {
  const rows = await tx
    .selectFrom('reportCounts')
    .select(['countId', 'kind', 'theme', 'counted'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('documentId', '=', documentId)
    .where('withdrawnAt', 'is', null)
    .orderBy('kind')
    .orderBy('countId')
    .execute();
  return rows.flatMap((row) => {
    const kind = countKinds.find((one) => one === row.kind);
    return kind === undefined ? [] : [{ ...row, kind }];
  });
}

/** All that a governors' report tells, with small numbers hidden by the register's own rule: one statement. */
export async function getReportFacts(
  tx: Tx,
  { documentId, firstYear }: Pick<WorkedDocument, 'documentId' | 'firstYear'>,
): Promise<ReportFacts> {
  const { today } = tx.scope;
  const since = schoolDate(academicYearBounds(academicYearOf(today)).from);
  const days = Array.from({ length: yearsBack + 1 }, (_, back) =>
    fromPlain(plain(today).subtract({ years: back })),
  );
  const read = await tx.scope.together({
    school: getSchool,
    figures: listFigures,
    history: (on) => countStatusOn(on, days),
    impact: listImpactFigures,
    costs: (on) => listTierCosts(on, since),
    words: getTierWords,
    counts: (on) => listReportCounts(on, documentId),
    tasks: (on) => countTasks(on, since),
  });
  const figures = figuresOf(read.figures, { hidesSmall: true });
  const { phase } = read.school;
  const statuses = ['sen_support', 'ehc_plan'] as const;
  const england = nationalShare(phase, 'sen_support');
  const table = (
    of: typeof figures.need,
    rows: readonly string[] | null,
    national: (key: string, status: (typeof statuses)[number]) => number | null,
  ): readonly Beside[] =>
    of.rows
      .filter(({ key }) => rows === null || rows.includes(key))
      .map(({ key, label, cells }) => ({
        label,
        cells: statuses.map((status) => {
          const count = cells[of.columns.indexOf(status)] ?? null;
          return { count, percent: share(count, figures.status[status]), england: national(key, status) };
        }),
      }));
  return {
    status: statuses.map((status) => ({
      label: status === 'ehc_plan' ? 'EHC plan' : 'SEN support',
      cells: [
        {
          count: figures.status[status],
          percent: share(figures.status[status], figures.roll),
          england: nationalShare(phase, status)?.percent ?? null,
        },
      ],
    })),
    need: table(figures.need, null, (key, status) => nationalNeed(key, status)?.percent ?? null),
    fsm: table(figures.fsm, ['yes'], (_, status) => nationalFsm(status).percent),
    englandAsOf: england === null ? null : `${england.source}, ${england.asOf}`,
    years: days.map((on, back) => {
      const past = figuresOf(read.history.get(on) ?? [], { hidesSmall: true }).status;
      const status = back === 0 ? figures.status : past;
      return { on, onSupport: status.sen_support, withPlan: status.ehc_plan };
    }),
    impact: read.impact
      .filter((one) => one.firstYear >= firstYear - 1)
      .map(({ firstYear: year, figures: told }) => {
        const { pupils, change, verdict } = impactInWords(told);
        return {
          kind: told.kindName,
          measure: told.measureName,
          year: academicYearFrom(year),
          pupils,
          change,
          verdict,
        };
      }),
    ...spentOf(read.costs, read.words),
    since,
    counts: read.counts,
    tasks: read.tasks,
  };
}

/** The cost of a wave is that of its pupils: of few it is hidden, with as many more as it takes. */
function spentOf(costs: readonly TierCost[], words: Readonly<Record<TierCost['tier'], string>>) {
  const { cells, isTotalHidden } = hideSmall(costs.map(({ pupils }) => pupils));
  return {
    waves: costs.map(({ tier, pence }, at) => ({
      name: words[tier],
      pence: cells[at] === null ? null : pence,
    })),
    spentPence: isTotalHidden ? null : costs.reduce((sum, { pence }) => sum + pence, 0),
  };
}

/** The tables of a report as the records stand now; none for a document that tells no figures. */
export async function getReportTables(tx: Tx, document: WorkedDocument): Promise<readonly ReportTable[]> {
  return document.kind === 'governors_report'
    ? drawReport(await getReportFacts(tx, document), hideSmall)
    : [];
}
