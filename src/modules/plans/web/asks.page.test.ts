import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenIssued from '#test/given-issued.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';
import askJob from '../jobs/ask-teachers.job.ts';
import mailJob from '../jobs/mail-asks.job.ts';

/** A teacher and an assistant of one pupil, whose plan of two targets is reviewed in ten days. */
async function asked() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school, { forename: 'Amara', surname: 'Okafor' });
  const plan = await givenIssued.issuedPlan(school, pupilId, {
    reviewOn: '2026-12-04',
    targets: ['Reads 40 words', 'Asks for help'],
  });
  const senco = await given.person(school, 'senco');
  const teacher = await given.person(school, 'teacher');
  const ta = await given.person(school, 'ta');
  await givenPupils.taughtBy(school, pupilId, teacher.personId);
  await givenPupils.keyWorker(school, pupilId, await givenPupils.staffOf(school, ta.personId));
  const askNow = () => senco.browser.post('/reviews/asks/now');
  return { school, pupilId, senco, teacher, ta, askNow, ...plan };
}

/** What a form would send as it stands: its hidden fields. */
const hidden = ({ $ }: Read): Record<string, string> =>
  Object.fromEntries(
    $('form.post input[type=hidden]')
      .toArray()
      .map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']),
  );
const items = (schoolId: string) =>
  asOwner<{ person: string; answered: boolean; nothing: boolean; evidence: boolean }>(
    `select a.person_id as person, i.answered_at is not null as answered, i.nothing_to_say as nothing,
       i.evidence_id is not null as evidence
     from app.ask_items i join app.asks a on a.ask_id = i.ask_id where i.school_id = $1 order by a.person_id, i.evidence_id`,
    [schoolId],
  );

