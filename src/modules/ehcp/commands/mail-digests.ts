import { may, programActor } from '#src/kernel/access.ts';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { type PersonId, SchoolId } from '#src/kernel/ids.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { listEmails } from '#src/platform/auth/accounts.ts';
import { asPerson, inScope, type Tx } from '#src/platform/db/scope.ts';
import { log } from '#src/platform/log/log.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { digestWords, ofDigest, wantsDigest } from '../domain/digest.ts';
import { listCaseReaders } from '../queries/list-case-readers.ts';
import { listDeadlines } from '../queries/list-deadlines.ts';

/** Once a week, school by school: what is late and what is due within two weeks, to whoever wants it. */
export async function mailDigestsEverywhere(program: Program): Promise<void> {
  const schools = await program.database.app
    .selectFrom('schools')
    .select('schoolId')
    .orderBy('schoolId')
    .execute();
  for (const { schoolId } of schools) await mailDigests(program, SchoolId.parse(schoolId));
}

/** Mails the week's dates of one school; whoever was mailed in the last six days is passed over, so twice is as good as once. */
export async function mailDigests(program: Program, schoolId: SchoolId): Promise<void> {
  const open = <T>(work: (tx: Tx) => Promise<T>) => inScope(scopeOf(program), programActor(schoolId), work);
  const { readers, school, today } = await open(async (tx) => ({
    readers: await listCaseReaders(tx),
    school: (await getSchool(tx)).name,
    today: tx.scope.today,
  }));
  const due = readers.filter(
    ({ roles, isWanted, mailedOn }) =>
      wantsDigest(isWanted, roles) && (mailedOn === null || mailedOn <= addDays(today, -6)),
  );
  const emails = await listEmails(
    program.database.auth,
    due.map(({ personId }) => personId),
  );
  for (const { personId, knownAs } of due) {
    const to = emails.get(personId);
    const words = to === undefined ? [] : await wordsFor(program, { schoolId, personId });
    if (to === undefined || words.length === 0) continue;
    try {
      await program.post.send({ to, ...mailOf({ knownAs, school, words, url: program.settings.url }) });
    } catch (failure) {
      log.error({ code: Reflect.get(Object(failure), 'code'), personId }, 'a digest was not mailed');
      continue;
    }
    await open((tx) => markMailed(tx, personId, today));
  }
}

/** The week as this person may see it: a teacher's is of their own pupils. Empty where nothing is due. */
async function wordsFor(
  program: Program,
  { schoolId, personId }: { readonly schoolId: SchoolId; readonly personId: PersonId },
): Promise<readonly string[]> {
  const permission = 'case.read' as const;
  const who = { personId, schoolId, permission, pupilId: null, find: program.findActor };
  const found = await asPerson({ ...scopeOf(program), isLooking: true }, who, async (tx, actor) =>
    may(actor, permission) ? digestWords(ofDigest(await listDeadlines(tx), tx.scope.today)) : [],
  );
  return found ?? [];
}

const markMailed = (tx: Tx, personId: PersonId, on: SchoolDate) =>
  tx
    .insertInto('digestChoices')
    .values({ schoolId: tx.scope.actor.schoolId, personId, mailedOn: on })
    .onConflict((conflict) => conflict.columns(['schoolId', 'personId']).doUpdateSet({ mailedOn: on }))
    .execute();

const mailOf = (of: {
  readonly knownAs: string | null;
  readonly school: string;
  readonly words: readonly string[];
  readonly url: string;
}) => ({
  subject: 'Dates of the law in the next two weeks',
  text: [
    `${of.knownAs ?? 'Good morning'},`,
    `This is due at ${of.school}. Whom it is about stands in Sendero alone.`,
    ...of.words,
    `${of.url}/reviews`,
    `To get this mail no more: ${of.url}/reviews/calendar`,
    '',
  ].join('\n\n'),
});
