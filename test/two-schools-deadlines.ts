import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

/** How deadlines are told: addresses, choices of mail, and what a head was told. After the cases. */
export async function fillDeadlines(schoolId: SchoolId): Promise<void> {
  await asOwner(
    `insert into app.calendar_feeds (school_id, calendar_feed_id, person_id, secret_hash, made_at)
     select school_id, gen_random_uuid(), person_id, repeat('b', 64), now() from app.members where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.digest_choices (school_id, person_id, is_wanted)
     select school_id, person_id, true from app.members where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.head_tellings (school_id, case_id, pupil_id, clock_id, told_due_on, told_on)
     select school_id, case_id, pupil_id, 'V7', '2026-11-26', '2026-11-24' from app.cases where school_id = $1`,
    [schoolId],
  );
}
