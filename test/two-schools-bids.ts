import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** What an authority says of top-up, and two applications: a draft, and one that was sent and granted. */
export async function fillBids(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  const authority = '(select authority_id from app.authorities where school_id = $1 order by 1 limit 1)';
  await run(
    `insert into app.top_up_rules (school_id, authority_id, rules)
     values ($1, ${authority}, '{"cycles": 2, "parentViews": true, "others": [], "decideWeeks": 6}')`,
  );
  await run(
    `insert into app.top_up_bands (school_id, band_id, authority_id, name, pence_per_year, from_on, recorded_at)
     values ($1, gen_random_uuid(), ${authority}, 'Band B', 420000, '2026-04-01', now())`,
  );
  await run(
    `insert into app.top_up_windows (school_id, window_id, authority_id, name, opens_week, closes_week, recorded_at)
     values ($1, gen_random_uuid(), ${authority}, 'Each term', 2, 4, now())`,
  );
  await run(
    `insert into app.bids (school_id, bid_id, pupil_id, authority_id, band_id, asked_pence, from_on, until_on, begun_on,
       recorded_at)
     select $1, gen_random_uuid(), p.pupil_id, ${authority}, b.band_id, 420000, '2027-01-01', '2027-12-31', '2026-11-02', now()
     from (select pupil_id from app.pupils where school_id = $1 order by 1 limit 2) p
     cross join (select band_id from app.top_up_bands where school_id = $1) b`,
  );
  await run(
    `insert into app.bid_parts (school_id, bid_id, part, pupil_id, words)
     select school_id, bid_id, 'needs', pupil_id, 'Needs help to begin' from app.bids where school_id = $1`,
  );
  await run(
    `insert into app.bid_events (school_id, bid_event_id, bid_id, pupil_id, name, happened_on, recorded_at)
     select school_id, gen_random_uuid(), bid_id, pupil_id, 'sent', '2026-11-09', now()
     from app.bids where school_id = $1`,
  );
  await run(
    `insert into app.bid_versions (school_id, bid_id, number, pupil_id, content, sent_on, recorded_at)
     select school_id, bid_id, 1, pupil_id, '{"pupilName": "A pupil", "schoolName": "A school", "authority": "Harebell",
       "band": "Band B", "askedPence": 420000, "fromOn": "2027-01-01", "untilOn": "2027-12-31",
       "parts": [{"part": "needs", "paragraphs": [{"words": "Needs help to begin", "source": null}]}],
       "costs": {"year": null, "thresholdPence": 600000, "lines": []}, "appendices": []}', '2026-11-09', now()
     from app.bids where school_id = $1`,
  );
}
