import { programActor } from '#src/kernel/access.ts';
import { PersonId, SchoolId } from '#src/kernel/ids.ts';
import { getCalendar, getSchool } from '#src/modules/school/index.ts';
import { listEmails } from '#src/platform/auth/accounts.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { log } from '#src/platform/log/log.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { isInTerm } from '../domain/ask.ts';
import { type AskToMail, listAsksToMail } from '../queries/list-asks.ts';
import { askTeachers } from './ask-teachers.ts';

/** Once a week, school by school: asks whoever is to be asked, and mails it. Nobody is asked in a holiday. */
export async function askEverywhere(program: Program): Promise<void> {
  const schools = await program.database.app
    .selectFrom('schools')
    .select('schoolId')
    .orderBy('schoolId')
    .execute();
  for (const row of schools) {
    const schoolId = SchoolId.parse(row.schoolId);
    const asked = await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      const { terms } = await getCalendar(tx);
      return isInTerm(terms, tx.scope.today) ? askTeachers(tx) : 0;
    });
    if (asked > 0) await mailAsks(program, schoolId);
  }
}

/** Mails every ask of a school that is due to be mailed: a link, and no name of a pupil. Twice is as good as once. */
export async function mailAsks(program: Program, schoolId: SchoolId): Promise<void> {
  const open = <T>(work: (tx: Tx) => Promise<T>) => inScope(scopeOf(program), programActor(schoolId), work);
  const { asks, school } = await open(async (tx) => ({
    asks: await listAsksToMail(tx),
    school: (await getSchool(tx)).name,
  }));
  const emails = await listEmails(
    program.database.auth,
    asks.map((ask) => PersonId.parse(ask.personId)),
  );
  for (const ask of asks) {
    const to = emails.get(PersonId.parse(ask.personId));
    if (to === undefined) continue;
    try {
      await program.post.send({ to, ...mailOf(ask, { school, url: program.settings.url }) });
    } catch (failure) {
      log.error({ code: Reflect.get(Object(failure), 'code'), ask: ask.askId }, 'an ask was not mailed');
      continue;
    }
    await open((tx) => markMailed(tx, ask));
  }
}

const markMailed = (tx: Tx, { askId }: AskToMail) =>
  tx
    .updateTable('asks')
    .set({ mailedAt: tx.scope.clock.now() })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('askId', '=', askId)
    .execute();

const mailOf = (ask: AskToMail, { school, url }: { readonly school: string; readonly url: string }) => ({
  subject: ask.remindedAt === null ? 'A few words are asked of you' : 'A few words are still asked of you',
  text: [
    `${ask.knownAs ?? 'Good morning'},`,
    `${school} asks for a few words from you about the plans that are reviewed soon. Everything that is asked of you this week is on one page; what you know nothing of takes a tick.`,
    `${url}/asks`,
    '',
  ].join('\n\n'),
});
