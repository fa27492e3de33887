import type { SchoolId } from '#src/kernel/ids.ts';
import { asOwner } from './worker-database.ts';

const content = {
  schoolName: 'Larkfield Primary',
  kind: 'inclusion_strategy',
  firstYear: 2026,
  reviewOn: '2027-07-01',
  spansYears: false,
  parts: [
    { part: 'barriers', title: 'Barriers to learning and participation', words: 'Noise.\n- In the hall' },
  ],
  lines: [{ part: 'early', activity: 'Reading groups', pence: 120_000, source: 'inclusive_mainstream' }],
  approvals: [{ givenBy: 'head', approvedOn: '2026-11-20' }],
};

/** A strategy in work, approved and public, and one number before it that was withdrawn. */
export async function fillPublishing(schoolId: SchoolId): Promise<void> {
  const [row] = await asOwner<{ id: string }>(
    `insert into app.published_documents (school_id, document_id, kind, first_year, review_on, begun_at)
     values ($1, gen_random_uuid(), 'inclusion_strategy', 2026, '2027-07-01', now()) returning document_id as id`,
    [schoolId],
  );
  const own = [schoolId, row?.id];
  await asOwner(
    `insert into app.published_parts (school_id, document_id, part, words) values ($1, $2, 'barriers', 'Noise')`,
    own,
  );
  await asOwner(
    `insert into app.published_lines (school_id, line_id, document_id, part, activity, pence, source)
     values ($1, gen_random_uuid(), $2, 'early', 'Reading groups', 120000, 'inclusive_mainstream')`,
    own,
  );
  await asOwner(
    `insert into app.published_approvals (school_id, approval_id, document_id, given_by, approved_on, document_version, recorded_at)
     values ($1, gen_random_uuid(), $2, 'head', '2026-11-20', 1, now())`,
    own,
  );
  await asOwner(
    `insert into app.publications (school_id, publication_id, document_id, kind, number, document_version, content, published_at)
     select $1, gen_random_uuid(), $2, 'inclusion_strategy', n, n, $3, now() from generate_series(1, 2) n`,
    [...own, JSON.stringify(content)],
  );
  await asOwner(
    `insert into app.publication_withdrawals (school_id, publication_id, why, withdrawn_at)
     select school_id, publication_id, 'A figure was wrong', now() from app.publications where school_id = $1 and number = 1`,
    [schoolId],
  );
  await fillReports(schoolId);
}

/** A report that governors read, with what was counted for it. */
async function fillReports(schoolId: SchoolId): Promise<void> {
  const [row] = await asOwner<{ id: string }>(
    `insert into app.published_documents (school_id, document_id, kind, first_year, begun_at)
     values ($1, gen_random_uuid(), 'governors_report', 2026, now()) returning document_id as id`,
    [schoolId],
  );
  await asOwner(
    `insert into app.report_counts (school_id, count_id, document_id, kind, theme, counted)
     values ($1, gen_random_uuid(), $2, 'complaint', 'Waiting for therapy', 6)`,
    [schoolId, row?.id],
  );
  const report = { ...content, kind: 'governors_report', lines: [], tables: [] };
  await asOwner(
    `insert into app.governors_reports (school_id, report_id, document_id, number, document_version, content, issued_at)
     values ($1, gen_random_uuid(), $2, 1, 1, $3, now())`,
    [schoolId, row?.id, JSON.stringify(report)],
  );
}
