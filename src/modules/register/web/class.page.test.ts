import { describe, expect, it } from 'vitest';
import { addStrength, changeNeeds } from '#src/modules/register/index.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import * as givenSchool from '#test/given-school.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const rowsOf = ({ $ }: Read): string[] =>
  $('main tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text())
        .join(' | '),
    );

/** A class with a pupil on SEN support and one without SEN, its teacher, and a class of somebody else. */
async function oak() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school, { needTypes: [] });
  const teacher = await given.person(school, 'teacher');
  const groupId = await givenPupils.taughtBy(school, pupilId, teacher.personId);
  const plain = await givenPupils.pupil(school, { surname: 'Nunn' });
  await givenPupils.inGroup(school, plain, groupId);
  const elm = await givenSchool.group(school, { name: 'Elm' });
  const other = await givenRegister.pupilOnRegister(school, { surname: 'Elsewhere' });
  await givenPupils.inGroup(school, other, elm);
  await given.inSchool(school, async (tx) => {
    await changeNeeds(tx, {
      pupilId,
      told: givenPupils.byHand,
      needs: [
        { senType: 'SLCN', rank: 1, ownWords: 'Show, then say', sinceOn: givenPupils.termStart },
        { senType: 'MLD', rank: 2, sinceOn: givenPupils.termStart },
      ],
    });
    await addStrength(tx, { pupilId, words: 'Draws maps' });
  });
  await givenPupils.alert(school, pupilId);
  await givenPupils.alert(school, pupilId, { kind: 'court', words: 'No contact with the father' });
  await givenPupils.keyWorker(school, pupilId, await givenSchool.staff(school, { surname: 'Adeyemi' }));
  return { school, pupilId, teacher, groupId, elm };
}

describe('a class page', () => {
  it('shows a teacher what each pupil of the class needs, and no more than a teacher sees', async () => {
    const { school, pupilId, teacher, groupId } = await oak();
    const shown = await teacher.browser.get(`/classes/${groupId}`);
    expect(shown.$('h1').text()).toMatch(/^Oak/);
    expect(shown.$('main').text()).toContain('1 of 2 pupils on the register or monitored');
    expect(rowsOf(shown)).toEqual([
      'Okafor, Amara | SEN support | Speech, Language and Communication Needs: Show, then say' +
        'Moderate Learning Difficulty | Draws maps | Epilepsy plan | Mrs Adeyemi',
    ]);
    expect(shown.text).not.toContain('Nunn');
    expect(shown.text).not.toContain('No contact');
    expect(shown.$('.on-paper').text()).toContain('confidential');
    const views = await asOwner(
      "select pupil_ids from app.views where school_id = $1 and page = '/classes/:groupId'",
      [school.schoolId],
    );
    expect(views).toEqual([{ pupil_ids: [pupilId] }]);
  });

  it('shows the SENCO every class, and alerts of every audience', async () => {
    const { school, groupId, elm } = await oak();
    const { browser } = await given.person(school, 'senco');
    expect((await browser.get(`/classes/${groupId}`)).text).toContain('No contact with the father');
    expect(rowsOf(await browser.get(`/classes/${elm}`))[0]).toContain('Elsewhere, Amara');
  });

  it('says so when nobody in it is on the register', async () => {
    const { school } = await oak();
    const ash = await givenSchool.group(school, { name: 'Ash' });
    const { browser } = await given.person(school, 'senco');
    expect((await browser.get(`/classes/${ash}`)).text).toContain('Nobody in this class');
  });

  it('is not found by a teacher of another class, nor from another school, and refused to the office', async () => {
    const { school, teacher, elm } = await oak();
    expect((await teacher.browser.get(`/classes/${elm}`)).status).toBe(404);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(`/classes/${elm}`)).status).toBe(404);
    const office = await given.person(school, 'office');
    expect((await office.browser.get(`/classes/${elm}`)).status).toBe(403);
  });
});

describe('the list of classes', () => {
  it('is of those that a teacher teaches, and of all for the SENCO', async () => {
    const { school, teacher, groupId } = await oak();
    const own = await teacher.browser.get('/classes');
    expect(rowsOf(own)).toEqual(['Classes', expect.stringMatching(/^Oak \d+ \| – \| Mrs Doyle \| 1$/)]);
    expect(own.$(`a[href="/classes/${groupId}"]`)).toHaveLength(1);
    const all = await (await given.person(school, 'senco')).browser.get('/classes');
    expect(rowsOf(all)).toHaveLength(3);
    expect((await teacher.browser.get('/pupils')).$('a[href="/classes"]')).toHaveLength(1);
  });

  it('says what to do where there is none, and is refused to a governor', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'ta');
    expect((await browser.get('/classes')).text).toContain('You are in charge of no class today');
    expect((await (await given.person(school, 'governor')).browser.get('/classes')).status).toBe(403);
  });
});
