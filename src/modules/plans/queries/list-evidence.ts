import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Evidence, evidenceKinds } from '../domain/evidence.ts';
import { known } from '../domain/plan.ts';

type Row = {
  readonly evidenceId: string;
  readonly targetId: string;
  readonly kind: string;
  readonly words: string | null;
  readonly result: string | null;
  readonly documentId: string | null;
  readonly seenOn: string;
  readonly byPersonId: string | null;
  readonly byName: string | null;
  readonly version: number;
};

const evidenceOf = ({ kind, result, seenOn, ...row }: Row): Evidence => ({
  ...row,
  kind: known(evidenceKinds, kind),
  result: result === null ? null : Number(result),
  seenOn: schoolDate(seenOn),
});

const chosen = sql`e.evidence_id, e.target_id, e.kind, e.words, e.result, e.document_id, e.seen_on, e.by_person_id,
  m.known_as as by_name, e.version`;
const from = sql`target_evidence e
  left join members m on m.school_id = e.school_id and m.person_id = e.by_person_id`;

/** Everything that was seen of the targets of a plan, the newest first. */
export async function listEvidence(tx: Tx, planId: string): Promise<readonly Evidence[]> {
  const { rows } = await sql<Row>`select ${chosen} from ${from}
    where e.school_id = ${tx.scope.actor.schoolId} and e.plan_id = ${planId} and e.withdrawn_at is null
    order by e.seen_on desc, e.evidence_id desc`.execute(tx);
  return rows.map(evidenceOf);
}

/** The last that was seen of each of these targets, by target. */
export async function listLastEvidence(
  tx: Tx,
  targetIds: readonly string[],
): Promise<ReadonlyMap<string, Evidence>> {
  if (targetIds.length === 0) return new Map();
  const { rows } = await sql<Row>`select distinct on (e.target_id) ${chosen} from ${from}
    where e.school_id = ${tx.scope.actor.schoolId} and e.target_id = any(${[...targetIds]}::uuid[])
      and e.withdrawn_at is null
    order by e.target_id, e.seen_on desc, e.evidence_id desc`.execute(tx);
  return new Map(rows.map((row) => [row.targetId, evidenceOf(row)]));
}
