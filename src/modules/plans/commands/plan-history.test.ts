import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, programActor } from '#src/kernel/access.ts';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import type { PersonId, PupilId } from '#src/kernel/ids.ts';
import type { Result } from '#src/kernel/result.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { asOwner, testToday } from '#test/worker-database.ts';
import { decisions, type Plan, ratings, type TargetWords } from '../domain/plan.ts';
import { contentOf } from '../domain/plan-version.ts';
import { findPlanAtWork } from '../queries/find-plan.ts';
import { beginPlan } from './begin-plan.ts';
import { issuePlan, reopenPlan, reviewPlan, sharePlan, withdrawPlan } from './move-plan.ts';
import { changeTarget, setTarget, withdrawTarget } from './set-target.ts';
import { writeSection } from './write-section.ts';

const today = schoolDate(testToday);
type Done = Result<unknown, string>;
/** One who writes with the plan as they last read it, however old. */
type Writer = { readonly personId: PersonId; seen: Plan | null };
type Deed = { readonly name: string; readonly at: number };
type Step = { readonly one: Deed; readonly other: Deed | null };

const words = (text: string): TargetWords => ({
  area: 'semh',
  words: text,
  baseline: `${text}-now`,
  success: `${text}-success`,
  byOn: null,
  strategies: [{ words: `${text}-strategy`, who: null, howOften: null }],
});

/** Each deed: what it does to the plan as the writer saw it, and nothing where it cannot even be tried. */
const deeds: Readonly<
  Record<string, (tx: Tx, plan: Plan, text: string, at: number) => Promise<Done> | null>
> = {
  write: (tx, plan, text, at) => {
    // Two parts of all, so that two writers come to write the same one.
    const section = plan.sections[at % 2];
    return section ? writeSection(tx, { plan, section, set: { words: text, mark: null } }) : null;
  },
  set: (tx, plan, text) => setTarget(tx, { plan, words: words(text) }),
  change: (tx, plan, text, at) => {
    const target = plan.targets[at % Math.max(1, plan.targets.length)];
    return target ? changeTarget(tx, { plan, target, words: words(text) }) : null;
  },
  takeOut: (tx, plan, text, at) => {
    const target = plan.targets[at % Math.max(1, plan.targets.length)];
    return target ? withdrawTarget(tx, { plan, target, why: text }) : null;
  },
  share: (tx, plan, text) =>
    sharePlan(tx, { plan, sharedOn: today, sharedWith: text, reviewOn: addDays(today, 70) }),
  issue: (tx, plan) => issuePlan(tx, plan),
  reopen: (tx, plan, text) => reopenPlan(tx, { plan, why: text }),
  review: (tx, plan, text, at) =>
    reviewPlan(tx, {
      plan,
      reviewedOn: today,
      reviews: plan.targets.map(({ targetId }, nth) => ({
        targetId,
        rating: ratings[(at + nth) % ratings.length] ?? 1,
        decision: decisions[(at + nth) % decisions.length] ?? 'carry',
        words: `${text}-${nth}`,
      })),
    }),
  withdraw: (tx, plan, text) => withdrawPlan(tx, { plan, why: text }),
};
/** Deeds that leave a text behind when they are done. */
const leavesText = ['write', 'set', 'change', 'takeOut', 'share', 'reopen', 'withdraw'];

/** What goes wrong rolls back, as it does behind a page. */
class Refused extends Error {}

const everyText = async (pupilId: PupilId): Promise<string> => {
  const rows = await asOwner<{ text: string }>(
    `select coalesce(string_agg(t, E'\n'), '') as text from (
       select words from app.plan_sections where pupil_id = $1
       union all select concat_ws(E'\n', words, baseline, success, withdrawn_why) from app.plan_targets where pupil_id = $1
       union all select words from app.plan_strategies where pupil_id = $1
       union all select words from app.target_reviews where pupil_id = $1
       union all select concat_ws(E'\n', shared_with, withdrawn_why) from app.plans where pupil_id = $1
       union all select content::text from app.plan_versions where pupil_id = $1
       union all select concat_ws(E'\n', why, changes::text) from app.events where pupil_id = $1) as all_of_it (t)`,
    [pupilId],
  );
  return rows[0]?.text ?? '';
};

