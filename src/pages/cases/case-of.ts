import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  type Authority,
  type Case,
  type CaseClocks,
  findCase,
  findClocksOf,
} from '#src/modules/ehcp/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { findPupilHead, type PupilHead } from '../pupil/pupil-head.ts';

export const OfCase = z.object({ caseId: z.uuid() });

export type CaseSubject = PupilHead & {
  readonly of: Case;
  readonly clocks: CaseClocks;
  readonly authority: Authority | null;
};

/** A case with its clocks and the head of its pupil; null where there is none to see. */
export async function loadCase(tx: Tx, { caseId }: { readonly caseId: string }): Promise<CaseSubject | null> {
  const of = await findCase(tx, caseId);
  if (of === null) return null;
  const head = await findPupilHead(tx, of.pupilId);
  if (head === null) return null;
  const { clocks, authorities } = await findClocksOf(tx, [of]);
  return {
    ...head,
    of,
    clocks: clocks.get(caseId) ?? { clocks: [], warnings: [] },
    authority: authorities.find(({ authorityId }) => authorityId === of.authorityId) ?? null,
  };
}

export const ofCase = ({ of }: { readonly of: Case }): readonly PupilId[] => [of.pupilId];
