import type { Chance } from './demo-chance.ts';
import { type Child, stageOf } from './demo-children.ts';
import { backToWeekday, dateFrom, dayOf } from './demo-days.ts';
import type { SchoolPlan } from './demo-plans.ts';
import type { DemoNeed, DemoStatus, DemoStatusKind } from './demo-pupil.ts';
import { furtherNeed, primaryNeed, type StatusShares } from './demo-rates.ts';
import words from './demo-words.json' with { type: 'json' };

/** A pupil's standing on the register, with the way there. */
export type SenRecord = { readonly statuses: readonly DemoStatus[]; readonly needs: readonly DemoNeed[] };

/** A stretch of one status in day numbers; `until` null: it holds. */
type Stretch = { readonly status: DemoStatusKind; readonly from: number; readonly until: number | null };

const termDays = 90;
const year = 365;
/** SEN support and plans replaced School Action and statements from this day. */
const reformOn = dayOf(2014, '09-01');
/** The code for Down syndrome could be used from the spring census of January 2025. */
const downSyndromeFrom = dayOf(2025, '01-06');

/** A day on which schools decide things: out of August and Christmas week, Monday to Friday, never later. */
export function schoolish(day: number): number {
  const monthAndDay = dateFrom(day).slice(5);
  if (monthAndDay >= '07-22' && monthAndDay <= '09-05') return backToWeekday(day - 50);
  if (monthAndDay >= '12-19') return backToWeekday(day - 15);
  if (monthAndDay <= '01-05') return backToWeekday(day - 25);
  return backToWeekday(day);
}

/** The earliest day on which a school or nursery would have recorded anything. */
const earliest = (child: Child): number => Math.max(child.born + 2.5 * year, reformOn);

/** A start some time before `latest`, about `usual` days, and within the child's years. */
function startBefore(chance: Chance, child: Child, given: { latest: number; usual: number }): number {
  const back = Math.round(given.usual * (0.25 + 1.5 * chance.next()));
  const floor = Math.ceil(earliest(child));
  const day = Math.max(floor, given.latest - back);
  return schoolish(Math.max(day, Math.min(floor + 40, given.latest)));
}

/** Each ends when the next begins; the last stands, and what would not come before it is left out. */
function inOrder(stretches: readonly Stretch[]): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of stretches.toReversed()) {
    const next = kept.at(-1);
    if (next === undefined) kept.push(stretch);
    else if (stretch.from < next.from) kept.push({ ...stretch, until: next.from - 1 });
  }
  return kept.toReversed();
}

const watchedFirst = (chance: Chance, child: Child, from: number): readonly Stretch[] => {
  const start = schoolish(from - chance.whole(60, 220));
  const isHere = start > child.entered && start > earliest(child);
  return isHere && chance.happens(0.6) ? [{ status: 'monitoring', from: start, until: null }] : [];
};

/** On support, off it, and on again: a few have been there before. */
const earlierSpell = (chance: Chance, child: Child, from: number): readonly Stretch[] => {
  const off = schoolish(from - chance.whole(200, 700));
  const on = schoolish(off - chance.whole(150, 500));
  if (on <= earliest(child) || !chance.happens(0.08)) return [];
  return [
    { status: 'sen_support', from: on, until: null },
    { status: 'none', from: off, until: null },
  ];
};

function supportStretches(
  chance: Chance,
  child: Child,
  given: { today: number; isRecent: boolean },
): readonly Stretch[] {
  const usual = given.isRecent ? 70 : 2.2 * year;
  const from = startBefore(chance, child, { latest: given.today - 5, usual });
  const before = earlierSpell(chance, child, from);
  return inOrder([
    ...(before.length > 0 ? before : watchedFirst(chance, child, from)),
    { status: 'sen_support', from, until: null },
  ]);
}

function planStretches(chance: Chance, child: Child, today: number): readonly Stretch[] {
  const age = (today - child.born) / year;
  const planFrom = startBefore(chance, child, {
    latest: today - 30,
    usual: Math.max(250, (age - 4) * 0.4 * year),
  });
  const supportFrom = startBefore(chance, child, { latest: planFrom - 200, usual: 1.4 * year });
  return inOrder([
    ...watchedFirst(chance, child, supportFrom),
    { status: 'sen_support', from: supportFrom, until: null },
    { status: 'ehc_plan', from: planFrom, until: null },
  ]);
}

