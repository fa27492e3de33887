import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const targetsOf = (pupilId: string) =>
  asOwner<{ words: string; success: string | null; baseline: string | null; target_id: string }>(
    'select words, success, baseline, target_id from app.plan_targets where pupil_id = $1 order by position',
    [pupilId],
  );

async function two() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const [one, other] = [await givenPupils.pupil(school), await givenPupils.pupil(school)];
  for (const pupilId of [one, other]) await senco.browser.post(`/pupils/${pupilId}/plan/begin`, {});
  const [row] = await asOwner<{ forename: string; surname: string }>(
    'select forename, surname from app.pupil_lines where pupil_id = $1',
    [one],
  );
  const forename = row?.forename ?? '';
  const set = async (words: string, more: Record<string, string> = {}) => {
    const target = { area: 'semh', words, baseline: 'Never yet', success: '4 of 5', version: '0', ...more };
    await senco.browser.post(`/pupils/${one}/plan/targets/new`, target);
    return (await targetsOf(one)).at(-1)?.target_id ?? '';
  };
  return { school, senco, one, other, forename, set };
}

describe('a target', () => {
  it('is copied to another pupil without where the first stands, and with the name taken out as asked', async () => {
    const { senco, one, other, forename, set } = await two();
    const targetId = await set(`${forename} asks for a break`);
    const path = `/pupils/${one}/plan/targets/${targetId}/copy`;
    expect((await senco.browser.get(path)).text).toContain(`The name ${forename} stands in these words`);
    const unasked = await senco.browser.post(path, { toPupilId: other, version: '1' });
    expect(errorsShown(unasked)).toEqual(['Select what happens with the name in the copy']);
    const done = await senco.browser.post(path, { toPupilId: other, name: 'they', version: '1' });
    const [copy] = await targetsOf(other);
    expect(copy).toMatchObject({ words: 'They asks for a break', baseline: null, success: '4 of 5' });
    expect(done.goesTo).toBe(`/pupils/${other}/plan/targets/${copy?.target_id}`);
    const stranger = await senco.browser.post(path, { toPupilId: one, name: 'they', version: '1' });
    expect(errorsShown(stranger)).toEqual(['Select a pupil']);
  });

  it('is kept in the bank when nothing in it tells whose it was, and made a target again', async () => {
    const { senco, one, other, forename, set } = await two();
    const named = await set(`${forename} waits`);
    const entry = { area: 'semh', words: `${forename} waits`, version: '0' };
    const refused = await senco.browser.post(`/pupils/${one}/plan/targets/${named}/keep`, entry);
    expect(errorsShown(refused)).toEqual(['The bank is about nobody: take the name of the pupil out']);
    const kept = { ...entry, words: 'Waits for 5 minutes by a timer' };
    await senco.browser.post(`/pupils/${one}/plan/targets/${named}/keep`, kept);
    const beside = await senco.browser.get(`/pupils/${other}/plan/targets/new?q=timer&need=any&age=any`);
    const use = String(beside.$('a:contains("Use this")').first().attr('href'));
    const filled = await senco.browser.get(use);
    expect(filled.$('textarea').first().val()).toBe('Waits for 5 minutes by a timer');
    const from = String(filled.$('form.editor input[name="from"]').val());
    const target = {
      area: 'semh',
      words: 'Waits for 5 minutes by a timer',
      from,
      version: '0',
      goOn: 'next',
    };
    const set2 = await senco.browser.post(`/pupils/${other}/plan/targets/new`, target);
    expect(set2.goesTo).toBe(`/pupils/${other}/plan/targets/new`);
    const uses = await asOwner('select uses from app.bank_uses where entry_key = $1', [from]);
    expect(uses).toEqual([{ uses: 1 }]);
  });
});
