import { extractRawText } from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemoDocuments } from '#src/demo/demo-documents.ts';
import { loadAnnualReviews } from '#src/demo/load-annual-reviews.ts';
import { loadBids } from '#src/demo/load-bids.ts';
import { loadCases } from '#src/demo/load-cases.ts';
import { type LoadedSchool, loadPeople, loadSchool, loadTrust } from '#src/demo/load-demo.ts';
import { loadEhcPlans } from '#src/demo/load-ehc-plans.ts';
import { loadImpact } from '#src/demo/load-impact.ts';
import { loadPlans } from '#src/demo/load-plans.ts';
import { loadProvision } from '#src/demo/load-provision.ts';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import { audiences } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId, type SchoolId } from '#src/kernel/ids.ts';
import { type ShippedForm, shippedKeys } from '#src/modules/reports/domain/shipped-forms.ts';
import {
  draftForm,
  type FactsRead,
  findFactsRead,
  openForm,
  placesOf,
  readFormFile,
  shareFilled,
} from '#src/modules/reports/index.ts';
import * as given from '../given.ts';
import { controlForm, lineForm, nestedForm } from '../given-forms.ts';
import { asOwner, program, testToday } from '../worker-database.ts';

let schoolId: SchoolId;
/** Of every pupil on roll with an issued plan: what forms are filled from. */
let reads: readonly FactsRead[];

beforeAll(async () => {
  const trust = makeDemoTrust({ seed: 1, today: schoolDate(testToday), schools: 1, pupils: 210 });
  const trustId = await loadTrust(program, trust);
  const loaded = new Map<string, LoadedSchool>();
  for (const school of trust.schools) loaded.set(school.urn, await loadSchool(program, school, trustId));
  const few = trust.people.filter(({ email }) => /^(senco|head|teacher|ta)@/.test(email));
  await loadPeople(program, few, { schools: loaded, trustId, password: 'unused words of nobody' });
  const loads = [loadPlans, loadProvision, loadAnnualReviews, loadCases, loadEhcPlans, loadImpact, loadBids];
  for (const load of loads) await load(program, loaded.values());
  const [school] = [...loaded.values()];
  if (school === undefined) throw new Error('a school');
  ({ schoolId } = school);
  await loadDemoDocuments(program, [schoolId]);
  const pupils = await asOwner<{ id: string }>(
    `select pupil_id as id from app.register_lines p where school_id = $1 and is_on_roll and (
         exists (select from app.annual_reviews r where r.pupil_id = p.pupil_id)
         or exists (select from app.bids b where b.pupil_id = p.pupil_id)
         or exists (select from app.pupil_alerts l where l.pupil_id = p.pupil_id and l.kind = 'medical')
         or status in ('ehc_plan', 'sen_support'))
       order by exists (select from app.annual_reviews r where r.pupil_id = p.pupil_id)::int * 4
         + exists (select from app.bids b where b.pupil_id = p.pupil_id)::int * 4
         + exists (select from app.plan_versions v where v.pupil_id = p.pupil_id)::int * 2
         + exists (select from app.pupil_alerts l where l.pupil_id = p.pupil_id and l.kind = 'medical')::int desc, 1 limit 60`,
    [schoolId],
  );
  const found: FactsRead[] = [];
  await given.inSchool({ schoolId }, async (tx) => {
    for (const { id } of pupils) {
      const read = await findFactsRead(tx, { pupilId: PupilId.parse(id), filler: 'Ada Doyle' });
      if (read !== null) found.push(read);
    }
  });
  reads = found;
}, 180_000);

/** A form filled for each pupil whom it is about, the best filled first; and what was found, for whoever runs the tests. */
function filledFor(name: string, { bytes, mapping, about }: Measured) {
  const drafts = reads.filter(about).map((read) => {
    const opened = openForm(bytes);
    if (!opened.ok) throw new Error(opened.why);
    return draftForm(opened.form, { mapping, read, sees: audiences });
  });
  const sorted = drafts.toSorted((a, b) => shareFilled(b.draft) - shareFilled(a.draft));
  const [best, middle] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
  if (best === undefined || middle === undefined) throw new Error(`no pupil of the demo for ${name}`);
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const lacks = Map.groupBy(
    sorted.flatMap(({ draft }) => draft.lacking.map(({ fact }) => fact)),
    (fact) => fact,
  );
  const often = [...lacks].toSorted((a, b) => b[1].length - a[1].length).slice(0, 8);
  process.stdout.write(
    `${name}: ${sorted.length} pupils, best ${percent(shareFilled(best.draft))}, middle ${percent(shareFilled(middle.draft))}, lacking ${often.map(([fact, of]) => `${fact} ${of.length}`).join(', ')}\n`,
  );
  return { best, middle };
}
type Measured = {
  readonly bytes: Uint8Array;
  readonly mapping: Mapping;
  readonly about: (read: FactsRead) => boolean;
};
type Mapping = Parameters<typeof draftForm>[1]['mapping'];

