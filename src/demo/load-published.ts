import { programActor } from '#src/kernel/access.ts';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PersonId, SchoolId } from '#src/kernel/ids.ts';
import {
  addLine,
  addReportCount,
  approveDocument,
  type BudgetLine,
  beginDocument,
  contentOf,
  countKinds,
  type DocumentKind,
  findDocument,
  findPupilsIn,
  foundMark,
  getReportTables,
  presentYear,
  publishDocument,
  writePart,
} from '#src/modules/publishing/index.ts';
import { academicYearBounds, academicYearOf, getSchool } from '#src/modules/school/index.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { peopleOf } from './daily-cast.ts';
import { granted } from './granted.ts';
import words from './published-words.json' with { type: 'json' };

const sources = ['inclusive_mainstream', 'core'] as const;
const lines = words.lines.flatMap((line): Omit<BudgetLine, 'lineId'>[] => {
  const source = sources.find((known) => known === line.source);
  return source === undefined ? [] : [{ ...line, source }];
});
const daysAgo = 30;

/** A SEN information report that is public, a report that the governors have, and an inclusion strategy that is half written, in each school with the people for it. */
export async function loadPublished(
  program: Program,
  schools: Iterable<{ schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools) {
    const people = await inScope(scopeOf(program), programActor(schoolId), peopleOf);
    if (people === null) continue;
    const as = (personId: PersonId, role: string, work: (tx: Tx) => Promise<void>) => {
      const actor = { ...programActor(schoolId), personId, roles: [role] };
      const clock = stoppedClock(`${dayOf(program.clock.today())}T15:30:00Z`);
      return inScope({ ...scopeOf(program), clock, reactions: [] }, actor, work);
    };
    await as(people.senco, 'senco', (tx) => write(tx, 'sen_information_report', words.report));
    await as(people.senco, 'senco', (tx) => write(tx, 'inclusion_strategy', words.strategy));
    await as(people.senco, 'senco', cost);
    await as(people.head, 'head', approve);
    await as(people.senco, 'senco', publish);
    await as(people.senco, 'senco', report);
    await as(people.head, 'head', (tx) => approveAs(tx, 'governors_report', ['head']));
    await as(people.senco, 'senco', (tx) => publishKind(tx, 'governors_report'));
  }
}

/** A month ago, and not before the school year began: the document is one of this year. */
function dayOf(today: SchoolDate): SchoolDate {
  const { from } = academicYearBounds(academicYearOf(today));
  const ago = addDays(today, -daysAgo);
  return ago < from ? schoolDate(from) : ago;
}

async function documentOf(tx: Tx, kind: DocumentKind) {
  const document = await findDocument(tx, kind);
  if (document === null) throw new Error(`No ${kind} was begun`);
  return document;
}

async function write(tx: Tx, kind: DocumentKind, said: Readonly<Record<string, string>>): Promise<void> {
  granted(await beginDocument(tx, { kind, firstYear: presentYear(tx), last: null }));
  const document = await documentOf(tx, kind);
  const senco = `Our SENCO is ${await ownName(tx)}. You can reach them through the school office, by telephone and by email.`;
  const whole = kind === 'sen_information_report' ? { ...said, senco } : said;
  for (const [part, text] of Object.entries(whole)) {
    granted(await writePart(tx, document, { part, words: text, version: 0 }));
  }
}

async function ownName(tx: Tx): Promise<string> {
  const { schoolId, personId } = tx.scope.actor;
  const row = await tx
    .selectFrom('members')
    .select('knownAs')
    .where('schoolId', '=', schoolId)
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow();
  return row.knownAs;
}

async function cost(tx: Tx): Promise<void> {
  const document = await documentOf(tx, 'inclusion_strategy');
  for (const line of lines) await addLine(tx, document, line);
}

const approve = (tx: Tx) => approveAs(tx, 'sen_information_report', ['head', 'governors']);
const publish = (tx: Tx) => publishKind(tx, 'sen_information_report');

async function approveAs(
  tx: Tx,
  kind: DocumentKind,
  givers: readonly ('head' | 'governors')[],
): Promise<void> {
  const document = await documentOf(tx, kind);
  const approval = { approvedOn: tx.scope.today, version: document.version };
  for (const givenBy of givers) {
    const note = givenBy === 'governors' ? 'Full governing body, autumn term' : null;
    granted(await approveDocument(tx, document, { ...approval, givenBy, note }));
  }
}

/** The report to the governors with what no record holds. */
async function report(tx: Tx): Promise<void> {
  await write(tx, 'governors_report', words.governors);
  const document = await documentOf(tx, 'governors_report');
  for (const { kind, ...one } of words.counts) {
    const known = countKinds.find((own) => own === kind);
    if (known !== undefined) await addReportCount(tx, document, { kind: known, ...one });
  }
}

async function publishKind(tx: Tx, kind: DocumentKind): Promise<void> {
  const document = await documentOf(tx, kind);
  const { name: schoolName } = await getSchool(tx);
  const tables = await getReportTables(tx, document);
  const looked = foundMark(
    await findPupilsIn(tx, contentOf(document, schoolName, { approvals: [], tables })),
  );
  const asked = { version: document.version, schoolName, isMainstream: true, looked };
  granted(await publishDocument(tx, document, asked));
}
