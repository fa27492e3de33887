import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { perUnits } from '../domain/ehc-plan.ts';
import type { LineAccount } from '../domain/line-ledger.ts';
import { findEhcPlanById } from '../queries/find-ehc-plan.ts';
import { bindingLines, findLedger } from '../queries/find-ledger.ts';

const Minutes = z.int().min(0);
const Sessions = z.int().min(0);
const Account = z.object({
  counted: z
    .object({
      owed: Sessions,
      delivered: Sessions,
      away: Sessions,
      lost: Sessions,
      unexplained: Sessions,
      beyond: Sessions,
    })
    .nullable()
    .describe('In sessions, where the plan promises their number and not their length; else null'),
  owed: Minutes.nullable().describe('Until today, in minutes; null where the plan gives no quantity'),
  delivered: Minutes,
  away: Minutes.describe('The pupil was absent or did not want to come'),
  lost: Minutes.describe('Not given for a reason of the school’s'),
  unexplained: Minutes.describe('Owed, and no session says what became of it'),
  beyond: Minutes.describe('Given or planned beyond what is owed'),
  sessions: z.int(),
  byReason: z.record(z.string(), Minutes),
});

/** The ledger of Section F: what each line owed in a stretch of the year, what was given, and why not the rest. */
export default endpoint({
  method: 'GET',
  path: '/ehc-plans/:ehcPlanId/ledger',
  summary: 'The ledger of an EHC plan: each line of Section F with minutes owed, given, lost and why',
  params: z.object({ ehcPlanId: z.uuid() }),
  search: z.strictObject({
    period: z
      .string()
      .max(40)
      .optional()
      .describe('A key of `periods`, such as `half:2026-11-02`; without it the half-term of today'),
  }),
  may: 'ehcp.read',
  about: ({ pupilId }) => [PupilId.parse(pupilId)],
  answer: z.object({
    ehcPlanId: z.uuid(),
    pupilId: z.uuid(),
    authority: z.string(),
    period: z.object({ key: z.string(), label: z.string(), from: Day, until: Day }).nullable(),
    periods: z.array(z.object({ key: z.string(), label: z.string() })),
    lines: z
      .array(
        z.object({
          commitmentId: z.uuid(),
          words: z.string(),
          minutes: z.int().nullable(),
          times: z.int().nullable(),
          per: z.enum(perUnits).nullable(),
          byWhom: z.string().nullable(),
          account: Account,
        }),
      )
      .describe('The lines that bind now; none while there is only a draft'),
    untied: Account.describe('Sessions of provision that count to no line'),
  }),
  handle: async ({ tx, params: { ehcPlanId }, search: { period: key = '' } }) => {
    const plan = await findEhcPlanById(tx, ehcPlanId);
    if (plan === null) return null;
    const { byLine, untied, period, periods } = await findLedger(tx, plan, key);
    return {
      ehcPlanId,
      pupilId: plan.pupilId,
      authority: plan.authority,
      period:
        period === null
          ? null
          : { key: period.key, label: period.label, from: period.from, until: period.until },
      periods: periods.map(({ key: name, label }) => ({ key: name, label })),
      lines: bindingLines(plan).flatMap((line) => {
        const account = byLine.get(line.commitmentId);
        if (account === undefined) return [];
        const { commitmentId, words, minutes, times, per, byWhom } = line;
        return [{ commitmentId, words, minutes, times, per, byWhom, account: plain(account) }];
      }),
      untied: plain(untied),
    };
  },
});

const plain = (account: LineAccount) => ({
  ...account,
  counted: account.counted === null ? null : { ...account.counted },
  byReason: { ...account.byReason },
});