/** Forms that nobody of us made, each mapped by hand once: the fact for each label, in the order of the places. */
const unseen: readonly (readonly [string, Uint8Array, readonly (string | null)[]])[] = [
  [
    'tables within tables',
    nestedForm(),
    [
      'pupil.name',
      'pupil.born',
      'pupil.upn',
      'pupil.year',
      'school.name',
      'school.senco',
      'school.urn',
      'attendance.percent',
      'needs.primary',
      'needs.strengths',
      'support.names',
      'support.who',
      'support.costs',
      'plan.targets',
      'plan.baselines',
      'plan.successes',
      'plan.parent-views',
    ],
  ],
  [
    'content controls',
    controlForm(),
    [
      'pupil.name',
      'pupil.born',
      'needs.status',
      'pupil.eal',
      'needs.areas',
      'plan.pupil-views',
      'school.name',
      'pupil.key-worker',
      'today.filler',
      'today.date',
    ],
  ],
  [
    'lines to write on',
    lineForm(),
    [
      'pupil.name',
      'pupil.born',
      'pupil.address',
      'pupil.language',
      'pupil.ethnicity',
      'school.name',
      'pupil.class',
      null,
      'carer1.name',
      'carer1.relationship',
      'carer1.phone',
      'carer1.email',
      'needs.words',
      'needs.strengths',
      'plan.parent-views',
    ],
  ],
];

/** For whom somebody would take a form up. */
const about: Readonly<Record<ShippedForm, (read: FactsRead) => boolean>> = {
  'needs-assessment-request': ({ sen, plan, ehcPlan }) => sen !== null && plan !== null && ehcPlan === null,
  'annual-review-report': ({ reviews, ehcPlan }) => reviews.length > 0 && ehcPlan !== null,
  'top-up-bid': ({ bid }) => bid !== null,
  'consultation-reply': ({ ehcPlan }) => ehcPlan !== null,
  'healthcare-plan': ({ alerts }) => alerts.some(({ kind }) => kind === 'medical'),
};

describe('forms filled from the demo trust, for the pupil whom each is about', () => {
  it.each(shippedKeys)('fills at least nine places of ten that it can: %s', async (key) => {
    const file = await readFormFile(program, { kind: 'shipped', key, name: key, why: '' });
    if (file === null) throw new Error('a file');
    const { best, middle } = filledFor(key, { ...file, about: about[key] });
    expect(shareFilled(middle.draft)).toBeGreaterThanOrEqual(0.9);
    const { draft, bytes } = best;
    expect(draft.filled.length + draft.lacking.length).toBe(file.mapping.length);
    const { value } = await extractRawText({ buffer: Buffer.from(bytes) });
    for (const { answers } of draft.filled.filter(({ place }) => place.kind === 'cell'))
      for (const line of answers.flatMap(({ words }) => words.split('\n')))
        expect(value).toContain(line.trim());
  });

  it.each(unseen)(
    'fills at least eight places of ten of a form never seen before: %s',
    (name, bytes, facts) => {
      const opened = openForm(bytes);
      if (!opened.ok) throw new Error(opened.why);
      const places = placesOf(opened.form);
      expect(places.length).toBe(facts.length);
      const mapping = places.flatMap(({ address, label, heading }, at) => {
        const fact = facts[at] ?? null;
        return fact === null ? [] : [{ address, fact, label, heading }];
      });
      const { middle } = filledFor(name, { bytes, mapping, about: (read) => read.plan !== null });
      expect(shareFilled(middle.draft)).toBeGreaterThanOrEqual(0.8);
    },
  );
});
