import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { type Browser, browser, errorsShown } from '#test/http.ts';
import { app, asOwner, program } from '#test/worker-database.ts';
import { anybody } from '../commands/open-publication.ts';
import { partsAsked } from '../domain/document.ts';

const href = '/school/published/sen-information-report';
const strategy = '/school/published/inclusion-strategy';
const today = { 'approvedOn-day': '24', 'approvedOn-month': '11', 'approvedOn-year': '2026' };

async function people() {
  const school = await given.school();
  const senco = await given.person(school, 'senco');
  const head = await given.person(school, 'head');
  return { school, senco: senco.browser, head: head.browser, sencoId: senco.personId };
}

const versionOn = async (by: Browser, path: string): Promise<string> =>
  (await by.get(path)).$('input[name=version]').attr('value') ?? '';
const eventsOf = (schoolId: string) =>
  asOwner<{ type: string }>(
    `select type from app.events where school_id = $1 and type ~ 'Publi'
     order by xmin::text::bigint, cmin::text::bigint`,
    [schoolId],
  );

async function write(by: Browser, part: string, words: string) {
  const path = `${href}/parts/${part}`;
  return by.post(path, { words, version: await versionOn(by, path) });
}

async function approve(by: Browser, how: 'approve' | 'governors', at = href) {
  const path = `${at}/${how}`;
  return by.post(path, { ...today, note: 'Minute 7', version: await versionOn(by, path) });
}

/** A report with words in each part; one part may say something of its own. */
async function written(own: Readonly<Record<string, string>> = {}) {
  const all = await people();
  const { senco, school } = all;
  await senco.post(`${href}/begin`);
  const [row] = await asOwner<{ id: string }>(
    'select document_id as id from app.published_documents where school_id = $1',
    [school.schoolId],
  );
  const parts = partsAsked('sen_information_report', true).map(({ part }) => part);
  await asOwner(
    `insert into app.published_parts (school_id, document_id, part, words)
     select $1, $2, part, coalesce($4::jsonb ->> part, 'What we do about ' || part) from unnest($3::text[]) part`,
    [school.schoolId, row?.id, parts, JSON.stringify(own)],
  );
  return all;
}

async function publish(by: Browser, more: Readonly<Record<string, string>> = {}) {
  const page = await by.get(`${href}/publish`);
  const value = (name: string) => page.$(`input[name=${name}]`).attr('value') ?? '';
  return by.post(`${href}/publish`, { version: value('version'), looked: value('looked'), ...more });
}

async function published(own: Readonly<Record<string, string>> = {}) {
  const all = await written(own);
  await approve(all.head, 'approve');
  await approve(all.senco, 'governors');
  expect((await publish(all.senco)).status).toBe(303);
  return { ...all, address: `/p/${all.school.urn}/sen-information-report` };
}

