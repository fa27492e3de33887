import { unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

async function larkfield() {
  const school = await given.school();
  const eve = await givenRegister.pupilOnRegister(school, { surname: '=1+1', forename: 'Eve' });
  await givenRegister.pupilOnRegister(school, {
    surname: 'Abara',
    sen: 'ehc_plan',
    since: schoolDate('2026-10-05'),
  });
  return { school, eve, senco: await given.person(school, 'senco') };
}

async function fetchFile(of: given.School, by: given.Person, path: string) {
  const cookie = await sessionCookie(by.personId, of.schoolId);
  const answer = await app.request(`http://localhost:3000${path}`, { headers: { cookie } });
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

const wordsOf = async (bytes: Uint8Array) =>
  (await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })).text.replace(/\s+/g, ' ');

const partsOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => new TextDecoder().decode(part))
    .join('\n');

const viewsOf = (schoolId: string, page: string) =>
  asOwner<{ pupil_ids: string[] }>('select pupil_ids from app.views where school_id = $1 and page = $2', [
    schoolId,
    page,
  ]);

describe('the register as a workbook', () => {
  it('keeps text as text and days as days, under the columns that were chosen', async () => {
    const { school, senco, eve } = await larkfield();
    const { answer, bytes } = await fetchFile(
      school,
      senco,
      '/pupils.xlsx?status=sen_support&columns=status&columns=since',
    );
    expect(answer.headers.get('content-disposition')).toContain('send-register-2026-11-24.xlsx');
    const parts = partsOf(bytes);
    for (const words of ['=1+1', 'Census code', 'SEN support', 'Made by Mx Person on 24 Nov 2026'])
      expect(parts).toContain(words);
    expect(parts).not.toContain('<f>');
    expect(parts).not.toContain('Abara');
    expect(parts).not.toContain('Key worker');
    // 1 September 2026 as a workbook counts days.
    expect(parts).toMatch(/<v>46266<\/v>/);
    expect(await viewsOf(school.schoolId, '/pupils.xlsx')).toEqual([{ pupil_ids: [eve] }]);
  });

  it('opens empty where nobody is on the list', async () => {
    const { school, senco } = await larkfield();
    const { answer, bytes } = await fetchFile(school, senco, '/pupils.xlsx?q=nobody');
    expect(answer.status).toBe(200);
    expect(partsOf(bytes)).toContain('Surname');
  });
});

describe('the register as a PDF', () => {
  it('is tagged, landscape, and says what it shows, who made it and when', async () => {
    const { school, senco } = await larkfield();
    const { answer, bytes } = await fetchFile(school, senco, '/pupils.pdf?group=status');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const words = await wordsOf(bytes);
    for (const part of [
      'SEND register, Larkfield Primary',
      'On the register or monitored: 2 pupils',
      'EHC plan · 1',
      '5 Oct 2026',
      '=1+1, Eve',
      'Made by Mx Person on 24 Nov 2026',
      'Page 1 of 1',
    ])
      expect(words).toContain(part);
    const pdf = await getDocumentProxy(bytes.slice());
    const marked: { Marked?: boolean } | null = await pdf.getMarkInfo();
    expect(marked?.Marked).toBe(true);
    const [, , width, height] = (await pdf.getPage(1)).view;
    expect(width).toBeGreaterThan(height ?? 0);
    expect((await viewsOf(school.schoolId, '/pupils.pdf'))[0]?.pupil_ids).toHaveLength(2);
  });

  it('says so where nobody is on the list', async () => {
    const { school, senco } = await larkfield();
    const { bytes } = await fetchFile(school, senco, '/pupils.pdf?q=nobody');
    expect(await wordsOf(bytes)).toContain('Nobody is on this list.');
  });
});

describe('the walls around both files', () => {
  it.each(['/pupils.xlsx', '/pupils.pdf'])('%s holds only whom a teacher teaches', async (path) => {
    const { school, eve } = await larkfield();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, eve, teacher.personId);
    const { bytes } = await fetchFile(school, teacher, path);
    const words = path.endsWith('pdf') ? await wordsOf(bytes) : partsOf(bytes);
    expect(words).toContain('=1+1');
    expect(words).not.toContain('Abara');
  });

  it.each(['/pupils.xlsx', '/pupils.pdf'])('%s is refused to the office', async (path) => {
    const { school } = await larkfield();
    const { browser } = await given.person(school, 'office');
    expect((await browser.get(path)).status).toBe(403);
  });
});
