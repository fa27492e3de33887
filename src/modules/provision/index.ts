import type { Reaction } from '#src/platform/db/scope.ts';
import { costSessions } from './commands/cost-sessions.ts';
import { refreshRunReach } from './commands/refresh-run-reach.ts';

export { costAllSessions } from './commands/cost-sessions.ts';
export { refreshAllRunReach } from './commands/refresh-run-reach.ts';

/** What this module keeps true before each commit: who reaches whom by running a group, and what sessions cost. */
export const provisionReactions: readonly Reaction[] = [refreshRunReach, costSessions];