describe('documents for the website', () => {
  it('says what is missing, until when, and why', async () => {
    const { senco } = await people();
    const before = await senco.get('/school/published');
    expect(before.$('main').text()).toContain('By 31 December 2026: condition of the grant');
    expect(before.$('main').text()).toContain('Now: none is published, and the law asks for one');
    expect((await senco.post(`${strategy}/begin`)).status).toBe(303);
    expect((await senco.post(`${strategy}/begin`)).goesTo).toBe('/school/published');
    const after = await senco.get(strategy);
    expect(after.$('main').text()).toContain('10 missing');
    expect((await senco.get('/school')).$('a[href="/school/published"]').length).toBe(1);
  });

  it('keeps words with their version, refuses a stale save with both texts', async () => {
    const { senco, school } = await people();
    await senco.post(`${href}/begin`);
    const path = `${href}/parts/kinds`;
    expect((await senco.post(path, { words: 'Autism and deafness', version: '0' })).status).toBe(303);
    const stale = await senco.post(path, { words: 'Mine', version: '0' });
    expect(stale.status).toBe(422);
    expect(stale.$('main').text()).toContain('Autism and deafness');
    expect(stale.$('textarea').text()).toBe('Mine');
    expect((await write(senco, 'kinds', 'Autism and deafness')).status).toBe(303);
    expect((await eventsOf(school.schoolId)).map(({ type }) => type)).toEqual([
      'PublishedDocumentBegun',
      'PublishedPartWritten',
    ]);
  });

  it('adds costs up in pence, and takes a line out once', async () => {
    const { senco } = await people();
    await senco.post(`${strategy}/begin`);
    const line = { part: 'early', activity: 'Reading groups', source: 'inclusive_mainstream' };
    await senco.post(`${strategy}/budget`, { ...line, pence: '£1,200.50' });
    await senco.post(`${strategy}/budget`, { ...line, part: 'culture', pence: '99.50' });
    const page = await senco.get(`${strategy}/budget`);
    expect(page.$('main').text()).toContain('In all £1,300');
    const out = page.$('form[action$="/withdraw"]').first().attr('action') ?? '';
    expect((await senco.post(out)).status).toBe(303);
    expect((await senco.post(out)).status).toBe(404);
    expect((await senco.get(`${strategy}/budget`)).$('main').text()).toContain('In all £99.50');
    expect((await senco.post(`${strategy}/budget`, { ...line, pence: 'much' })).status).toBe(422);
    expect((await senco.get(`${href}/budget`)).status).toBe(404);
  });

  it('is approved by the head alone, and the approval falls when a word changes', async () => {
    const { senco, head } = await written();
    const path = `${href}/approve`;
    expect((await senco.get(path)).status).toBe(403);
    const read = await versionOn(head, path);
    await write(senco, 'kinds', 'Other words');
    const stale = await head.post(path, { ...today, version: read });
    expect([stale.status, errorsShown(stale)[0]]).toEqual([
      422,
      'Somebody changed this document while you had it open. Nothing was done: look at it as it stands now',
    ]);
    expect((await approve(head, 'approve')).status).toBe(303);
    expect((await head.get(href)).$('main').text()).toContain('Approved by the headteacher on 24 Nov 2026');
    await write(senco, 'kinds', 'Changed again');
    expect((await head.get(href)).$('main').text()).toContain('Not approved by the headteacher');
    const ahead = { ...today, 'approvedOn-day': '25', version: await versionOn(head, path) };
    expect(errorsShown(await head.post(path, ahead))).toEqual(['Approved on must be today or in the past']);
  });

  it.each(['teacher', 'ta', 'office', 'finance', 'governor', 'senior_leader'] as const)(
    'is not for a %s before it is public',
    async (role) => {
      const { school } = await people();
      const { browser: by } = await given.person(school, role);
      for (const path of ['/school/published', href, `${href}/publish`, `${href}/compare`])
        expect((await by.get(path)).status).toBe(403);
      expect((await by.post(`${href}/begin`)).status).toBe(403);
    },
  );

  it('lets the head read and not write', async () => {
    const { head } = await written();
    expect((await head.get(href)).status).toBe(200);
    for (const path of [`${href}/parts/kinds`, `${href}/publish`, `${href}/withdraw`, `${href}/days`])
      expect((await head.get(path)).status).toBe(403);
  });
});

