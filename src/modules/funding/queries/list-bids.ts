import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Bid, bidEventNames, bidOutcomes } from '../domain/bid.ts';

const Row = z.object({
  bidId: z.string(),
  pupilId: PupilId,
  authorityId: z.string(),
  authority: z.string(),
  renewsBidId: z.string().nullable(),
  renewedBy: z.string().nullable(),
  bandId: z.string().nullable(),
  askedPence: z.number().nullable(),
  fromOn: SchoolDate.nullable(),
  untilOn: SchoolDate.nullable(),
  begunOn: SchoolDate,
  version: z.number(),
  events: z
    .array(
      z.object({
        bidEventId: z.string(),
        name: z.enum(bidEventNames),
        happenedOn: SchoolDate,
        note: z.string().nullable(),
        answerBy: SchoolDate.nullable(),
        outcome: z.enum(bidOutcomes).nullable(),
        bandId: z.string().nullable(),
        pence: z.number().nullable(),
        fromOn: SchoolDate.nullable(),
        untilOn: SchoolDate.nullable(),
        withdrawnWhy: z.string().nullable(),
      }),
    )
    .nullable()
    .transform((events) => events ?? []),
});

/** Applications for top-up with all that happened to them, the newest first. One statement, however many. */
export const listBids = (tx: Tx, asked: { readonly pupilId?: PupilId } = {}): Promise<Bid[]> =>
  read(tx, asked.pupilId === undefined ? sql`true` : sql`b.pupil_id = ${asked.pupilId}`);

/** One application, or null where there is none that the actor sees. */
export async function findBid(tx: Tx, bidId: string): Promise<Bid | null> {
  const [found] = await read(tx, sql`b.bid_id = ${bidId}`);
  return found ?? null;
}

/** One application; throws `NotFound` where the actor sees none of this id. */
export async function getBid(tx: Tx, bidId: string): Promise<Bid> {
  const found = await findBid(tx, bidId);
  if (found === null) throw new NotFound();
  return found;
}

async function read(tx: Tx, only: ReturnType<typeof sql>): Promise<Bid[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql`
    with b as materialized (select * from bids b where b.school_id = ${schoolId} and ${only}),
    n as (select renews_bid_id, min(bid_id::text) as bid_id from bids r
      where r.school_id = ${schoolId} and r.renews_bid_id in (select bid_id from b)
        and not exists (select from bid_events x where x.school_id = r.school_id and x.bid_id = r.bid_id
          and x.name = 'dropped' and x.withdrawn_at is null)
      group by renews_bid_id)
    select b.bid_id, b.pupil_id, b.authority_id, a.name as authority, b.renews_bid_id, n.bid_id as renewed_by, b.band_id,
      b.asked_pence, b.from_on, b.until_on, b.begun_on, b.version, e.events
    from b
    join authorities a on a.school_id = b.school_id and a.authority_id = b.authority_id
    left join n on n.renews_bid_id = b.bid_id
    left join (select e.bid_id, json_agg(json_build_object('bidEventId', e.bid_event_id, 'name', e.name,
        'happenedOn', e.happened_on, 'note', e.note, 'answerBy', e.answer_by, 'outcome', e.outcome, 'bandId', e.band_id,
        'pence', e.pence, 'fromOn', e.from_on, 'untilOn', e.until_on, 'withdrawnWhy', e.withdrawn_why)
        order by e.happened_on, e.recorded_at, e.bid_event_id) as events
      from bid_events e where e.school_id = ${schoolId} and e.bid_id in (select bid_id from b)
      group by e.bid_id) e on e.bid_id = b.bid_id
    order by b.begun_on desc, b.bid_id desc`.execute(tx);
  return z.array(Row).parse(rows);
}