type Written = {
  readonly about: string;
  readonly changes: Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;
};

/** Fields that somebody replaced without having seen what stood there, as the events tell it. */
async function blindlyReplaced(pupilId: PupilId): Promise<readonly string[]> {
  const told = await asOwner<Written>(
    `select concat_ws(' ', type, subject_id, changes -> 'part' ->> 'after') as about, changes - 'part' as changes
     from app.events where pupil_id = $1 and type in ('PlanSectionWritten', 'TargetChanged')
     order by xmin::text::bigint, cmin::text::bigint`,
    [pupilId],
  );
  const stands = new Map<string, unknown>();
  const blind: string[] = [];
  for (const { about, changes } of told)
    for (const [field, { before, after }] of Object.entries(changes)) {
      const key = `${about} ${field}`;
      if (stands.has(key) && JSON.stringify(stands.get(key)) !== JSON.stringify(before)) blind.push(key);
      stands.set(key, after);
    }
  return blind;
}

type Issued = { readonly number: number; readonly content: unknown };

/** What was issued, and how many plans are at work. */
const standing = async (pupilId: PupilId) => {
  const [row] = await asOwner<{ issued: Issued[]; atWork: number }>(
    `select coalesce((select json_agg(json_build_object('number', number, 'content', content) order by number)
         from app.plan_versions where pupil_id = $1), '[]') as issued,
       (select count(*)::int from app.plans where pupil_id = $1 and state in ('draft', 'shared', 'issued')) as "atWork"`,
    [pupilId],
  );
  return row ?? { issued: [], atWork: 0 };
};

const deed: fc.Arbitrary<Deed> = fc.record({
  name: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('write', 'change') },
    { weight: 4, arbitrary: fc.constantFrom('set', 'share', 'issue') },
    { weight: 3, arbitrary: fc.constantFrom('begin', 'read', 'review', 'reopen') },
    { weight: 1, arbitrary: fc.constantFrom('takeOut', 'withdraw') },
  ),
  at: fc.nat(20),
});
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ one: deed, other: fc.option(deed, { freq: 2 }) }),
  { minLength: 8, maxLength: 16 },
);

/** Does a deed in a transaction of its own. False where it was refused, or could not be tried. */
async function tryDeed(given_: {
  readonly actor: Actor;
  readonly pupilId: PupilId;
  readonly writer: Writer;
  readonly deed: Deed;
  readonly text: string;
}): Promise<boolean> {
  const { actor, pupilId, writer, deed: of, text } = given_;
  try {
    await given.as(actor, async (tx) => {
      const plan = writer.seen;
      const doing = plan === null ? null : (deeds[of.name]?.(tx, plan, text, of.at) ?? null);
      const done = of.name === 'begin' ? await beginPlan(tx, pupilId) : await doing;
      if (done?.ok !== true) throw new Refused();
      // A page reads the plan anew after each deed; one who only types goes on with what is on the screen.
      if (of.name !== 'write' || of.at % 2 === 0) writer.seen = await findPlanAtWork(tx, pupilId);
    });
    return true;
  } catch (stop) {
    if (!(stop instanceof Refused)) throw stop;
    return false;
  }
}

/** Every run begins as a plan does, so that something was issued before the two get in each other's way. */
const beginning: readonly Step[] = ['write', 'set', 'share', 'issue'].map((name) => ({
  one: { name, at: 2 },
  other: null,
}));

const step = (one: string, other: string | null, at = 3): Step => ({
  one: { name: one, at },
  other: other === null ? null : { name: other, at },
});