describe('the public address (rule pub-7)', () => {
  it('is open to anybody, keeps no cookie, runs no script and may be cached', async () => {
    const { address, school } = await published();
    const visitor = browser();
    const { status, headers, $ } = await visitor.get(address);
    expect([status, headers.get('cache-control'), headers.getSetCookie()]).toEqual([
      200,
      'public, max-age=300',
      [],
    ]);
    expect(visitor.cookies()).toBe('');
    expect($('script, form, input').length).toBe(0);
    expect($('h1').text()).toBe('SEN information report of Larkfield Primary');
    expect($('main').text()).toContain('Approved by the headteacher on 24 November 2026');
    const pdf = await visitor.get(`${address}/document.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.text).toContain('/StructTreeRoot');
    expect(await eventsOf(school.schoolId)).toContainEqual({ type: 'DocumentPublished' });
  });

  it('is the same for somebody who is signed in, and answers 304 to who has it', async () => {
    const { address, senco } = await published();
    const [own, others] = [await senco.get(address), await browser().get(address)];
    expect(own.text).toBe(others.text);
    const again = await app.request(`http://localhost:3000${address}`, {
      headers: { 'if-none-match': others.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each(['/p/999999/sen-information-report', '/p/x/inclusion-strategy', '/p/100000/payroll'])(
    'answers alike where nothing is: %s',
    async (path) => {
      expect((await browser().get(path)).status).toBe(404);
    },
  );

  it('asked for a pupil by name, finds nothing and says nothing back', async () => {
    const { address, school } = await published();
    await givenPupils.pupil(school, { forename: 'Zephyrine', surname: 'Quarterbrook' });
    const plain = await browser().get(address);
    for (const path of [
      `${address}?q=Zephyrine+Quarterbrook`,
      `${address}/Zephyrine`,
      `/p/${school.urn}/Zephyrine-Quarterbrook`,
      '/p/Quarterbrook/sen-information-report',
    ]) {
      const shown = await browser().get(path);
      expect(shown.text).not.toMatch(/Zephyrine|Quarterbrook/);
      if (shown.status === 200) expect(shown.text).toBe(plain.text);
      else expect(shown.status).toBe(404);
    }
  });

  it('does not show what is written and not published', async () => {
    const { school } = await written();
    expect((await browser().get(`/p/${school.urn}/sen-information-report`)).status).toBe(404);
  });

  it('says that it was withdrawn, and not why; the words are gone', async () => {
    const { address, senco } = await published();
    const form = await senco.get(`${href}/withdraw`);
    const publicationId = form.$('input[name=publicationId]').attr('value') ?? '';
    expect(errorsShown(await senco.post(`${href}/withdraw`, { publicationId, why: '' }))).toEqual([
      'Enter why it is withdrawn',
    ]);
    const fields = { publicationId, why: 'The complaints part was wrong' };
    expect((await senco.post(`${href}/withdraw`, fields)).status).toBe(303);
    expect((await senco.post(`${href}/withdraw`, fields)).status).toBe(404);
    const gone = await browser().get(address);
    expect(gone.status).toBe(410);
    expect(gone.$('main').text()).toContain('It was withdrawn on 24 November 2026');
    expect(gone.text).not.toMatch(/complaints part|What we do about/);
    expect((await browser().get(`${address}/document.pdf`)).status).toBe(410);
  });

  it('is never changed: the next number stands beside it, and tells what differs', async () => {
    const { senco, head, address, school } = await published();
    expect((await senco.get(`${href}/publish`)).text).toContain('These words are given out already');
    await write(senco, 'kinds', 'What we do about kinds of need');
    expect((await browser().get(address)).text).not.toContain('kinds of need');
    const compare = await senco.get(`${href}/compare`);
    expect(compare.$('ins').text()).toContain('of need');
    await approve(head, 'approve');
    await approve(head, 'governors');
    expect((await publish(senco)).status).toBe(303);
    expect((await browser().get(address)).$('main').text()).toContain('number 2');
    const actor = { ...anybody(school.schoolId), writes: ['school' as const] };
    await expect(
      inScope(scopeOf(program), actor, (tx) => sql`update publications set number = 9`.execute(tx)),
    ).rejects.toThrow('permission denied');
  });
});

describe('no pupil can be read in it', () => {
  const refused = 'A pupil can be recognised in the words below. Change them, and have them approved again';

  it.each([
    ['the name of the only pupil', 'Our deaf pupil Amara Okafor has a radio aid'],
    ['the pupil number', 'See H801 2000 0000 1'],
    ['the day of birth', 'A child born 3 May 2018'],
  ])('refuses %s, says where, and publishes nothing', async (_, words) => {
    const { school, senco, head } = await written({ equipment: words });
    await givenPupils.pupil(school, { upn: 'H801200000001' });
    await approve(head, 'approve');
    await approve(senco, 'governors');
    const page = await senco.get(`${href}/publish`);
    expect(page.$('main').text()).toContain(refused);
    expect(page.$('tbody th').text()).toContain('Equipment and facilities');
    const document = await asOwner<{ version: number }>(
      'select version from app.published_documents where school_id = $1',
      [school.schoolId],
    );
    const forced = await senco.post(`${href}/publish`, {
      version: String(document[0]?.version),
      looked: 'anything',
      isNobody: 'yes',
    });
    expect(forced.status).toBe(422);
    expect((await browser().get(`/p/${school.urn}/sen-information-report`)).status).toBe(404);
    expect(await asOwner('select 1 from app.publications where school_id = $1', [school.schoolId])).toEqual(
      [],
    );
  });

  it('asks about a name alone, and publishes when somebody says that nobody is meant', async () => {
    const { school, senco, head } = await written({ services: 'Ask for Will at the advice service' });
    await givenPupils.pupil(school, { forename: 'Will', surname: 'Young' });
    await approve(head, 'approve');
    await approve(senco, 'governors');
    expect(errorsShown(await publish(senco))).toEqual([
      'Look at each of the words below, and say whether one is about a pupil',
    ]);
    const other = await publish(senco, { isNobody: 'yes', looked: 'Support for parents|name|Somebody' });
    expect(other.status).toBe(422);
    expect((await publish(senco, { isNobody: 'yes' })).status).toBe(303);
    const [event] = await asOwner<{ changes: { lookedAt: { after: string } } }>(
      "select changes from app.events where school_id = $1 and type = 'DocumentPublished'",
      [school.schoolId],
    );
    expect(event?.changes.lookedAt.after).toBe('Support for parents|name|Will');
  });

  it('suggests no number that speaks of fewer than five', async () => {
    const { school, senco } = await written();
    const pupilId = await givenPupils.pupil(school, { forename: 'Zebedee', surname: 'Quill' });
    const path = `${href}/parts/kinds`;
    const { text, $ } = await senco.get(path);
    expect(text).not.toMatch(/Zebedee|Quill/);
    expect(text).not.toContain(pupilId);
    expect($('.bench').text()).not.toMatch(/\b[1-4] (pupils|have)/);
  });

  it('is read in a scope in which the database shows no row of any pupil', async () => {
    const { school } = await published();
    await givenPupils.pupil(school);
    const tables = await asOwner<{ name: string }>(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'app' and column_name in ('pupil_id', 'pupil_ids', 'audience') order by 1`,
    );
    const seen = await inScope(scopeOf(program), anybody(school.schoolId), async (tx) => {
      const found: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql`select 1 from ${sql.table(`app.${name}`)} limit 1`.execute(tx);
        if (rows.length > 0) found.push(name);
      }
      return found;
    });
    expect(tables.length).toBeGreaterThan(40);
    expect(seen).toEqual([]);
  });
});