describe('the one ask', () => {
  it('asks whoever teaches or supports a pupil once, for everything that is due', async () => {
    const { school, askNow, senco } = await asked();
    const far = await given.person(school, 'teacher');
    await askNow();
    await askNow();
    const all = await items(school.schoolId);
    expect(all).toHaveLength(4);
    expect(all.some((one) => one.person === far.personId)).toBe(false);
    const list = await senco.browser.get('/reviews/asks');
    expect(list.$('tbody tr').text()).toContain('0 of 2');
    expect(list.text).not.toContain('Okafor');
  });

  it('is answered on one page; each answer stands beside the target at its review', async () => {
    const { school, pupilId, senco, teacher, ta, askNow } = await asked();
    await askNow();
    expect((await teacher.browser.get('/today')).text).toContain('2 words are asked of you');
    const form = await teacher.browser.get('/asks');
    expect(form.$('textarea')).toHaveLength(2);
    const done = await teacher.browser.post('/asks', {
      ...hidden(form),
      words1: 'Reads 25, with a pause',
      nothing2: 'yes',
    });
    expect(done.goesTo).toBe('/asks');
    expect((await teacher.browser.get('/asks')).text).toContain('Nothing is asked of you');
    const review = await senco.browser.get(`/pupils/${pupilId}/plan/review`);
    expect(review.$('tbody tr').first().text()).toContain('Reads 25, with a pause');
    const own = (await items(school.schoolId)).filter((one) => one.person === teacher.personId);
    expect(own).toMatchObject([
      { answered: true, evidence: true, nothing: false },
      { answered: true, evidence: false, nothing: true },
    ]);

    const hers = await ta.browser.get('/asks');
    expect(hers.text).toContain('Reads 25, with a pause');
    await ta.browser.post('/asks', { ...hidden(hers), words2: 'Asked twice on Monday' });
    expect((await ta.browser.get('/asks')).$('textarea')).toHaveLength(1);
    expect((await senco.browser.get('/reviews/asks')).$('tbody').text()).toContain('1 of 2');
    expect(
      await asOwner(`select 1 from app.events where school_id = $1 and type = 'AskAnswered'`, [
        school.schoolId,
      ]),
    ).toHaveLength(2);
    await senco.browser.post('/reviews/asks/now');
    expect(await items(school.schoolId)).toHaveLength(4);
  });

  it('says so when nothing was written, and keeps what is too long', async () => {
    const { teacher, askNow } = await asked();
    await askNow();
    const form = await teacher.browser.get('/asks');
    expect(errorsShown(await teacher.browser.post('/asks', hidden(form)))).toEqual([
      'Write a word, or tick that there is nothing to say',
    ]);
    const long = 'a'.repeat(2001);
    const refused = await teacher.browser.post('/asks', {
      ...hidden(form),
      words1: 'Reads 25',
      words2: long,
    });
    expect(errorsShown(refused)).toEqual(['A word about a target must be 2,000 characters or fewer']);
    expect([refused.$('#words1').val(), refused.$('#words2').val()]).toEqual(['Reads 25', long]);
    expect((await teacher.browser.get('/asks')).$('textarea')).toHaveLength(2);
  });

  it('is mailed by a link, without a name of a pupil, and once more when somebody is reminded', async () => {
    const { school, senco, teacher, askNow } = await asked();
    await askNow();
    const { schoolId } = school;
    const mails = async () => (await program.post.listKept()).filter((mail) => mail.to === teacher.email);
    await mailJob.run({ schoolId }, { program });
    await mailJob.run({ schoolId }, { program });
    expect(await mails()).toMatchObject([{ subject: 'A few words are asked of you' }]);
    expect((await mails())[0]?.text).toContain('http://localhost:3000/asks');
    const [ask] = await asOwner<{ id: string }>(
      'select ask_id as id from app.asks where school_id = $1 and person_id = $2',
      [schoolId, teacher.personId],
    );
    expect((await senco.browser.post(`/reviews/asks/${ask?.id}/remind`)).goesTo).toBe('/reviews/asks');
    await mailJob.run({ schoolId }, { program });
    expect((await mails()).map((mail) => mail.subject).toSorted()).toEqual([
      'A few words are asked of you',
      'A few words are still asked of you',
    ]);
    for (const { subject, text } of await mails()) expect(`${subject} ${text}`).not.toMatch(/Amara|Okafor/);
  });

  it('is asked by itself each week', async () => {
    const { school } = await asked();
    await askJob.run({}, { program });
    await askJob.run({}, { program });
    expect(await items(school.schoolId)).toHaveLength(4);
  });

  it('asks a colleague for parts of a plan, and writes them into it', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const [senco, teacher] = [await given.person(school, 'senco'), await given.person(school, 'teacher')];
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const home = `/pupils/${pupilId}/plan`;
    await senco.browser.post(`${home}/begin`, {});
    await senco.browser.post(`${home}/parts/help`, { words: 'Fewer words', version: '0' });
    expect((await senco.browser.get(home)).$(`a[href="${home}/ask"]`)).toHaveLength(1);
    expect(errorsShown(await senco.browser.post(`${home}/ask`, { personId: teacher.personId }))).toEqual([
      'Select at least one part',
    ]);
    await senco.browser.post(`${home}/ask`, { personId: teacher.personId, parts: ['strengths', 'help'] });
    const form = await teacher.browser.get('/asks');
    const names = ['words1', 'words2'];
    const help = names.find((name) => form.$(`#${name}`).val() === 'Fewer words') ?? '';
    const strengths = names.find((name) => name !== help) ?? '';
    await senco.browser.post(`${home}/parts/help`, { words: 'Fewer words, and a picture', version: '1' });
    const typed = { ...hidden(form), [strengths]: 'Tells stories', [help]: 'One thing at a time' };
    const stale = await teacher.browser.post('/asks', typed);
    expect(stale.status).toBe(422);
    expect(stale.text).toContain('Fewer words, and a picture');
    expect(stale.$(`#${help}`).val()).toBe('One thing at a time');
    expect((await teacher.browser.get(home)).text).not.toContain('Tells stories');
    await teacher.browser.post('/asks', { ...hidden(stale), [strengths]: 'Tells stories' });
    expect((await senco.browser.get(home)).text).toContain('Tells stories');
    expect((await teacher.browser.get('/asks')).$('textarea')).toHaveLength(1);
  });

  it('is run by those who issue plans, and answered by those who know the pupil', async () => {
    const { school, teacher, askNow } = await asked();
    expect((await teacher.browser.get('/reviews/asks')).status).toBe(403);
    expect((await teacher.browser.post('/reviews/asks/now')).status).toBe(403);
    await askNow();
    const other = await given.person(school, 'ta');
    expect((await other.browser.get('/asks')).text).toContain('Nothing is asked of you');
    expect((await (await given.person(school, 'office')).browser.get('/asks')).status).toBe(403);
  });
});
