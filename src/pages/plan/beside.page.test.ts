import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenDocuments from '#test/given-documents.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

/** A pupil with a kept document of three lines that were read, and a draft of a plan. */
async function kept() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  const documentId = await givenDocuments.document(school, pupilId);
  await asOwner(
    `update app.document_files set words = E'Likes maps\\n\\n  Hard: sounds in words \\nReads 40 words aloud', reading = 'read',
       scan = 'clean' where document_id = $1`,
    [documentId],
  );
  await senco.browser.post(`/pupils/${pupilId}/plan/begin`, {});
  return { school, pupilId, senco, documentId, path: `/pupils/${pupilId}/plan/beside/${documentId}` };
}

describe('a plan beside a document', () => {
  it('takes lines of it into its parts and as targets, and no line twice', async () => {
    const { senco, path, pupilId } = await kept();
    const shown = await senco.browser.get(path);
    expect(shown.$('input[name="lines"]').length).toBe(3);
    const fileId = String(shown.$('input[name="fileId"]').attr('value'));
    const put = (fields: Record<string, string | string[]>) =>
      senco.browser.post(path, { fileId, ...fields });
    await put({ into: 'strengths', lines: ['0'] });
    await put({ into: 'strengths', lines: ['0', '1'] });
    await put({ into: 'target', area: 'cognition', lines: ['2'] });
    const parts = await asOwner('select words from app.plan_sections where pupil_id = $1', [pupilId]);
    expect(parts).toEqual([{ words: 'Likes maps\nHard: sounds in words' }]);
    const targets = await asOwner('select words, area from app.plan_targets where pupil_id = $1', [pupilId]);
    expect(targets).toEqual([{ words: 'Reads 40 words aloud', area: 'cognition' }]);
    expect(errorsShown(await put({ into: 'target', lines: ['2'] }))).toEqual([
      'Select the area of the new target',
    ]);
    expect(errorsShown(await put({ into: 'help' }))).toEqual(['Tick the lines that are to go into the plan']);
    expect(errorsShown(await put({ lines: ['0'] }))).toEqual(['Select where the lines go']);
  });

  it('refuses lines of a version that was replaced, and a document of somebody else', async () => {
    const { senco, path, school, documentId } = await kept();
    const old = await senco.browser.post(path, { fileId: 'x', into: 'help', lines: ['0'] });
    expect(errorsShown(old)).toEqual(['The document has a new version. Tick the lines again']);
    const other = await givenPupils.pupil(school, { surname: 'Elsewhere' });
    expect((await senco.browser.get(`/pupils/${other}/plan/beside/${documentId}`)).status).toBe(404);
    expect((await (await given.person(school, 'ta')).browser.get(path)).status).toBe(403);
  });
});
