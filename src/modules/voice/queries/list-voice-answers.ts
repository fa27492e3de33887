import type { Tx } from '#src/platform/db/scope.ts';
import { faces, type VoiceAnswer, verdicts } from '../domain/voice-answers.ts';
import { voiceKind } from '../domain/voice-link.ts';

const known = <T>(list: readonly T[], value: unknown): T | null => list.find((one) => one === value) ?? null;

/** Everything that was said of a plan, the oldest first, with what the author did with it where the actor sees that. */
export async function listVoiceAnswers(tx: Tx, planId: string): Promise<readonly VoiceAnswer[]> {
  const rows = await tx
    .selectFrom('voiceAnswers as a')
    .leftJoin('voiceDecisions as d', (join) =>
      join.onRef('d.schoolId', '=', 'a.schoolId').onRef('d.voiceAnswerId', '=', 'a.voiceAnswerId'),
    )
    .select([
      'a.voiceAnswerId',
      'a.kind',
      'a.saidById',
      'a.byName',
      'a.about',
      'a.verdict',
      'a.face',
      'a.words',
    ])
    .select(['a.documentId', 'a.howAsked', 'a.givenAt', 'd.decision'])
    .where('a.schoolId', '=', tx.scope.actor.schoolId)
    .where('a.planId', '=', planId)
    .orderBy('a.givenAt')
    .orderBy('a.voiceAnswerId')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: voiceKind(row.kind),
    verdict: known(verdicts, row.verdict),
    face: known(faces, row.face),
    decision: known(['joined', 'read'] as const, row.decision),
  }));
}