function formerStretches(chance: Chance, child: Child, today: number): readonly Stretch[] {
  const off = startBefore(chance, child, { latest: today - 20, usual: 1.8 * year });
  const on = startBefore(chance, child, { latest: off - termDays, usual: 1.5 * year });
  const isWatched = off > today - 2.5 * termDays && chance.happens(0.5);
  return inOrder([
    { status: 'sen_support', from: on, until: null },
    { status: isWatched ? 'monitoring' : 'none', from: off, until: null },
  ]);
}

function watchedStretches(chance: Chance, child: Child, today: number): readonly Stretch[] {
  const back = Math.min(chance.whole(15, 240), Math.max(4, today - child.entered));
  return [{ status: 'monitoring', from: schoolish(today - back), until: null }];
}

const reasonsHere: { readonly [K in DemoStatusKind]: readonly string[] } = {
  none: words.leavingReasons,
  monitoring: words.monitorReasons,
  sen_support: words.supportReasons,
  ehc_plan: words.planReasons,
};

/** Nobody need be told of a worry that is watched; of special provision the law says so (CFA 2014 s68). */
const toldShare: { readonly [K in DemoStatusKind]: number } = {
  none: 0.8,
  monitoring: 0.4,
  sen_support: 0.96,
  ehc_plan: 1,
};

type Placed = { readonly stretch: Stretch; readonly isAfterSupport: boolean; readonly today: number };

/** What was decided elsewhere has the words of a file; the rest those of the school. */
function reasonsFor(child: Child, { stretch, isAfterSupport }: Placed): readonly string[] {
  if (stretch.from < child.entered) return words.earlierReasons;
  return stretch.status === 'monitoring' && isAfterSupport
    ? words.steppedDownReasons
    : reasonsHere[stretch.status];
}

function sourceFor(chance: Chance, child: Child, stretch: Stretch): string {
  if (stretch.from < child.entered) return "Last school's record";
  return chance.happens(0.7) ? 'Decision of the school' : 'MIS';
}

function statusOf(chance: Chance, child: Child, placed: Placed): DemoStatus {
  const { stretch, today } = placed;
  const isTold = chance.happens(toldShare[stretch.status]);
  return {
    status: stretch.status,
    from: dateFrom(stretch.from),
    until: stretch.until === null ? null : dateFrom(stretch.until),
    reason: chance.pick(reasonsFor(child, placed)),
    source: sourceFor(chance, child, stretch),
    parentsToldOn: isTold ? dateFrom(Math.min(today, stretch.from + chance.whole(0, 14))) : null,
  };
}

/** How sure it is that a pupil has a second and a third need. */
const further = { sen_support: [0.3, 0.04], ehc_plan: [0.55, 0.15] } as const;

type NeedSpan = { readonly from: number; readonly until: number | null };

const dated = (span: NeedSpan): Pick<DemoNeed, 'from' | 'until'> => ({
  from: dateFrom(span.from),
  until: span.until === null ? null : dateFrom(span.until),
});

const ownWordsOf = (type: string): readonly string[] =>
  Object.entries(words.needs).find(([key]) => key === type)?.[1] ?? words.needs.OTH;

const described = (chance: Chance, type: string): Pick<DemoNeed, 'type' | 'ownWords' | 'toldBy'> => ({
  type,
  ownWords: chance.happens(0.8) ? chance.pick(ownWordsOf(type)) : null,
  toldBy: chance.happens(0.75) ? chance.pick(words.needToldBy) : null,
});

/** When the primary need got the type that it has now; null: it had it from the start. */
function changeOf(chance: Chance, type: string, given: { from: number; last: number }): number | null {
  if (type === 'DS') return downSyndromeFrom > given.from ? downSyndromeFrom : null;
  const day = schoolish(given.from + chance.whole(200, 800));
  return day < given.last - 60 && chance.happens(0.12) ? day : null;
}

