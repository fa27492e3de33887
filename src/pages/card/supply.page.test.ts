import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { routes } from '#src/app.ts';
import { audiences } from '#src/kernel/access.ts';
import { PersonId } from '#src/kernel/ids.ts';
import { actorOfLink } from '#src/modules/plans/commands/open-card-link.ts';
import { openCardLink } from '#src/modules/plans/index.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import * as given from '#test/given.ts';
import * as givenCards from '#test/given-cards.ts';
import { browser, errorsShown, type Read } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';

const day = (on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { 'onDay-day': date, 'onDay-month': month, 'onDay-year': year };
};
const tokenOn = ({ $ }: Read): string => $('.address').text().split('/').at(-1) ?? '';

/** A link for today, made by the teacher of the class. */
async function lent(on = '2026-11-24') {
  const taught = await givenCards.taughtClass();
  const { teacher, path } = taught;
  const made = await teacher.browser.post(`${path}/lend`, { ...day(on), lentTo: 'Cover, period 3' });
  const slip = await teacher.browser.get(made.goesTo ?? '');
  return { ...taught, slip, linkPath: made.goesTo ?? '', token: tokenOn(slip) };
}

describe('a supply teacher’s link', () => {
  it('shows first names and what to do, no diagnosis, and is recorded', async () => {
    const { token, slip, pupilId, school, path, teacher } = await lent();
    expect(slip.$('svg.qr').length).toBe(1);
    const shown = await browser().get(`/supply/${token}`);
    expect(shown.status).toBe(200);
    const words = shown.$('main').text();
    expect(words).toContain('Amara O.');
    expect(words).toContain('One instruction at a time');
    expect(words).toContain('One more line is told in person');
    for (const hidden of ['Okafor', 'Autism', 'Elsewhere', 'Elias']) expect(shown.text).not.toContain(hidden);
    expect(shown.$('main a').length).toBe(0);
    const [view] = await asOwner<{ role: string; person_id: string }>(
      "select role, person_id from app.views where page = '/supply/:token' and pupil_ids = array[$1::uuid]",
      [pupilId],
    );
    const [link] = await asOwner<{ card_link_id: string; secret_hash: string }>(
      'select card_link_id, secret_hash from app.card_links where school_id = $1',
      [school.schoolId],
    );
    expect(view).toEqual({ role: 'supply link', person_id: link?.card_link_id });
    expect(token).not.toContain(link?.secret_hash);
    expect((await teacher.browser.get(`${path}/lend`)).text).toContain('opened once');
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get(`/pupils/${pupilId}/seen`)).text).toContain('A supply teacher’s link');
    expect((await senco.browser.get(`/pupils/${pupilId}/seen`)).text).toContain(
      'Lent by Mx Person for: Cover, period 3',
    );
  });

  it('is dead after midnight in London, before its day, when stopped and when guessed', async () => {
    const { token, linkPath, teacher } = await lent();
    const at = (now: string) => openCardLink({ ...program, clock: stoppedClock(now) }, token);
    expect(await at('2026-11-24T23:59:59Z')).not.toBeNull();
    expect(await at('2026-11-25T00:00:00Z')).toBeNull();
    expect(await at('2026-11-23T23:59:59Z')).toBeNull();
    const flipped = `${token.slice(0, -3)}${token.slice(-3) === 'AAA' ? 'BBB' : 'AAA'}`;
    expect(await openCardLink(program, flipped)).toBeNull();
    expect(await openCardLink(program, 'x')).toBeNull();
    expect((await teacher.browser.post(`${linkPath}/stop`)).status).toBe(303);
    const dead = await browser().get(`/supply/${token}`);
    expect(dead.$('h1').text()).toBe('This link does not work any more');
    expect((await teacher.browser.get(linkPath)).text).not.toContain(token);
  });

  it('opens nothing else: no other page answers whoever holds it', async () => {
    const { token, pupilId, groupId } = await lent();
    const holder = browser();
    await holder.get(`/supply/${token}`);
    expect(holder.cookies()).toBe('');
    const others = routes.filter(({ may, methods }) => may !== 'open' && methods.includes('GET'));
    const answered: string[] = [];
    for (const { path } of others) {
      const address = path
        .replace(':pupilId', pupilId)
        .replace(':groupId', groupId)
        .replace(/:[A-Za-z]+(\{[^}]*\})?/g, token);
      const { status, goesTo } = await holder.get(address);
      const isRefused = status === 404 || (status === 303 && goesTo?.startsWith('/sign-in') === true);
      if (!isRefused) answered.push(`${path}: ${status}`);
    }
    expect(answered).toEqual([]);
  });

  it('has a scope in which the database shows cards of its class alone', async () => {
    const { school, pupilId, groupId } = await lent();
    const actor = actorOfLink(school.schoolId, {
      cardLinkId: PersonId.parse(groupId),
      names: new Map([[pupilId, 'Amara O.']]),
    });
    const tables = await asOwner<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'app' and column_name = 'pupil_id'
       order by 1`,
    );
    const seen = await inScope(scopeOf(program), actor, async (tx) => {
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql<{
          pupilId: string;
        }>`select pupil_id from ${sql.table(`app.${name}`)}`.execute(tx);
        if (rows.length > 0) found.push(name);
        expect(rows.every((row) => row.pupilId === pupilId)).toBe(true);
      }
      return found;
    });
    expect(seen).toEqual(['card_lines', 'cards']);
    expect([actor.writes, audiences.filter((one) => actor.sees.includes(one))]).toEqual([[], ['card']]);
  });

  it.each([
    ['2026-11-23', 'The day must be today or later'],
    ['2026-12-31', 'The day must be within 14 days'],
    ['2026-02-30', 'On which day must be a real date'],
  ])('is not made for %s', async (on, message) => {
    const { teacher, path } = await givenCards.taughtClass();
    const refused = await teacher.browser.post(`${path}/lend`, day(on));
    expect([refused.status, ...errorsShown(refused)]).toEqual([422, message]);
  });

  it('is made by those who lend, for a class of their own', async () => {
    const { school, path } = await givenCards.taughtClass();
    const statuses = [];
    for (const role of ['senco', 'senior_leader', 'teacher', 'ta', 'office'] as const) {
      const { browser: by } = await given.person(school, role);
      statuses.push((await by.post(`${path}/lend`, day('2026-11-24'))).status);
    }
    expect(statuses).toEqual([303, 303, 404, 403, 403]);
  });
});
