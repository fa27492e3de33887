import { type LoadedSchool, loadPeople, loadSchool, loadTrust } from '#src/demo/load-demo.ts';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import { audiences, programActor } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { type PersonId, PupilId, type SchoolId } from '#src/kernel/ids.ts';
import { makeToken } from '#src/modules/identity/index.ts';
import { recorder, recordView } from '#src/platform/audit/record.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import { fillConcerns } from './fill-concerns.ts';
import { fillPrivacy } from './fill-privacy.ts';
import { fillDocuments } from './given-documents.ts';
import { fillAccess } from './two-schools-access.ts';
import { fillAnnualReviews } from './two-schools-annual-reviews.ts';
import { fillBanks } from './two-schools-banks.ts';
import { fillBids } from './two-schools-bids.ts';
import { fillBudget } from './two-schools-budget.ts';
import { fillCards } from './two-schools-cards.ts';
import { fillCases } from './two-schools-cases.ts';
import { fillCover } from './two-schools-cover.ts';
import { fillDeadlines } from './two-schools-deadlines.ts';
import { fillDeployment } from './two-schools-deployment.ts';
import { fillEhcPlans } from './two-schools-ehc.ts';
import { fillForms } from './two-schools-forms.ts';
import { fillImpact } from './two-schools-impact.ts';
import { fillPlans } from './two-schools-plans.ts';
import { fillProvision } from './two-schools-provision.ts';
import { fillPublishing } from './two-schools-publishing.ts';
import { fillRegisterDepth } from './two-schools-register.ts';
import { fillReviews } from './two-schools-reviews.ts';
import { fillVoice } from './two-schools-voice.ts';
import { asOwner, program, testToday } from './worker-database.ts';

export type Filled = {
  readonly schools: readonly { readonly schoolId: SchoolId; readonly pupilIds: readonly PupilId[] }[];
  readonly people: readonly PersonId[];
};

/** Two schools of a made-up trust with rows in every table, of every audience: something to be kept apart. */
export async function fillTwoSchools(seed = 7): Promise<Filled> {
  const trust = makeDemoTrust({ seed, today: schoolDate(testToday), schools: 2, pupils: 40 });
  const trustId = await loadTrust(program, trust);
  const loaded = new Map<string, LoadedSchool>();
  for (const school of trust.schools) loaded.set(school.urn, await loadSchool(program, school, trustId));
  const few = trust.people.slice(0, 12);
  await loadPeople(program, few, { schools: loaded, trustId, password: 'unused words of nobody' });
  const people = await asOwner<{ personId: PersonId }>(
    'select distinct person_id as "personId" from app.members',
  );
  const schools = [];
  for (const { schoolId } of loaded.values())
    schools.push({ schoolId, pupilIds: await fillRest(schoolId, people) });
  return { schools, people: people.map((row) => row.personId) };
}

const header = {
  format: 'csv',
  givenOn: testToday,
  senderLaestab: null,
  senderName: null,
  isPartial: false,
  isRoll: true,
  sheet: null,
  headings: ['UPN', 'Surname'],
  headingsKey: 'upn|surname',
  kinds: ['pupils'],
  missing: [],
};

