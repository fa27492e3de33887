import { extractRawText } from 'mammoth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { addAuthority } from '#src/modules/ehcp/index.ts';
import { addBand, changeTopUpRules } from '#src/modules/funding/index.ts';
import { openForm } from '#src/modules/reports/index.ts';
import { elementsOf, type XmlElement } from '#src/modules/reports/word/xml.ts';
import { makePdf } from '#src/paper/pdf.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { makePanelForm } from '../files/make-panel-form.ts';
import * as given from '../given.ts';
import { harebell } from '../given-ehc.ts';
import * as givenPlans from '../given-issued-plans.ts';
import * as givenProvision from '../given-provision.ts';
import * as givenPupils from '../given-pupils.ts';
import * as givenSchool from '../given-school.ts';
import {
  fillDay,
  listenForComplaints,
  looksRight,
  openChromium,
  openSite,
  type Site,
  signIn,
  widths,
} from './browse.ts';

const password = 'violet tractor umbrella';
const use = 'An adult who knows her opens each morning, so that she can join the group on her own by summer.';
const says = 'I like it when Mrs Doyle starts the day with me.';
let site: Site;
let chromium: Browser;
let home: string;
let staffHref: string;
let teacherId: string;
const emails = { senco: '', head: '', finance: '', teacher: '' };

beforeAll(async () => {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school, { forename: 'Amara', surname: 'Okafor' });
  home = `/pupils/${pupilId}`;
  for (const role of ['senco', 'head', 'finance', 'teacher'] as const) {
    const account = await given.account(password);
    emails[role] = account.email;
    await given.giveRoles(school, account.personId, [role]);
    if (role !== 'teacher') continue;
    await givenPupils.taughtBy(school, pupilId, account.personId);
    teacherId = account.personId;
  }
  await givenPlans.plans(school, pupilId, { cycles: 3, state: 'draft' });
  // One to one for two and a half hours each morning of the year.
  const staffId = await givenSchool.staff(school);
  staffHref = `/school/staff/${staffId}`;
  const runId = await givenProvision.run(school, { name: 'Mornings one to one' });
  const since = { fromOn: schoolDate('2026-09-01') };
  await givenProvision.inRun(school, runId, pupilId, since);
  await givenProvision.runBy(school, runId, staffId, since);
  for (const weekday of [1, 2, 3, 4, 5] as const)
    await givenProvision.slot(school, runId, { weekday, startsAt: '09:00', minutes: 150, ...since });
  await given.inSchool(school, async (tx) => {
    const authorityId = givenSchool.granted(
      await addAuthority(tx, { ...harebell, code: null, rules: { asks: [] } }),
    );
    const settings = { authorityId, rules: { others: [] }, version: 0, bands: [], windows: [] };
    await changeTopUpRules(tx, settings, { cycles: 2, costs: true, pupilViews: true, others: [] });
    await addBand(tx, settings, { name: 'Band B', pencePerYear: 420_000, fromOn: schoolDate('2026-04-01') });
  });
  site = await openSite(undefined, { clock: stoppedClock('2026-11-24T15:00:00Z') });
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

type Desk = { readonly page: Page; readonly context: BrowserContext; readonly complaints: string[] };

async function desk(role: keyof typeof emails): Promise<Desk> {
  const context = await chromium.newContext({ viewport: widths.desk });
  const complaints = listenForComplaints(context);
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  await signIn(page, site, { email: emails[role], password });
  return { page, context, complaints };
}

const bytesOf = async ({ context }: Desk, path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await context.request.get(`${site.url}${path}`)).body());

/** Tables, rows and cells with their make and what is in each, without the words: what a form looks like. */
function layoutOf(bytes: Uint8Array): unknown {
  const opened = openForm(bytes);
  if (!opened.ok) throw new Error(opened.why);
  const body = opened.form.trees.get('word/document.xml');
  const layout = /^w:(body|tbl|tr|tc|sdt|sdtContent|tblPr|tblGrid|trPr|tcPr|sectPr)$/;
  const drawn = (one: XmlElement): unknown => [
    one.name,
    /Pr$|Grid$/.test(one.name)
      ? one
      : elementsOf(one)
          .filter(({ name }) => layout.test(name))
          .map(drawn),
  ];
  return body === undefined ? null : drawn(body);
}

