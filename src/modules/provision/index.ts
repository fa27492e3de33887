import type { Reaction } from '#src/platform/db/scope.ts';
import { costSessions } from './commands/cost-sessions.ts';
import { refreshRunLines } from './commands/refresh-run-lines.ts';
import { refreshRunReach } from './commands/refresh-run-reach.ts';

/** What this module keeps true before each commit: who reaches whom by running a group, what sessions cost, the map. */
export const provisionReactions: readonly Reaction[] = [refreshRunReach, costSessions, refreshRunLines];
export { costAllSessions } from './commands/cost-sessions.ts';
export { logSession, undoSession } from './commands/log-session.ts';
export { refreshImpactEverywhere } from './commands/refresh-impact-figures.ts';
export { refreshAllRunLines } from './commands/refresh-run-lines.ts';
export { refreshAllRunReach } from './commands/refresh-run-reach.ts';
export { putInRun } from './commands/run-pupils.ts';
export { addSlot, giveRunStaff } from './commands/run-week.ts';
export { endStandIn, standIn } from './commands/stand-in.ts';
export { startRun } from './commands/start-run.ts';
export { type Entry, findShipped, keyOf } from './domain/catalogue.ts';
export { withInterval } from './domain/impact/figure-words.ts';
export { impactInWords } from './domain/impact/impact-figure-words.ts';
export { reasonWords, verdictWords } from './domain/impact/verdict.ts';
export { isLost } from './domain/ledger.ts';
export { dayNumber } from './domain/map/day-number.ts';
export type { CostShare } from './domain/map/map-costs.ts';
export { savedByLeaving } from './domain/map/what-if.ts';
export { type PlannedSession, plannedSessions } from './domain/planned.ts';
export {
  fundingLabel,
  fundingWords,
  lostWords,
  minutesInWords,
  outcomeWords,
  timeWords,
  weekInWords,
} from './domain/provision-words.ts';
export type { Area, FundingSource, Tier } from './domain/run.ts';
export type { LostReason } from './domain/session.ts';
export { countOpenSessions, type OpenSessions } from './queries/count-open-sessions.ts';
export { impactsByKind, loadImpactWorld } from './queries/find-impacts.ts';
export { findPupilCosts, type PupilCosts } from './queries/find-pupil-costs.ts';
export { findPupilProvision, type PupilProvision, type PupilRun } from './queries/find-pupil-provision.ts';
export { getCatalogue } from './queries/get-catalogue.ts';
export { getTierWords } from './queries/get-provision-settings.ts';
export { getYearCosts, type YearCosts } from './queries/get-year-costs.ts';
export { type KeptImpact, listImpactFigures } from './queries/list-impact-figures.ts';
export { listPupilSessions, listRunsOfPupil, type NamedRun } from './queries/list-pupil-sessions.ts';
export { type FullRun, findRun, listRuns } from './queries/list-runs.ts';
export { listOpenDays } from './queries/list-school-days.ts';
export { listSessionsById } from './queries/list-sessions.ts';
export { listTierCosts, type TierCost } from './queries/list-tier-costs.ts';
export { findByNames, type NameFault, suggestPupils } from './queries/suggest-pupils.ts';
export { tracePupilCosts } from './queries/trace-pupil-costs.ts';
