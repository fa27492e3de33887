import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

const effect = {
  lines: [{ what: 'leaves', words: 'A pupil leaves on 2026-12-18', income: -300_00, spending: -120_00 }],
  before: { income: 5_000_00, spending: 4_000_00 },
  after: { income: 4_700_00, spending: 3_880_00 },
};

/** A year with income for a pupil, spending, money that was moved, and a proposal about a pupil and one about none. */
export async function fillBudget(schoolId: SchoolId): Promise<void> {
  const run = (sql: string) => asOwner(sql, [schoolId]);
  await run(
    `insert into app.budget_lines (school_id, budget_line_id, year_kind, first_year, side, kind, name, code)
     select $1, gen_random_uuid(), 'financial', 2026, n.side, n.kind, n.title, n.code from (values
       ('income', 'top_up', 'Top-up', null), ('income', 'notional_sen', 'Notional SEN budget', 'I01'),
       ('spending', 'staff', 'Assistants', 'E03'), ('spending', 'resources', 'Books', 'E19')) as n (side, kind, title, code)`,
  );
  await run(
    `insert into app.budget_line_pupils (school_id, budget_line_id, pupil_id, band)
     select school_id, budget_line_id, (select pupil_id from app.pupils where school_id = $1 order by 1 limit 1), 'E3'
     from app.budget_lines where school_id = $1 and kind = 'top_up'`,
  );
  await run(
    `insert into app.budget_entries (school_id, budget_entry_id, budget_line_id, kind, pence, on_date, origin, reference)
     select school_id, gen_random_uuid(), budget_line_id, k, 10000, '2026-10-01', 'by_hand', 'INV-' || k
     from app.budget_lines cross join unnest(array['plan', 'commitment', 'actual']) as k where school_id = $1`,
  );
  await run(
    `insert into app.budget_virements (school_id, virement_id, from_line_id, to_line_id, pence, on_date, why)
     select f.school_id, gen_random_uuid(), f.budget_line_id, t.budget_line_id, 500, '2026-10-02', 'More books'
     from app.budget_lines f join app.budget_lines t on t.school_id = f.school_id and t.kind = 'resources'
     where f.school_id = $1 and f.kind = 'staff'`,
  );
  await run(
    `insert into app.budget_entries (school_id, budget_entry_id, budget_line_id, kind, pence, on_date, origin, virement_id)
     select v.school_id, gen_random_uuid(), e.line, 'virement', e.pence, v.on_date, 'virement', v.virement_id
     from app.budget_virements v
     cross join lateral (values (v.from_line_id, -v.pence), (v.to_line_id, v.pence)) as e (line, pence) where v.school_id = $1`,
  );
  await asOwner(
    `insert into app.budget_proposals (school_id, budget_proposal_id, pupil_id, title, first_year, effect, stood_on, made_by)
     select $1, gen_random_uuid(), p.pupil_id, 'If a pupil leaves', 2026, $2, '2026-11-20',
       (select person_id from app.members where school_id = $1 order by 1 limit 1)
     from (select null::uuid as pupil_id union all (select pupil_id from app.pupils where school_id = $1 order by 1 limit 2)) p`,
    [schoolId, JSON.stringify(effect)],
  );
}
