import type { Reaction } from '#src/platform/db/scope.ts';
import { costSessions } from './commands/cost-sessions.ts';
import { refreshRunLines } from './commands/refresh-run-lines.ts';
import { refreshRunReach } from './commands/refresh-run-reach.ts';

export { costAllSessions } from './commands/cost-sessions.ts';
export { refreshAllRunReach } from './commands/refresh-run-reach.ts';

/** What this module keeps true before each commit: who reaches whom by running a group, what sessions cost, the map. */
export const provisionReactions: readonly Reaction[] = [refreshRunReach, costSessions, refreshRunLines];
