/**
 * The walls of PostgreSQL, in the one shape that Citus also carries: no sub-select, no function that
 * reads a table, one permissive policy a table for each database role. A migration asks for them with a
 * line `--! protect app.<table> <wall> [delete]`, which becomes the statements below.
 */
export const walls = [
  'reference',
  'reference-school',
  'reference-person',
  'school',
  'audience',
  'derived',
  'pupil',
  'pupils',
  'pupil-or-school',
  'person',
  'own',
  'own-reach',
  'own-or-shared',
  'task',
  'events',
  'views',
  'issued',
  'told',
] as const;
export type Wall = (typeof walls)[number];

const setting = (name: string) => `current_setting('app.${name}', true)`;
const has = (list: string, what: string) => `strpos(coalesce(${setting(list)}, ''), ${what}) > 0`;
const marked = (list: string, mark: string) => has(list, `'|${mark}|'`);
const audienceIn = (list: string) => has(list, `'|' || audience || '|'`);

const ownSchool = `school_id = nullif(${setting('school_id')}, '')::uuid`;
const me = `nullif(${setting('person_id')}, '')::uuid`;
const ownPerson = `person_id = ${me}`;
const wholeSchool = `${setting('reach')} = 'school'`;
const withinReach = `(${wholeSchool} or ${has('pupils', 'pupil_id::text')})`;
const anyWithinReach = `(${wholeSchool} or pupil_ids && string_to_array(nullif(${setting('pupils')}, ''), ',')::uuid[])`;

const askedAbout = `pupil_ids && string_to_array(nullif(${setting('asked')}, ''), ',')::uuid[]`;

const ownTask = `(owner_person_id = ${me} or given_by_person_id = ${me})`;
const aboutWithinReach = `(pupil_id is null or ${withinReach})`;

const behind = (list: string, reach: string) => `${ownSchool} and ${audienceIn(list)} and ${reach}`;

/** What may be seen (`using`) and what may be written (`check`) behind each wall. */
const rules: Record<Wall, { using: string; check: string }> = {
  reference: { using: 'true', check: marked('writes', 'trust') },
  'reference-school': { using: 'true', check: `${ownSchool} and ${marked('writes', 'school')}` },
  'reference-person': {
    using: `${ownPerson} or ${marked('writes', 'trust')}`,
    check: marked('writes', 'trust'),
  },
  school: { using: ownSchool, check: `${ownSchool} and ${marked('writes', 'school')}` },
  audience: {
    using: `${ownSchool} and ${audienceIn('sees')}`,
    check: `${ownSchool} and ${audienceIn('writes')}`,
  },
  // Counts are made by whoever changes what they count, and shown to those who see figures.
  derived: { using: `${ownSchool} and ${audienceIn('sees')}`, check: ownSchool },
  pupil: { using: behind('sees', withinReach), check: behind('writes', withinReach) },
  pupils: { using: behind('sees', anyWithinReach), check: behind('writes', anyWithinReach) },
  'pupil-or-school': { using: behind('sees', aboutWithinReach), check: behind('writes', aboutWithinReach) },
  person: { using: `${ownSchool} or ${ownPerson}`, check: `${ownSchool} and ${marked('writes', 'people')}` },
  // Kept for whoever asked, and for the program itself, which throws it away.
  own: {
    using: `${ownSchool} and (${ownPerson} or ${me} is null and ${wholeSchool})`,
    check: `${ownSchool} and (${ownPerson} or ${me} is null and ${wholeSchool})`,
  },
  'own-reach': {
    using: `${ownSchool} and (${wholeSchool} or ${ownPerson})`,
    check: `${ownSchool} and ${wholeSchool} and ${audienceIn('writes')}`,
  },
  // One's own, and what is shared with those who see the whole school; whoever runs the school tidies the latter.
  'own-or-shared': {
    using: `${ownSchool} and (owner_person_id = ${me} or is_shared and ${wholeSchool})`,
    check: `${ownSchool} and (owner_person_id = ${me} or is_shared and ${wholeSchool} and ${marked('writes', 'school')})`,
  },
  // Of a pupil, whoever may see the pupil sees it; of nobody, its owner, its giver and those who see the whole school.
  task: {
    using: `${ownSchool} and ${audienceIn('sees')} and ${aboutWithinReach} and (pupil_id is not null or ${ownTask} or ${wholeSchool})`,
    check: `${ownSchool} and ${audienceIn('sees')} and ${aboutWithinReach} and (${ownTask} or ${wholeSchool} and ${audienceIn('writes')})`,
  },
  events: {
    using: behind('sees', withinReach),
    check: `${ownSchool} and person_id is not distinct from nullif(${setting('person_id')}, '')::uuid`,
  },
  // As a pupil's record, and never changed once it is written.
  issued: { using: behind('sees', withinReach), check: behind('writes', withinReach) },
  // As issued: what a family is told and answers, put on record by them or by whoever writes the plan.
  told: {
    using: behind('sees', withinReach),
    check: `${ownSchool} and (${audienceIn('writes')} or ${marked('writes', 'plans')}) and ${withinReach}`,
  },
  // Shown of the pupils that were asked about only: without an `or`, so that the index of pupils serves behind the wall.
  views: {
    using: `${ownSchool} and ${wholeSchool} and ${marked('sees', 'leaders')} and ${askedAbout}`,
    check: `${ownSchool} and ${ownPerson}`,
  },
};

/** The program's role; the role that undoes an import. Neither owns anything. */
export const appRole = 'sendero_app';
export const undoRole = 'sendero_undo';

const appendOnly: readonly Wall[] = ['events', 'views', 'issued', 'told'];

/** The statements that put one table behind its wall. */
export function protect(table: string, wall: Wall, mayDelete: boolean): string {
  const { using, check } = rules[wall];
  const writes = appendOnly.includes(wall) ? 'select, insert' : 'select, insert, update';
  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `create policy own on ${table} to ${appRole}, ${undoRole} using (${using}) with check (${check});`,
    `grant ${writes}${mayDelete ? ', delete' : ''} on ${table} to ${appRole};`,
    ...(appendOnly.includes(wall) || wall.startsWith('reference')
      ? []
      : [`grant select, update, delete on ${table} to ${undoRole};`]),
  ].join('\n');
}

const line = /^--! protect (app\.[a-z_]+) ([a-z-]+)( delete)?$/gm;

/** Puts the statements of `protect` in the place of each asking line. An unknown wall is a mistake: it throws. */
export function raiseWalls(sql: string): string {
  return sql.replace(line, (_, table: string, name: string, mayDelete: string | undefined) => {
    const wall = walls.find((known) => known === name);
    if (wall === undefined) throw new Error(`No wall called ${name} for ${table}`);
    return protect(table, wall, mayDelete !== undefined);
  });
}