/** Two who read the same write the same part and change the same target, at once and one after the other. */
const bothAtOnce: readonly Step[] = [
  step('reopen', null),
  step('read', null),
  step('read', 'read'),
  step('write', 'write'),
  step('read', 'read'),
  step('change', 'change'),
  step('read', 'read'),
  step('write', null),
  step('read', 'write'),
  step('change', null),
  step('read', 'change'),
];

describe('what is written in plans', () => {
  it('is not issued by somebody who has not read it', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const read = () => given.inSchool(school, (tx) => findPlanAtWork(tx, pupilId));
    await given.inSchool(school, (tx) => beginPlan(tx, pupilId));
    const draft = await read();
    if (draft === null) throw new Error('a plan');
    await given.inSchool(school, (tx) => deeds.share?.(tx, draft, 'both parents', 0) ?? Promise.reject());
    const shared = await read();
    if (shared === null) throw new Error('a plan');
    await given.inSchool(school, (tx) => setTarget(tx, { plan: shared, words: words('late') }));
    const issued = await given.inSchool(school, (tx) => issuePlan(tx, shared));
    expect(issued).toEqual({ ok: false, refusal: 'stale' });
  });

  it('is never lost, no issued plan changes, and no pupil has two at work, whatever two people do', async () => {
    const school = await given.school();
    const people = [await given.person(school, 'senco'), await given.person(school, 'senco')];
    const actorOf = ({ personId }: Writer): Actor => ({ ...programActor(school.schoolId), personId });
    let count = 0;

    /** The texts that a deed left behind. */
    const run = async (pupilId: PupilId, writer: Writer, of: Deed): Promise<readonly string[]> => {
      count += 1;
      const text = `text${count}.`;
      const actor = actorOf(writer);
      const targets = writer.seen?.targets ?? [];
      const isDone = await tryDeed({ actor, pupilId, writer, deed: of, text });
      // Whoever was refused is shown how things stand, and looks at it or not.
      const looks = of.name === 'read' || (!isDone && of.at % 3 > 0);
      if (looks) writer.seen = await given.as(actor, (tx) => findPlanAtWork(tx, pupilId));
      if (!isDone) return [];
      if (of.name === 'review') return targets.map((_, nth) => `${text}-${nth}`);
      return leavesText.includes(of.name) ? [text] : [];
    };

    /** Whatever was just done: what was issued before is as it was, and an issued plan says what its version says. */
    const expectWhole = async (pupilId: PupilId, before: readonly Issued[]): Promise<readonly Issued[]> => {
      const { issued, atWork } = await standing(pupilId);
      expect(issued.slice(0, before.length)).toEqual(before);
      expect(issued.map(({ number }) => number)).toEqual(issued.map((_, at) => at + 1));
      expect(atWork).toBeLessThanOrEqual(1);
      const plan = await given.inSchool(school, (tx) => findPlanAtWork(tx, pupilId));
      if (plan?.state === 'issued') expect(sorted(issued.at(-1)?.content)).toEqual(sorted(contentOf(plan)));
      return issued;
    };

    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const pupilId = await givenPupils.pupil(school);
        const [first, second] = people.map(({ personId }): Writer => ({ personId, seen: null }));
        if (first === undefined || second === undefined) throw new Error('two writers');
        await given.inSchool(school, (tx) => beginPlan(tx, pupilId));
        for (const writer of [first, second]) await run(pupilId, writer, { name: 'read', at: 0 });
        const written: string[] = [];
        let issued: readonly Issued[] = [];
        for (const { one, other } of [...beginning, ...sequence]) {
          const both = [run(pupilId, first, one), other === null ? [] : run(pupilId, second, other)];
          written.push(...(await Promise.all(both)).flat());
          issued = await expectWhole(pupilId, issued);
        }
        expect(issued.length).toBeGreaterThan(0);
        const kept = await everyText(pupilId);
        expect(written.filter((text) => !kept.includes(text))).toEqual([]);
        expect(await blindlyReplaced(pupilId)).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 8), examples: [[bothAtOnce]], endOnFailure: true },
    );
  }, 60_000);
});

/** With the keys of every object in order, as the database does not keep them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}
