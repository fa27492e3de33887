import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenIssued from '#test/given-issued.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

async function targetOf() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const { targetIds } = await givenIssued.issuedPlan(school, pupilId);
  const home = `/pupils/${pupilId}/plan`;
  const person = async (role: 'senco' | 'teacher' | 'ta') => {
    const one = await given.person(school, role);
    if (role !== 'senco') await givenPupils.taughtBy(school, pupilId, one.personId);
    return one.browser;
  };
  return { school, pupilId, home, path: `${home}/targets/${targetIds[0]}/evidence`, person };
}

const on = { 'seenOn-day': '23', 'seenOn-month': '11', 'seenOn-year': '2026' };
const kept = (pupilId: string) =>
  asOwner<{ id: string; kind: string; result: string | null; audience: string; documentId: string | null }>(
    `select evidence_id as id, kind, result, audience, document_id as "documentId" from app.target_evidence
     where pupil_id = $1 and withdrawn_at is null order by xmin::text::bigint`,
    [pupilId],
  );
/** The first bytes of a PNG of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('evidence of a target', () => {
  it('is noted by an assistant in two clicks from the plan, and stands beside the target at its review', async () => {
    const { pupilId, home, path, person } = await targetOf();
    const ta = await person('ta');
    expect((await ta.get(home)).$(`a[href="${path}"]`).text()).toContain('Add evidence');
    expect((await ta.get(path)).text).toContain('Nothing noted yet');
    const done = await ta.post(path, { words: 'Read 25 words', result: '25', ...on });
    expect(done.goesTo).toBe(home);
    expect(await kept(pupilId)).toMatchObject([{ kind: 'result', result: '25.00', audience: 'notes' }]);
    expect((await ta.get(home)).text).toContain('Read 25 words: 25');
    const review = await (await person('senco')).get(`${home}/review`);
    expect(review.$('tbody tr').text()).toContain('Read 25 words: 25');
    const events = await asOwner(
      `select 1 from app.events where pupil_id = $1 and type = 'TargetEvidenceAdded'`,
      [pupilId],
    );
    expect(events).toHaveLength(1);
  });

  it.each(['teacher', 'senco'] as const)(
    'takes a photo from a %s, kept among the documents',
    async (role) => {
      const { pupilId, path, person } = await targetOf();
      const by = await person(role);
      await by.post(path, { ...on, file: new File([dot], 'shelf.png', { type: 'image/png' }) });
      const [photo] = await kept(pupilId);
      expect(photo).toMatchObject({ kind: 'photo', audience: 'plans' });
      expect((await by.get(path)).$(`a[href="/documents/${photo?.documentId}"]`)).toHaveLength(1);
      expect((await by.get(`/documents/${photo?.documentId}`)).status).toBe(200);
      const other = await person('ta');
      expect((await other.get(`/documents/${photo?.documentId}`)).status).toBe(200);
    },
  );

  it('refuses a file that is too large or no picture by a clear sentence, and loses no word', async () => {
    const { pupilId, path, person } = await targetOf();
    const by = await person('teacher');
    const send = (file: File) => by.post(path, { words: 'Read the whole shelf', ...on, file });
    const large = await send(new File([new Uint8Array(40 * 1024 * 1024)], 'photo.jpg'));
    expect(large.status).toBe(422);
    expect(errorsShown(large).join()).toContain('The file has 40.0 MB. 25.0 MB is the most');
    expect(large.$('#words').val()).toBe('Read the whole shelf');
    const wrong = await send(new File(['MZ not a picture'], 'photo.jpg', { type: 'image/jpeg' }));
    expect([wrong.status, wrong.$('#words').val()]).toEqual([422, 'Read the whole shelf']);
    expect(errorsShown(wrong)).toHaveLength(1);
    expect(await kept(pupilId)).toEqual([]);
  });

  it('refuses what says nothing, a day to come and what is no number', async () => {
    const { path, person } = await targetOf();
    const by = await person('senco');
    expect(errorsShown(await by.post(path, on))).toEqual(['Enter what you saw, or select a photo or file']);
    const later = { words: 'x', ...on, 'seenOn-day': '25' };
    expect(errorsShown(await by.post(path, later))).toEqual(['Seen on must be today or in the past']);
    expect(errorsShown(await by.post(path, { words: 'x', result: 'some', ...on }))).toEqual([
      'A number must be like 25 or 12.5',
    ]);
  });

  it('is withdrawn with a reason by whoever wrote it or writes plans, and by nobody else', async () => {
    const { pupilId, home, path, person } = await targetOf();
    const [ta, senco] = [await person('ta'), await person('senco')];
    await senco.post(path, { words: 'Seen in maths', ...on });
    await ta.post(path, { words: 'Seen in the hall', ...on });
    const [hers, own] = await kept(pupilId);
    const why = { why: 'It was another pupil', version: '1' };
    const withdraw = (id: string | undefined) => `${home}/evidence/${id}/withdraw`;
    expect((await ta.post(withdraw(hers?.id), why)).status).toBe(403);
    expect((await ta.post(withdraw(own?.id), why)).goesTo).toBe(home);
    expect((await senco.post(withdraw(hers?.id), { ...why, version: '2' })).status).toBe(422);
    expect((await senco.post(withdraw(hers?.id), why)).goesTo).toBe(home);
    expect(await kept(pupilId)).toEqual([]);
    expect((await ta.get(path)).text).not.toContain('Seen in the hall');
  });

  it('is not for another school, nor for who does not reach the pupil', async () => {
    const { school, path } = await targetOf();
    expect((await (await given.person(school, 'ta')).browser.get(path)).status).toBe(404);
    expect((await (await given.person(school, 'head')).browser.get(path)).status).toBe(403);
    expect((await (await given.person(await given.school(), 'senco')).browser.get(path)).status).toBe(404);
  });
});
