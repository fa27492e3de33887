import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { browser, errorsShown } from '#test/http.ts';
import { giveMembership } from '../commands/give-membership.ts';

const password = 'violet tractor umbrella';

async function memberWithPassword() {
  const school = await given.school();
  const account = await given.account(password);
  await given.inSchool(school, (tx) =>
    giveMembership(tx, { ...account, knownAs: 'Mrs Doyle', role: 'senco', fromOn: schoolDate('2026-09-01') }),
  );
  return account;
}

describe('signing in', () => {
  it('opens the only school of the person and goes where they wanted to go', async () => {
    const { email } = await memberWithPassword();
    const person = browser();
    const done = await person.post('/sign-in?then=%2Fschool', { email, password });
    expect([done.status, done.goesTo]).toEqual([303, '/school']);
    expect((await person.get('/schools')).text).toContain('Larkfield Primary');
  });

  it('says the same of a wrong password and of an address that it does not know', async () => {
    const { email } = await memberWithPassword();
    const wrong = await browser().post('/sign-in', { email, password: 'something else entirely' });
    const unknown = await browser().post('/sign-in', { email: 'nobody@school.example', password });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(errorsShown(wrong)).toEqual(errorsShown(unknown));
    expect(errorsShown(wrong)).toEqual(['The email address or the password is not right']);
  });

  it('slows down somebody who guesses', async () => {
    const { email } = await memberWithPassword();
    const tries = [];
    for (let i = 0; i < 9; i++)
      tries.push((await browser().post('/sign-in', { email, password: `guess ${i}` })).status);
    expect(tries).toEqual([422, 422, 422, 422, 422, 422, 422, 422, 429]);
  });

  it('never sends a person to another site', async () => {
    const { email } = await memberWithPassword();
    const done = await browser().post('/sign-in?then=%2F%2Fevil.example', { email, password });
    expect(done.goesTo).toBe('/');
  });

  it('refuses a form that another site posts', async () => {
    const { app } = await import('#test/worker-database.ts');
    const answer = await app.request('http://localhost:3000/sign-in', {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a&password=b',
    });
    expect(answer.status).toBe(403);
  });
});