/** The person of finance enters the year's money and what an hour costs. */
async function enterMoney({ page }: Desk): Promise<void> {
  await page.goto(`${site.url}/budget`);
  await page.getByRole('link', { name: 'Add a line' }).first().click();
  await page.getByLabel('What it is').selectOption({ label: 'Income: Notional SEN budget (element 2)' });
  await page.getByLabel('Name of the line').fill('Notional SEN budget');
  await page.getByLabel('Planned for the year').fill('64,250.00');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Line added').waitFor();
  await page.goto(`${site.url}${staffHref}/rate`);
  await page.getByLabel(/hour/i).fill('17.20');
  await fillDay(page, 'From', '2026-09-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Rate saved').waitFor();
}

/** Begins the application to the authority, says what is asked for and how the money will be used. */
async function apply({ page }: Desk): Promise<string> {
  await page.goto(`${site.url}${home}/top-up`);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Application begun').waitFor();
  const bid = page.url();
  await page.getByText('is beyond that').first().waitFor();
  await page.getByRole('link', { name: 'Say what is asked for' }).click();
  await page.getByLabel(/^Band B/).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: /^Write it yourself.*How the money/ }).click();
  await page.getByLabel('Words').fill(use);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(use).first().waitFor();
  return bid;
}

/** Adds the form and looks through what was suggested; what was not is said by hand. */
async function mapForm({ page }: Desk, bytes: Buffer): Promise<void> {
  await page.getByRole('link', { name: 'Add its form' }).click();
  await page.getByLabel('Name of the form').fill('Harebell high needs panel');
  await page.getByLabel('Whose form it is').selectOption({ label: 'Harebell' });
  await page.setInputFiles('input[type=file]', { name: 'panel.docx', mimeType: '', buffer: bytes });
  await page.getByRole('button', { name: 'Add the form' }).click();
  await page.getByText(/^Added/).waitFor();
  const at = (label: string) => page.getByLabel(`Fact for “${label}”`);
  for (const [label, fact] of [
    ['Name of child', 'Pupil’s full name'],
    ['SENCo', 'SENCO’s name'],
    ['Band applied for', 'Top-up: band asked for'],
    ['Amount above £6,000', 'All support: cost beyond the school’s own part'],
  ] as const)
    expect(await at(label).inputValue()).toBe(fact);
  for (const [label, fact] of [
    ['Provision', 'Support: what'],
    ['Led by', 'Support: who leads it'],
    ['Yearly cost', 'Support: planned cost of the year for this pupil'],
    ['Total cost for the year', 'All support: planned cost of the year'],
    ['Annual amount', 'Top-up: amount asked for a year'],
    ['What difference will the money make, and how?', 'How the money will be used'],
    ['What does the child say?', 'The pupil’s views'],
  ] as const)
    await at(label).fill(fact);
  await looksRight(page);
  await page.getByRole('button', { name: 'Keep the mapping' }).click();
  await page.getByText('Mapping kept').waitFor();
}

/** Keeps a report of a professional, which goes with the form. */
async function keepReport({ page }: Desk): Promise<void> {
  const bytes = await makePdf({
    title: 'Report',
    footer: '',
    blocks: [{ kind: 'text', words: 'Seen twice' }],
  });
  await page.goto(`${site.url}${home}/documents/new`);
  await page.setInputFiles('input[type=file]', {
    name: 'report.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(bytes),
  });
  await page.getByLabel('What it is').selectOption('speech');
  await page.getByLabel('Title').fill('Language report');
  await fillDay(page, 'Received on', '2026-11-02');
  await page.getByRole('button', { name: 'Keep the document' }).click();
  await page.getByRole('link', { name: 'Language report' }).first().waitFor();
}

