import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '#src/api/endpoints.ts';
import { newId } from '#src/kernel/ids.ts';
import { type RoleName, roleNames, roles } from '#src/modules/identity/index.ts';
import { type ApiClient, address, at, client, description, faultsOf, program as programOf } from '../api.ts';
import { expectGenerated, markdownTable } from '../generated.ts';
import * as given from '../given.ts';
import * as givenEhc from '../given-ehc.ts';
import * as givenRegister from '../given-register.ts';
import * as givenTasks from '../given-tasks.ts';
import { browser, sessionCookie } from '../http.ts';
import { app, asOwner, program } from '../worker-database.ts';

let school: given.School;
let pupilId: string;
let taskId: string;
let importId: string;
let reviewId: string;
let ehcPlanId: string;
const programs = new Map<RoleName, ApiClient>();

beforeAll(async () => {
  school = await given.school();
  const pupil = await givenRegister.pupilOnRegister(school);
  const { personId } = await given.person(school, 'senco');
  pupilId = pupil;
  ({ ehcPlanId } = await givenEhc.ehcPlan(school, pupil));
  taskId = await givenTasks.task(school, personId, { pupilId: pupil });
  for (const role of roleNames) {
    if (role !== 'trust_lead' && role !== 'trustee') programs.set(role, await programOf(school, role));
  }
  importId = newId();
  reviewId = newId();
  await asOwner(
    `insert into app.annual_reviews (school_id, review_id, pupil_id, kind, meeting_on)
     values ($1, $2, $3, 'termly', '2027-01-12')`,
    [school.schoolId, reviewId, pupilId],
  );
  await asOwner(
    `insert into app.imports (school_id, import_id, file_name, format, sha256, state, header, columns, mapping, problems,
       counts, given_on, uploaded_by, uploaded_at)
     values ($1, $2, 'file.csv', 'csv', 'x', 'reviewing', $3, '[]', '[]', '[]', $4, now(), gen_random_uuid(), now())`,
    [
      school.schoolId,
      importId,
      JSON.stringify({
        ...{ format: 'csv', givenOn: '2026-11-24', senderLaestab: null, senderName: null, isPartial: false },
        ...{
          isRoll: true,
          sheet: null,
          headings: [],
          headingsKey: null,
          kinds: ['pupils'],
          missing: [pupilId],
        },
      }),
      JSON.stringify({ read: 1, new: 1, changed: 0, unchanged: 0, missing: 1 }),
    ],
  );
});

const addressOf = (path: string) =>
  path
    .replace(':pupilId', pupilId)
    .replace(':taskId', taskId)
    .replace(':importId', importId)
    .replace(':reviewId', reviewId)
    .replace(':ehcPlanId', ehcPlanId)
    .replace(':formKey', 'top-up-bid');

const upload = () => {
  const form = new FormData();
  form.set('file', new File(['UPN,Surname\n'], 'empty.csv'));
  return form;
};

/** Asks an address as its own example says, about real ids of the school. */
const ask = (by: ApiClient, of: (typeof endpoints)[number], headers: Record<string, string> = {}) =>
  of.method === 'GET'
    ? by.get(addressOf(of.path), headers)
    : by.post(
        addressOf(of.path),
        of.takes === 'form'
          ? upload()
          : { ...of.example, ...('pupilId' in (of.example ?? {}) ? { pupilId } : {}) },
        headers,
      );

const isAllowed = (role: RoleName, may: string) =>
  may === 'any' || roles[role].may.some((permission) => permission === may);

