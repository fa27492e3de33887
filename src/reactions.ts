import { pupilReactions } from './modules/pupils/index.ts';
import type { Reaction } from './platform/db/scope.ts';

/** What later modules do, before the commit, about what happened in earlier ones. In the order of the modules. */
export const reactions: readonly Reaction[] = [...pupilReactions];