/** What is missing becomes a task of the teacher's. */
async function assign({ page }: Desk, missing: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`Make a task.*${missing}`) }).click();
  await page.getByLabel('Who does it').selectOption(teacherId);
  await looksRight(page);
  await page.getByRole('button', { name: 'Make the task' }).click();
  await page.getByText(/^Task made for/).waitFor();
}

/** The teacher finds it on their own list, does it, and says so. */
async function record({ page }: Desk, missing: string): Promise<void> {
  await page.goto(`${site.url}/today`);
  await page
    .getByRole('link', { name: `Record: ${missing}` })
    .first()
    .click();
  const task = page.url();
  await page.goto(`${site.url}${home}/plan/parts/pupil_views`);
  await page.locator('textarea#words').fill(says);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto(task);
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await page.getByText(/^Done/).first().waitFor();
}

describe('an application for top-up in the authority’s own form', () => {
  it('goes from the budget and a costed map to a filled Word file and a bundle', async () => {
    const [senco, head, finance, teacher] = [
      await desk('senco'),
      await desk('head'),
      await desk('finance'),
      await desk('teacher'),
    ];
    const form = await makePanelForm();

    // given a budget and a rate that the finance person entered: SENCO and head see the same number
    await enterMoney(finance);
    for (const { page } of [finance, senco, head]) {
      await page.goto(`${site.url}/budget`);
      await page.getByText('£64,250.00').first().waitFor();
    }

    // when the SENCO applies and the map is costed beyond the first £6,000
    const bid = await apply(senco);
    await keepReport(senco);
    await senco.page.goto(bid);
    await mapForm(senco, form);

    // then the authority's own form stands filled, and what is missing is given to the teacher
    const { page } = senco;
    await page.goto(bid);
    await page.getByRole('link', { name: 'Harebell high needs panel' }).click();
    await page.getByText(use).waitFor();
    await looksRight(page);
    const draft = page.url();
    await assign(senco, 'The pupil’s views');
    await record(teacher, 'The pupil’s views');

    // and once it is recorded the form is whole: kept, read back by another program, laid out as it came
    await page.goto(draft);
    await page.getByText(says).waitFor();
    await page.getByRole('button', { name: 'Keep with the documents' }).click();
    await page.getByText('Form kept').waitFor();
    const path = new URL(draft).pathname;
    const word = await bytesOf(senco, `${path}/form.docx`);
    const words = (await extractRawText({ buffer: Buffer.from(word) })).value.replace(/\n+/g, '\n');
    for (const line of [
      'Name of child\nAmara Okafor',
      '1\nMornings one to one\nMrs Doyle\n£8,170.00\n2',
      'Band applied for\nBand B',
      'Annual amount\n£4,200.00',
      `What difference will the money make, and how?\n${use}`,
      `What does the child say?\n${says}`,
    ])
      expect(words).toContain(line);
    expect(layoutOf(word)).toEqual(layoutOf(form));

    // and it goes out as one PDF with numbered appendices; the application is kept as it was sent
    const pdf = await extractText(await bytesOf(senco, `${path}/bundle.pdf`), { mergePages: false });
    const sheet = pdf.text.findIndex((one) => one.trim().startsWith('Appendix 1: Language report'));
    expect(pdf.text.slice(0, sheet).join(' ')).toContain(says);
    expect(pdf.text[sheet + 1]).toContain('Seen twice');
    expect(pdf.text[sheet + 2]).toContain('Appendix 2: Where each field comes from');
    await page.goto(bid);
    await page.getByRole('link', { name: 'It was sent' }).click();
    await page.getByRole('button', { name: 'It was sent' }).click();
    await page.getByText('Sent, and kept as it is').waitFor();
    const desks = [senco, head, finance, teacher];
    expect(desks.map(({ complaints }) => complaints)).toEqual([[], [], [], []]);
    await Promise.all(desks.map(({ context }) => context.close()));
  });
});