describe('every address of the API × every role', () => {
  it('is there: the queries and commands that the design names', () => {
    expect(endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /annual-reviews',
      'GET /annual-reviews/:reviewId',
      'GET /assessments/results',
      'GET /budget',
      'GET /budget/proof',
      'GET /budget/proposals',
      'GET /cases',
      'GET /census',
      'GET /clocks',
      'GET /colleagues',
      'GET /contacts',
      'POST /contacts',
      'GET /cover',
      'GET /ehc-plans/:ehcPlanId/ledger',
      'GET /forms',
      'GET /imports',
      'POST /imports',
      'GET /imports/:importId',
      'GET /plans',
      'GET /provision/impact',
      'GET /provision/runs',
      'GET /provision/sessions',
      'GET /provision/settings',
      'GET /pupils',
      'GET /pupils/:pupilId',
      'GET /pupils/:pupilId/card',
      'GET /pupils/:pupilId/facts',
      'GET /pupils/:pupilId/forms/:formKey',
      'GET /pupils/:pupilId/plan',
      'POST /pupils/:pupilId/status',
      'GET /register',
      'GET /scenarios',
      'GET /schools/me',
      'GET /tasks',
      'POST /tasks',
      'POST /tasks/:taskId/finish',
      'GET /timetable',
      'GET /top-up-bids',
    ]);
  });

  it.each(roleNames.filter((role) => role !== 'trust_lead' && role !== 'trustee'))(
    'refuses a program that is %s what the table does not give, and fails on nothing that it does',
    async (role) => {
      const by = programs.get(role);
      if (by === undefined) throw new Error(role);
      const wrong: string[] = [];
      for (const of of endpoints) {
        const { status } = await ask(by, of);
        const isRight = isAllowed(role, of.may)
          ? status < 500 && ![401, 403].includes(status)
          : status === 403;
        if (!isRight) wrong.push(`${of.method} ${of.path} (${of.may}): ${status}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('changes nothing for a read-only token, whatever its role', async () => {
    const by = await programOf(school, 'senco', { isReadOnly: true });
    for (const of of endpoints) {
      const { status } = await ask(by, of);
      expect([of.method, of.path, status === 403]).toEqual([of.method, of.path, of.method === 'POST']);
    }
  });

  it('finds nothing of another school', async () => {
    const stranger = await programOf(await given.school(), 'senco');
    for (const of of endpoints) {
      const answer = await ask(stranger, of);
      const names = of.path.includes(':') || (of.example !== null && 'pupilId' in of.example);
      if (names) expect([of.method, of.path, answer.status]).toEqual([of.method, of.path, 404]);
      expect(JSON.stringify(answer.body)).not.toContain('Okafor');
    }
    const fromHere = `${address}/tasks?pupil=${pupilId}`;
    const seen = await app.request(fromHere, { headers: { authorization: `Bearer ${stranger.token}` } });
    expect(await seen.json()).toEqual({ items: [], next: null });
  });
});

describe('who is not known', () => {
  const each = async (by: ApiClient, headers: Record<string, string> = {}) => {
    const found = new Set<number>();
    for (const of of endpoints) {
      await program.throttles.wrongToken.forget('no socket');
      found.add((await ask(by, of, headers)).status);
    }
    return [...found];
  };

  it('is refused everywhere: without a token, with a wrong one, with a cookie', async () => {
    const nobody = newId() as ApiClient['personId'];
    expect(await each(client(null, nobody))).toEqual([401]);
    expect(await each(client('snd_guess', nobody))).toEqual([401]);
    const own = programs.get('senco')?.token ?? '';
    const changed = `${own.slice(0, 20)}${own[20] === 'A' ? 'B' : 'A'}${own.slice(21)}`;
    expect(await each(client(changed, nobody))).toEqual([401]);
    const { personId } = await given.person(school, 'senco');
    const cookie = await sessionCookie(personId, school.schoolId);
    expect(await each(client(null, nobody), { cookie })).toEqual([401]);
  });

  it('is told how to ask, and not why a token does not work', async () => {
    await program.throttles.wrongToken.forget('no socket');
    const nobody = client(null, newId() as ApiClient['personId']);
    const told = await nobody.get('/schools/me');
    expect(told.headers.get('www-authenticate')).toBe('Bearer realm="Sendero"');
    expect(told.body).toMatchObject({ status: 401, detail: 'Send the token as: Authorization: Bearer …' });
    const wrong = await client('snd_guess', nobody.personId).get('/schools/me');
    expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('is slowed down after thirty wrong tokens; a right one from the same place still works', async () => {
    await program.throttles.wrongToken.forget('no socket');
    const wrong = client('snd_guess', newId() as ApiClient['personId']);
    for (let tries = 0; tries < 30; tries++) expect((await wrong.get('/schools/me')).status).toBe(401);
    const slowed = await wrong.get('/schools/me');
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await programs.get('senco')?.get('/schools/me'))?.status).toBe(200);
    await program.throttles.wrongToken.forget('no socket');
  });

  it('opens no page with a token', async () => {
    const token = programs.get('senco')?.token ?? '';
    const answer = await app.request('http://localhost:3000/pupils', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?then=%2Fpupils']);
  });

  it.each([
    ['the day after its last', `update app.api_tokens set until_on = '2026-11-23', from_on = '2026-09-01'`],
    ['once it is revoked', `update app.api_tokens set revoked_at = now(), revoked_why = 'x'`],
    // Between the look at the token and the work: the role itself is read in the transaction of the work.
    ['when its role is taken away', 'update app.memberships set withdrawn_at = now()'],
  ])('is a program %s', async (_, deed) => {
    const by = await programOf(school, 'senco');
    expect((await by.get('/pupils')).status).toBe(200);
    await asOwner(`${deed} where person_id = $1`, [by.personId]);
    for (const of of endpoints) {
      expect((await ask(by, of)).status).toBe(401);
      // There are more addresses than wrong tokens that are let try.
      await program.throttles.wrongToken.forget('no socket');
    }
  });
});

describe('the rate', () => {
  it('is told with every answer, and over it the program waits', async () => {
    const by = await programOf(school, 'senco');
    const first = await by.get('/schools/me');
    expect(first.headers.get('ratelimit-limit')).toBe('300');
    expect(first.headers.get('ratelimit-remaining')).toBe('299');
    expect(Number(first.headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
    for (let spent = 1; spent < 300; spent++) await program.throttles.apiRequest.spend(by.personId);
    const over = await by.get('/schools/me');
    expect([over.status, over.headers.get('ratelimit-remaining')]).toEqual([429, '0']);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await programs.get('senco')?.get('/schools/me'))?.status).toBe(200);
  });

  it('is twenty changes a second', async () => {
    const by = await programOf(school, 'senco');
    const asked = await Promise.all(
      Array.from({ length: 40 }, () => by.post('/tasks', { title: 'Ring', ownerPersonId: newId() })),
    );
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body.detail).toBe('A token has 20 changes a second.');
    expect((await by.get('/schools/me')).status).toBe(200);
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 by a reader that is not ours, and open to everybody', async () => {
    const shown = await browser().get('/api/v1/openapi.json');
    expect(shown.status).toBe(200);
    const told: unknown = JSON.parse(shown.text);
    expect(told).toEqual(JSON.parse(JSON.stringify(description)));
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(Object(told)));
    expect({ valid, errors, version: validator.version }).toEqual({
      valid: true,
      errors: undefined,
      version: '3.1',
    });
  });

  it('says a shape for every field that is sent', () => {
    const fields = endpoints.flatMap(({ path, takes }) => {
      const type = takes === 'json' ? 'application/json' : 'multipart/form-data';
      const place = path.replace(/:([A-Za-z]+)/g, '{$1}');
      const sent = at(
        description.paths,
        place,
        'post',
        'requestBody',
        'content',
        type,
        'schema',
        'properties',
      );
      return Object.entries(Object(sent)).map(([field, shape]) => ({ name: `${path} ${field}`, shape }));
    });
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter(({ shape }) => at(shape, 'type') === undefined)).toEqual([]);
  });

  it('is missed when an answer is another: a field more, one less, a status that is not listed', async () => {
    const told = (await programs.get('senco')?.get('/pupils?limit=1')) ?? {
      status: 0,
      body: {},
      headers: new Headers(),
    };
    const faults = (change: object) => faultsOf('GET', '/pupils', { ...told, ...change });
    expect(faults({})).toEqual([]);
    expect(faults({ body: { ...told.body, more: 1 } })).not.toEqual([]);
    expect(faults({ body: { items: [] } })).not.toEqual([]);
    expect(faults({ body: { items: [{ surname: 'Okafor' }], next: null } })).not.toEqual([]);
    expect(faults({ status: 418 })).not.toEqual([]);
    expect(faults({ headers: new Headers({ 'content-type': 'text/html' }) })).not.toEqual([]);
  });

  it('has an example for each change that the address itself takes', () => {
    const wrong = endpoints.filter(
      (of) => of.body !== null && of.takes === 'json' && !of.body.safeParse(of.example).success,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('the printed list', () => {
  it('says which addresses there are', () => {
    const rows = endpoints.map(({ method, path, summary, may, file }) => [
      method,
      `\`${path.replace(/:([A-Za-z]+)/g, '{$1}')}\``,
      summary,
      may === 'any' ? 'any token' : may,
      `\`src/${file.replace(/^\.\.\//, '')}\``,
    ]);
    const text = [
      '# Addresses of `/api/v1`',
      '',
      'Printed by `npm run generate`. How to ask is in [api.md](../api.md).',
      '',
      markdownTable(['method', 'address', 'what it is', 'may', 'file'], rows),
      '',
    ].join('\n');
    expectGenerated('docs/generated/api.md', text);
  });
});

