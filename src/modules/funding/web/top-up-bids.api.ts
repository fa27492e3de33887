import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, Day, partOf, walk } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { bidEventNames, bidOutcomes, standingEvents } from '../domain/bid.ts';
import { bidStates, stateOfBid } from '../domain/bid-state.ts';
import { listBids } from '../queries/list-bids.ts';

const BidLine = z.object({
  bidId: z.uuid(),
  pupilId: z.uuid(),
  authorityId: z.uuid(),
  state: z.enum(bidStates).describe('What happened to it last'),
  renewsBidId: z.uuid().nullable(),
  bandId: z.uuid().nullable(),
  askedPence: z.number().int().nullable().describe('Asked for a year'),
  fromOn: Day.nullable(),
  untilOn: Day.nullable(),
  begunOn: Day,
  events: z
    .array(
      z.object({
        name: z.enum(bidEventNames),
        happenedOn: Day,
        outcome: z.enum(bidOutcomes).nullable(),
        bandId: z.uuid().nullable(),
        pence: z
          .number()
          .int()
          .nullable()
          .describe('Of a decision what is paid a year; of a payment what was paid'),
        fromOn: Day.nullable(),
        untilOn: Day.nullable(),
      }),
    )
    .describe('What happened and stands, the earliest first; without notes'),
});

/** The applications for top-up that the token may see, with what happened to them. */
export default endpoint({
  method: 'GET',
  path: '/top-up-bids',
  summary: 'Applications for top-up money, in parts: what was asked of which authority, decided and paid',
  search: z.strictObject({ ...walk, pupil: PupilId.optional(), state: z.enum(bidStates).optional() }),
  may: 'bid.read',
  about: ({ items }) => [...new Set(items.map(({ pupilId }) => PupilId.parse(pupilId)))],
  answer: partOf(BidLine),
  handle: async ({ tx, search: { after = '', limit, pupil, state } }) => {
    const bids = await listBids(tx, pupil === undefined ? {} : { pupilId: pupil });
    const left = bids
      .filter((bid) => bid.bidId > after && (state === undefined || stateOfBid(bid) === state))
      .toSorted((one, other) => (one.bidId < other.bidId ? -1 : 1));
    const part = cutPart(left.slice(0, limit + 1), limit, ({ bidId }) => bidId);
    return {
      ...part,
      items: part.items.map((bid) => {
        const { bidId, pupilId, authorityId, renewsBidId, bandId, askedPence, fromOn, untilOn, begunOn } =
          bid;
        return {
          bidId,
          pupilId,
          authorityId,
          state: stateOfBid(bid),
          renewsBidId,
          bandId,
          askedPence,
          fromOn,
          untilOn,
          begunOn,
          events: standingEvents(bid.events).map((event) => ({
            name: event.name,
            happenedOn: event.happenedOn,
            outcome: event.outcome,
            bandId: event.bandId,
            pence: event.pence,
            fromOn: event.fromOn,
            untilOn: event.untilOn,
          })),
        };
      }),
    };
  },
});
