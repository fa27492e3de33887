import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { changeEnrolment } from '#src/modules/pupils/index.ts';
import { givePlace } from '#src/modules/register/index.ts';
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

/** An alternative provision with a pupil sent for some weeks since Monday 16 November, and one of its own. */
async function sent(returnExpectedOn = '2026-12-18') {
  const school = await given.school({ phase: 'alternative' });
  await givenPupils.pupil(school, { surname: 'Nunn' });
  const fromOn = schoolDate('2026-11-16');
  const pupilId = await givenRegister.pupilOnRegister(school, { status: 'S', fromOn, since: fromOn });
  await given.inSchool(school, (tx) =>
    changeEnrolment(tx, {
      pupilId,
      told: givenPupils.byHand,
      enrolment: {
        status: 'S',
        fromOn,
        referringSchool: 'Quay Academy',
        returnExpectedOn: schoolDate(returnExpectedOn),
      },
    }),
  );
  return { school, pupilId };
}

describe('the placements', () => {
  it('show who sent a pupil, how many school days it has been and when they go back', async () => {
    const { school, pupilId } = await sent();
    await givenSchool.academicYear(school);
    const { browser } = await given.person(school, 'senco');
    expect(rowsOf(await browser.get('/placements'))).toEqual([
      'Okafor, Amara | Year 4 | SEN support | Quay Academy | Current Subsidiary (dual registration) | ' +
        '16 November 2026 | 7 | 18 December 2026',
    ]);
    const views = await asOwner(
      "select pupil_ids from app.views where school_id = $1 and page = '/placements'",
      [school.schoolId],
    );
    expect(views).toEqual([{ pupil_ids: [pupilId] }]);
  });

  it('say so where the terms are not entered, and where the day of return is past', async () => {
    const { school } = await sent('2026-11-20');
    const { browser } = await given.person(school, 'head');
    expect(rowsOf(await browser.get('/placements'))[0]).toContain(
      'terms not entered | 20 November 2026 Past',
    );
  });

  it('are linked from the register of a school that has some, and of no other', async () => {
    const { school } = await sent();
    const { browser } = await given.person(school, 'senco');
    expect((await browser.get('/pupils')).$('a[href="/placements"]')).toHaveLength(1);
    const other = await given.person(await given.school(), 'senco');
    const register = await other.browser.get('/pupils');
    expect(register.$('a[href="/placements"], a[href="/special-places"]')).toHaveLength(0);
    expect((await other.browser.get('/placements')).text).toContain('No placement today');
  });

  it('are within reach for a teacher, and refused to the office', async () => {
    const { school } = await sent();
    const { browser } = await given.person(school, 'teacher');
    expect(rowsOf(await browser.get('/placements'))).toEqual([]);
    expect((await (await given.person(school, 'office')).browser.get('/placements')).status).toBe(403);
  });
});

describe('the special places', () => {
  async function inUnit() {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    await givenRegister.pupilOnRegister(school, { surname: 'Nunn' });
    await asOwner('update app.schools set has_sen_unit = true where school_id = $1', [school.schoolId]);
    await given.inSchool(school, (tx) =>
      givePlace(tx, { pupilId, kind: 'sen_unit', fromOn: givenPupils.termStart, told: givenPupils.byHand }),
    );
    return { school, pupilId };
  }

  it('show who has one, since when and for what need', async () => {
    const { school } = await inUnit();
    const { browser } = await given.person(school, 'senco');
    expect(rowsOf(await browser.get('/special-places'))).toEqual([
      'SEN unit · 1',
      'Okafor, Amara | Year 4 | – | 1 September 2026 | SEN support | Speech, Language and Communication Needs',
    ]);
    expect((await browser.get('/pupils')).$('a[href="/special-places"]')).toHaveLength(1);
  });

  it('are within reach for a teacher, refused to a governor, and nobody else’s', async () => {
    const { school, pupilId } = await inUnit();
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get('/special-places')).text).toContain('Nobody has a special place today');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    expect(rowsOf(await teacher.browser.get('/special-places'))).toHaveLength(2);
    expect((await (await given.person(school, 'governor')).browser.get('/special-places')).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect(rowsOf(await elsewhere.browser.get('/special-places'))).toEqual([]);
  });
});