describe('what is not understood', () => {
  const senco = () => programs.get('senco') ?? client(null, newId() as ApiClient['personId']);
  const errorsOf = ({ body }: { body: Readonly<Record<string, unknown>> }) => body.errors;

  it('is 404 for no such address, 405 for another method, 404 for an id that is none', async () => {
    expect((await senco().get('/nothing')).status).toBe(404);
    const other = await senco().send('DELETE', `/pupils/${pupilId}`);
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await senco().get('/pupils/Okafor')).status).toBe(404);
  });

  it('is 400 for a filter that is misspelt or out of bounds: it would show too much', async () => {
    const unknown = await senco().get('/pupils?satus=ehc_plan');
    expect([unknown.status, errorsOf(unknown)]).toEqual([
      400,
      [{ field: 'satus', message: 'There is no satus here' }],
    ]);
    expect((await senco().get('/pupils?limit=0')).status).toBe(400);
    expect((await senco().get('/pupils?limit=5&limit=6')).status).toBe(400);
    expect((await senco().get('/census?on=2026-02-30')).status).toBe(400);
    expect((await senco().get('/pupils?q=Okafor')).status).toBe(400);
  });

  it('is 415 for what is not JSON, 400 for what does not parse, 413 for too much, 422 for wrong fields', async () => {
    const post = (body: BodyInit, type: string) =>
      senco().send('POST', '/tasks', { body, headers: { 'content-type': type } });
    expect((await post('a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post('{', 'application/json')).status).toBe(400);
    expect((await post(new Uint8Array([0x22, 0xff, 0x22]), 'application/json')).status).toBe(400);
    expect((await post('"'.padEnd(1_100_000, 'x'), 'application/json')).status).toBe(413);
    expect((await post('[]', 'application/json')).status).toBe(422);
    const wrong = await senco().post('/tasks', { titel: 'Ring', dueOn: '2026-02-30' });
    expect([wrong.status, errorsOf(wrong)]).toEqual([
      422,
      expect.arrayContaining([
        { field: 'title', message: 'Enter what is to be done' },
        { field: 'dueOn', message: 'Due on must be a real date' },
        { field: 'ownerPersonId', message: 'Select who does it' },
        { field: 'titel', message: 'There is no titel here' },
      ]),
    ]);
  });

  it('keeps the policy of every answer: no store, no sniffing, no other origin', async () => {
    const { headers } = await senco().get('/pupils', { origin: 'https://elsewhere.example' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.getSetCookie()).toEqual([]);
  });
});
