import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { TopUpSettings } from '../domain/bid-settings.ts';

/** As the column `rules` holds them. */
const Rules = z.object({
  cycles: z.number().optional(),
  costs: z.boolean().optional(),
  adviceMonths: z.number().optional(),
  results: z.boolean().optional(),
  pupilViews: z.boolean().optional(),
  parentViews: z.boolean().optional(),
  others: z.array(z.string()).default([]),
  decideWeeks: z.number().optional(),
  renewWeeks: z.number().optional(),
  source: z.string().optional(),
});
const list = <S extends z.ZodType>(of: S) => z.array(of).nullable();
const Own = { authorityId: z.string(), name: z.string(), version: z.number() };
const Row = z.object({
  rules: list(z.object({ authorityId: z.string(), rules: Rules, version: z.number() })),
  bands: list(
    z.object({
      bandId: z.string(),
      ...Own,
      pencePerYear: z.number(),
      fromOn: SchoolDate,
      untilOn: SchoolDate.nullable(),
    }),
  ),
  windows: list(
    z.object({
      windowId: z.string(),
      ...Own,
      opensOn: SchoolDate.nullable(),
      closesOn: SchoolDate.nullable(),
      opensWeek: z.number().nullable(),
      closesWeek: z.number().nullable(),
    }),
  ),
});

/** What is kept of every authority’s top-up: by the id of the authority, those left out of which nothing is. One statement. */
export async function listTopUpSettings(tx: Tx): Promise<ReadonlyMap<string, TopUpSettings>> {
  const own = sql`school_id = ${tx.scope.actor.schoolId}`;
  const { rows } = await sql`select
    (select json_agg(json_build_object('authorityId', authority_id, 'rules', rules, 'version', version))
      from top_up_rules where ${own}) as rules,
    (select json_agg(json_build_object('bandId', band_id, 'authorityId', authority_id, 'name', name,
        'pencePerYear', pence_per_year, 'fromOn', from_on, 'untilOn', until_on, 'version', version)
        order by pence_per_year, from_on)
      from top_up_bands where ${own} and withdrawn_at is null) as bands,
    (select json_agg(json_build_object('windowId', window_id, 'authorityId', authority_id, 'name', name,
        'opensOn', opens_on, 'closesOn', closes_on, 'opensWeek', opens_week, 'closesWeek', closes_week,
        'version', version) order by coalesce(closes_on, '2000-01-01'), window_id)
      from top_up_windows where ${own} and withdrawn_at is null) as windows`.execute(tx);
  const { rules, bands, windows } = Row.parse(rows[0]);
  const ids = [...(rules ?? []), ...(bands ?? []), ...(windows ?? [])].map(({ authorityId }) => authorityId);
  return new Map(
    [...new Set(ids)].map((authorityId) => {
      const said = rules?.find((one) => one.authorityId === authorityId);
      const ofIt = (one: { readonly authorityId: string }) => one.authorityId === authorityId;
      return [
        authorityId,
        {
          authorityId,
          rules: said?.rules ?? { others: [] },
          version: said?.version ?? 0,
          bands: (bands ?? []).filter(ofIt),
          windows: (windows ?? []).filter(ofIt),
        },
      ];
    }),
  );
}

/** What is kept of one authority’s top-up, where nothing was said yet too. */
export const topUpSettingsOf = (
  all: ReadonlyMap<string, TopUpSettings>,
  authorityId: string,
): TopUpSettings =>
  all.get(authorityId) ?? { authorityId, rules: { others: [] }, version: 0, bands: [], windows: [] };
