import type { Tx } from '#src/platform/db/scope.ts';

/** A file that was brought and waits for a person: its columns are to be checked, or its rows reviewed. */
export type WaitingImport = {
  readonly importId: string;
  readonly fileName: string;
  readonly state: string;
  readonly uploadedAt: Date;
};

/** The imports that wait for somebody, the oldest first. */
export const listWaitingImports = (tx: Tx): Promise<readonly WaitingImport[]> =>
  tx
    .selectFrom('imports')
    .select(['importId', 'fileName', 'state', 'uploadedAt'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('state', 'in', ['mapping', 'reviewing'])
    .orderBy('uploadedAt')
    .limit(20)
    .execute();
