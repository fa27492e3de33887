import type { CheerioAPI } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '#src/app.ts';
import { addressOf, findIds } from '../addresses.ts';
import * as given from '../given.ts';
import type { Read } from '../http.ts';
import { fillTwoSchools } from '../two-schools.ts';
import { asOwner } from '../worker-database.ts';

const why = 'For the walk of reasons';
let schoolId: string;
let ids: ReadonlyMap<string, string>;
let people: readonly given.Person[];

beforeAll(async () => {
  const filled = await fillTwoSchools(31);
  const [here] = filled.schools;
  if (here === undefined) throw new Error('a school');
  schoolId = here.schoolId;
  const school = { schoolId: here.schoolId, urn: '', trustId: null };
  people = [
    await given.person(school, 'senco', 'safeguarding_lead'),
    await given.person(school, 'finance', 'office'),
  ];
  ids = await findIds(here.schoolId, here.pupilIds[0] ?? '');
}, 120_000);

/** The fields of the form that asks for a reason as a browser would send them, what is empty filled in. */
function fieldsOf($: CheerioAPI): Record<string, string> {
  const form = $('[name=why]').closest('form');
  const fields: Record<string, string> = {};
  for (const element of form.find('input, textarea, select').toArray()) {
    const field = $(element);
    const name = field.attr('name');
    const type = field.attr('type');
    if (name === undefined || type === 'submit' || type === 'file') continue;
    if (type === 'radio' || type === 'checkbox') {
      if (field.attr('checked') !== undefined || fields[name] === undefined)
        fields[name] = field.attr('value') ?? '';
      continue;
    }
    fields[name] = String(field.val() ?? '') || dayPart(name) || 'Words';
  }
  return fields;
}

/** Fields of a day come as three; this is the day of the tests. */
const dayPart = (name: string): string | undefined =>
  ({ day: '24', month: '11', year: '2026' })[/-(day|month|year)$/.exec(name)?.[1] ?? ''];

/** True where the page has a form that is not done without a reason. */
const asksWhy = ({ status, $ }: Read): boolean =>
  status === 200 && $('[name=why]').length > 0 && !$('label[for=why]').text().includes('(optional)');

const countEvents = async (reason: string | null): Promise<number> => {
  const [row] = await asOwner<{ n: number }>(
    `select count(*)::int as n from app.events where school_id = $1 and ($2::text is null or why = $2)`,
    [schoolId, reason],
  );
  return row?.n ?? 0;
};

type Asking = {
  readonly path: string;
  readonly address: string;
  readonly by: given.Person;
  readonly page: Read;
};

async function listAsking(): Promise<readonly Asking[]> {
  const found: Asking[] = [];
  for (const { path, methods } of routes) {
    if (!methods.includes('POST') || !methods.includes('GET')) continue;
    const address = addressOf(path, ids);
    for (const by of people) {
      const page = await by.browser.get(address);
      if (!asksWhy(page)) continue;
      found.push({ path, address, by, page });
      break;
    }
  }
  return found;
}

/** Posts the form of a page, and tells what it recorded: how many events, and how many of them with the reason. */
async function post({ address, by, page }: Asking, reason: string) {
  const [before, kept] = [await countEvents(null), await countEvents(why)];
  const { status } = await by.browser.post(address, { ...fieldsOf(page.$), why: reason });
  return { status, events: (await countEvents(null)) - before, told: (await countEvents(why)) - kept };
}

describe('a deed that asks for a reason', () => {
  it('is not done without one, and its event keeps the reason', async () => {
    const wrong: string[] = [];
    let done = 0;
    for (const asking of await listAsking()) {
      const without = await post(asking, '');
      if (without.events > 0) wrong.push(`${asking.path}: done without a reason`);
      const given = await post(asking, why);
      if (given.events > 0 && given.told === 0) wrong.push(`${asking.path}: the reason is not in the event`);
      done += given.told > 0 ? 1 : 0;
    }
    expect(wrong).toEqual([]);
    expect(done).toBeGreaterThanOrEqual(10);
  }, 240_000);
});
