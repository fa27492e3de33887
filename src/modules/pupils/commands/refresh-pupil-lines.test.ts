import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import type { GroupId, PupilId } from '#src/kernel/ids.ts';
import { changeGroup, endGroup, getGroup } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner, testToday } from '#test/worker-database.ts';
import { changeEnrolment, endEnrolment } from './change-enrolment.ts';
import { joinGroup, leaveGroup } from './join-group.ts';
import { learnFacts } from './learn-facts.ts';
import { refreshAllPupilLines } from './refresh-pupil-lines.ts';
import { setIdentifiers } from './set-identifiers.ts';

const today = schoolDate(testToday);
const told = givenPupils.byHand;

type Fact = { kind: string; value: string; from_on: string; until_on: string | null };

/** One line, worked out the slow way from what is kept. */
async function computed(schoolId: string, pupilId: string) {
  const at = [schoolId, pupilId];
  const facts = await asOwner<Fact>(
    `select kind, value, from_on::text, until_on::text from app.pupil_facts
     where school_id = $1 and pupil_id = $2 and withdrawn_at is null order by abs(from_on - '${today}'::date)`,
    at,
  );
  const holds = (row: { from_on: string; until_on: string | null }) =>
    row.from_on <= today && (row.until_on === null || row.until_on >= today);
  const current = (kind: string) => facts.find((fact) => fact.kind === kind && holds(fact))?.value ?? null;
  const name = (part: 'forename' | 'surname') =>
    current(`preferred_${part}`) ??
    current(`legal_${part}`) ??
    facts.find((fact) => fact.kind === `legal_${part}`)?.value;
  const classes = await asOwner<Fact & { name: string; group_from: string; group_until: string | null }>(
    `select g.name, p.from_on::text, p.until_on::text, g.from_on::text as group_from, g.until_on::text as group_until
     from app.group_pupils p join app.groups g using (school_id, group_id)
     where school_id = $1 and pupil_id = $2 and g.kind = 'class' order by p.from_on desc, g.name`,
    at,
  );
  const enrolments = await asOwner<Fact>(
    'select from_on::text, until_on::text from app.enrolments where school_id = $1 and pupil_id = $2',
    at,
  );
  const [upn] = await asOwner<{ value: string }>(
    `select value from app.pupil_identifiers
     where school_id = $1 and pupil_id = $2 and kind = 'upn' and withdrawn_at is null`,
    at,
  );
  const inClass = classes.find(
    (one) => holds(one) && holds({ from_on: one.group_from, until_on: one.group_until }),
  );
  return {
    surname: name('surname'),
    forename: name('forename'),
    year_group: current('year_group'),
    class_name: inClass?.name ?? null,
    is_on_roll: enrolments.some(holds),
    holds_upn: upn?.value.toLowerCase() ?? null,
  };
}

async function stored(schoolId: string, pupilId: string, upn: string | null) {
  const [line] = await asOwner<Record<string, unknown> & { search_text: string }>(
    `select surname, forename, year_group, class_name, is_on_roll, search_text from app.pupil_lines
     where school_id = $1 and pupil_id = $2`,
    [schoolId, pupilId],
  );
  const { search_text = '', ...rest } = line ?? {};
  return { ...rest, holds_upn: upn !== null && search_text.includes(upn) ? upn : null };
}

type World = { schoolId: string; pupilId: PupilId; groups: GroupId[] };
type Step = { deed: number; group: number; day: number; value: string | null };

const groupOf = ({ groups }: World, { group }: Step): GroupId => {
  const found = groups[group % groups.length];
  if (found === undefined) throw new Error('no group');
  return found;
};

const deeds: readonly ((tx: Tx, world: World, step: Step) => Promise<unknown>)[] = [
  (tx, { pupilId }, { value, day }) =>
    learnFacts(tx, {
      pupilId,
      told,
      facts: [
        { kind: 'preferred_forename', value, fromOn: addDays(today, day) },
        { kind: 'legal_surname', value: value ?? 'Okafor', fromOn: addDays(today, -day) },
        { kind: 'year_group', value: value === null ? null : '5', fromOn: addDays(today, day) },
      ],
    }),
  (tx, world, step) => {
    const groupId = groupOf(world, step);
    return joinGroup(tx, { pupilId: world.pupilId, groupId, fromOn: addDays(today, step.day), told });
  },
  (tx, world, step) => {
    const groupId = groupOf(world, step);
    return leaveGroup(tx, { pupilId: world.pupilId, groupId, leftOn: addDays(today, step.day), told });
  },
  (tx, { pupilId }, { day }) => endEnrolment(tx, { pupilId, endedOn: addDays(today, day), told }),
  (tx, { pupilId }, { day }) =>
    changeEnrolment(tx, { pupilId, told, enrolment: { status: 'M', fromOn: addDays(today, day) } }),
  (tx, { pupilId }) =>
    setIdentifiers(tx, { pupilId, told, identifiers: [{ kind: 'upn', value: givenPupils.upn() }] }),
  async (tx, world, step) => {
    const group = await getGroup(tx, groupOf(world, step));
    return changeGroup(tx, group, { name: `Class of ${step.day} ${step.group}` });
  },
  async (tx, world, step) => {
    const group = await getGroup(tx, groupOf(world, step));
    return endGroup(tx, group, addDays(today, step.day));
  },
];

const steps = fc.array(
  fc.record({
    deed: fc.nat(deeds.length - 1),
    group: fc.nat(1),
    day: fc.integer({ min: -20, max: 20 }),
    value: fc.constantFrom('Zoë', 'Seun', null),
  }),
  { minLength: 6, maxLength: 16 },
);

describe('pupil lines', () => {
  it('are stored as they compute, whatever is done in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        const school = await given.school();
        const pupilId = await givenPupils.pupil(school);
        const groups = [
          await givenSchool.group(school, { name: 'Oak' }),
          await givenSchool.group(school, { name: 'Elm' }),
        ];
        const world = { ...school, pupilId, groups };
        for (const step of some)
          await given.inSchool(school, async (tx) => deeds[step.deed]?.(tx, world, step));
        const expected = await computed(school.schoolId, pupilId);
        expect(await stored(school.schoolId, pupilId, expected.holds_upn)).toEqual(expected);
        await given.inSchool(school, refreshAllPupilLines);
        expect(await stored(school.schoolId, pupilId, expected.holds_upn)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('hold no former name, and no UPN that was changed', async () => {
    const school = await given.school();
    const upn = givenPupils.upn();
    const pupilId = await givenPupils.pupil(school, { upn, facts: { former_surname: 'Smith' } });
    await given.inSchool(school, (tx) =>
      setIdentifiers(tx, { pupilId, told, identifiers: [{ kind: 'upn', value: givenPupils.upn() }] }),
    );
    const [line] = await asOwner<{ search_text: string }>(
      'select search_text from app.pupil_lines where pupil_id = $1',
      [pupilId],
    );
    expect(line?.search_text).not.toContain('smith');
    expect(line?.search_text).not.toContain(upn.toLowerCase());
  });
});