/** Before its code existed a need stood under another; 12 in 100 others have changed their primary need. */
function primaryNeeds(
  chance: Chance,
  type: string,
  given: { span: NeedSpan; today: number },
): readonly DemoNeed[] {
  const { span, today } = given;
  const last = span.until ?? today;
  const changedOn = changeOf(chance, type, { from: span.from, last });
  if (changedOn === null) return [{ rank: 1, ...dated(span), ...described(chance, type) }];
  const earlier =
    type === 'DS' ? 'SLD' : chance.pick(['SLCN', 'MLD', 'OTH'].filter((other) => other !== type));
  if (changedOn > last) return [{ rank: 1, ...dated(span), ...described(chance, earlier) }];
  return [
    { rank: 1, ...dated({ from: span.from, until: changedOn - 1 }), ...described(chance, earlier) },
    { rank: 1, ...dated({ from: changedOn, until: span.until }), ...described(chance, type) },
  ];
}

/** A need may have come later than the support, but not in days still to come nor of a type already held. */
function needsOf(
  chance: Chance,
  given: { type: string; hasPlan: boolean; span: NeedSpan; today: number },
): readonly DemoNeed[] {
  const { type, hasPlan, span, today } = given;
  const primary = primaryNeeds(chance, type, { span, today });
  const found = [type];
  const more = further[hasPlan ? 'ehc_plan' : 'sen_support'].flatMap((share, index) => {
    const need =
      type !== 'NSA' && found.length === index + 1 && chance.happens(share)
        ? furtherNeed(chance, found)
        : null;
    if (need === null || primary.some((other) => other.type === need)) return [];
    found.push(need);
    const from = chance.happens(0.35) ? schoolish(span.from + chance.whole(60, 500)) : span.from;
    const start = from < Math.min(span.until ?? today, today) && from >= span.from ? from : span.from;
    return [{ rank: found.length, ...dated({ from: start, until: span.until }), ...described(chance, need) }];
  });
  return [...primary, ...more];
}

/** The stretches in which the pupil was on the register, first to last: needs run through all of them. */
function registerSpan(stretches: readonly Stretch[]): NeedSpan | null {
  const on = stretches.filter(({ status }) => status === 'sen_support' || status === 'ehc_plan');
  const last = on.at(-1);
  const from = last?.status === 'ehc_plan' ? on.at(0)?.from : last?.from;
  return from === undefined || last === undefined ? null : { from, until: last.until };
}

function stretchesOf(
  chance: Chance,
  child: Child,
  given: { standing: keyof StatusShares; type: string; today: number },
): readonly Stretch[] {
  const { standing, type, today } = given;
  switch (standing) {
    case 'ehc_plan':
      return planStretches(chance, child, today);
    case 'sen_support':
      return supportStretches(chance, child, { today, isRecent: type === 'NSA' });
    case 'former':
      return formerStretches(chance, child, today);
    case 'monitoring':
      return watchedStretches(chance, child, today);
    case 'none':
      return [];
  }
}

/** The child's record for a standing. `needType` fixes the primary need, as for a place in a base. */
export function makeRecord(
  chance: Chance,
  plan: SchoolPlan,
  given: { child: Child; standing: keyof StatusShares; today: number; needType?: string },
): SenRecord {
  const { child, standing, today } = given;
  if (standing === 'none') return { statuses: [], needs: [] };
  const hasPlan = standing === 'ehc_plan';
  const drawn = given.needType ?? primaryNeed(chance, plan, { stage: stageOf(child.yearGroup), hasPlan });
  const type = standing === 'former' && (drawn === 'NSA' || drawn === 'DS') ? 'OTH' : drawn;
  const stretches = stretchesOf(chance, child, { standing, type, today });
  const span = registerSpan(stretches);
  return {
    statuses: stretches.map((stretch, index) =>
      statusOf(chance, child, { stretch, today, isAfterSupport: index > 0 }),
    ),
    needs: span === null ? [] : needsOf(chance, { type, hasPlan, span, today }),
  };
}
