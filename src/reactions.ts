import { refreshWeekReach } from './modules/deployment/index.ts';
import { identityReactions } from './modules/identity/index.ts';
import { planReactions } from './modules/plans/index.ts';
import { provisionReactions } from './modules/provision/index.ts';
import { pupilReactions } from './modules/pupils/index.ts';
import { registerReactions } from './modules/register/index.ts';
import type { Reaction } from './platform/db/scope.ts';

/** What modules keep true before each commit, about what happened in earlier ones too. In the order of the modules. */
export const reactions: readonly Reaction[] = [
  ...identityReactions,
  ...pupilReactions,
  ...registerReactions,
  ...provisionReactions,
  ...planReactions,
  refreshWeekReach,
];
