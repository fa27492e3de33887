import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { BidContent } from '../domain/bid-content.ts';

const Own = z.object({ words: z.string().nullable(), version: z.number() });
const Row = z.object({
  parts: z
    .record(z.string(), Own)
    .nullable()
    .transform((parts) => parts ?? {}),
  versions: z
    .array(z.object({ number: z.number(), sentOn: SchoolDate }))
    .nullable()
    .transform((versions) => versions ?? []),
});

/** What the school wrote of an application by part, and when it was sent, the last first. */
export type BidWords = z.output<typeof Row>;

/** What was written of an application and what of it was sent. One statement. */
export async function findBidWords(tx: Tx, bidId: string): Promise<BidWords> {
  const of = sql`school_id = ${tx.scope.actor.schoolId} and bid_id = ${bidId}`;
  const { rows } = await sql`select
    (select json_object_agg(part, json_build_object('words', words, 'version', version))
      from bid_parts where ${of}) as parts,
    (select json_agg(json_build_object('number', number, 'sentOn', sent_on) order by number desc)
      from bid_versions where ${of}) as versions`.execute(tx);
  return Row.parse(rows[0]);
}

export type SentBid = {
  readonly number: number;
  readonly sentOn: SchoolDate;
  readonly content: BidContent;
};

/** An application as it was sent; null where there is none of this number. */
export async function findSentBid(tx: Tx, bidId: string, number: number): Promise<SentBid | null> {
  const row = await tx
    .selectFrom('bidVersions')
    .select(['number', 'sentOn', 'content'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bidId', '=', bidId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    number: row.number,
    sentOn: SchoolDate.parse(row.sentOn),
    content: BidContent.parse(row.content),
  };
}