/** What the demo has no need of: events of every audience, views, imports. */
async function fillRest(schoolId: SchoolId, people: readonly { personId: PersonId }[]): Promise<PupilId[]> {
  const rows = await asOwner<{ id: string }>(
    'select pupil_id as id from app.pupils where school_id = $1 order by 1',
    [schoolId],
  );
  const pupilIds = rows.map((row) => PupilId.parse(row.id));
  const record = recorder({ PupilFactsLearned: 1 });
  await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
    for (const [at, audience] of audiences.entries()) {
      await record(tx, { type: 'PupilFactsLearned', audience, ...only('pupilId', pupilIds[at]) });
      await record(tx, { type: 'PupilFactsLearned', audience });
    }
  });
  const [first] = people;
  if (first !== undefined) {
    const actor = { ...programActor(schoolId), personId: first.personId };
    await inScope(scopeOf(program), actor, (tx) => recordView(tx, '/pupils', pupilIds.slice(0, 3)));
  }
  await asOwner(
    `insert into app.imports (school_id, import_id, file_name, format, sha256, state, header, columns, mapping, problems,
       counts, given_on, uploaded_by, uploaded_at)
     values ($1, gen_random_uuid(), 'file.csv', 'csv', 'x', 'reviewing', $2, '[]', '[]', '[]', $3, now(), gen_random_uuid(), now())`,
    [
      schoolId,
      JSON.stringify(header),
      JSON.stringify({ read: 1, new: 1, changed: 0, unchanged: 0, missing: 0 }),
    ],
  );
  await asOwner(
    `insert into app.import_rows (school_id, import_id, row_number, kind, content, state, proposal)
     select school_id, import_id, 1, 'pupil', '{"rows": [2]}', 'new',
       '{"title": "Okafor, Amara", "fileRow": 2, "why": null, "changes": []}' from app.imports where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.import_changes (school_id, import_id, sequence, table_name, row_key, after)
     select school_id, import_id, 1, 'pupils', '"x"', '{}' from app.imports where school_id = $1`,
    [schoolId],
  );
  await asOwner(
    `insert into app.import_mappings (school_id, headings_key, mapping) values ($1, 'key', '[]')`,
    [schoolId],
  );
  await asOwner(
    `insert into app.job_progress (school_id, job_progress_id, person_id, name) values ($1, gen_random_uuid(), gen_random_uuid(), 'x')`,
    [schoolId],
  );
  await asOwner(
    `insert into app.lessons (school_id, lesson_id, group_id, weekday, period, from_on, source)
     select school_id, gen_random_uuid(), group_id, 1, '1', now(), 'x' from app.groups where school_id = $1 limit 3`,
    [schoolId],
  );
  await asOwner(
    `insert into app.closures (school_id, closure_id, from_on, reopens_on, reason)
     values ($1, gen_random_uuid(), '2026-12-01', '2026-12-03', 'snow')`,
    [schoolId],
  );
  await asOwner(
    `insert into app.special_places (school_id, special_place_id, pupil_id, kind, from_on, source, source_on)
     select school_id, gen_random_uuid(), pupil_id, 'sen_unit', now(), 'x', now() from app.pupils p
     where school_id = $1 and not exists (select from app.special_places s where s.pupil_id = p.pupil_id) limit 2`,
    [schoolId],
  );
  await asOwner(
    `insert into app.tasks (school_id, task_id, pupil_id, owner_person_id, given_by_person_id, title, origin, audience)
     select m.school_id, gen_random_uuid(), p.pupil_id, m.person_id, $2, 'Ring the family', 'by_hand', a.audience
     from app.members m
     cross join unnest(array['notes', 'staff', 'family', 'sensitive', 'leaders']) as a (audience)
     cross join lateral (select null::uuid as pupil_id union all
       (select pupil_id from app.pupils where school_id = $1 order by 1 limit 3)) as p
     where m.school_id = $1`,
    [schoolId, first?.personId ?? null],
  );
  await asOwner(
    `insert into app.contact_notes (school_id, contact_note_id, pupil_id, kind, words, on_date, audience)
     select $1, gen_random_uuid(), p.pupil_id, 'worry', 'Quieter than in summer', now(), a.audience
     from unnest(array['notes', 'staff', 'family', 'sensitive', 'leaders']) as a (audience)
     cross join (select pupil_id from app.pupils where school_id = $1 order by 1 limit 4) as p`,
    [schoolId],
  );
  await fillProgram(schoolId);
  await fillPrivacy(schoolId);
  await fillConcerns(schoolId);
  await fillRegisterDepth(schoolId, people);
  await fillAccess(schoolId, pupilIds, people);
  await fillDocuments(schoolId);
  await fillPlans(schoolId);
  await fillProvision(schoolId);
  await fillImpact(schoolId);
  await fillCases(schoolId);
  await fillAnnualReviews(schoolId);
  await fillDeadlines(schoolId);
  await fillReviews(schoolId);
  await fillPublishing(schoolId);
  await fillBudget(schoolId);
  await fillForms(schoolId);
  await fillVoice(schoolId);
  await fillCards(schoolId);
  await fillBanks(schoolId);
  await fillEhcPlans(schoolId);
  await fillBids(schoolId);
  await fillCover(schoolId);
  await fillDeployment(schoolId);
  return pupilIds;
}

/** A program of somebody else's, and what it was answered once. */
async function fillProgram(schoolId: SchoolId): Promise<void> {
  await inScope(scopeOf(program), programActor(schoolId), (tx) =>
    makeToken(tx, { name: 'Board', role: 'exams', isReadOnly: false, untilOn: schoolDate('2027-07-31') }),
  );
  await asOwner(
    `insert into app.api_answers (school_id, api_answer_id, person_id, key, asked, status, at)
     select school_id, gen_random_uuid(), person_id, 'key', repeat('x', 43), 201, now()
     from app.api_tokens where school_id = $1`,
    [schoolId],
  );
}

const only = <K extends string, V>(key: K, value: V | undefined) =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
