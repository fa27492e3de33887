import type { Chance } from './demo-chance.ts';
import type { Child } from './demo-children.ts';
import { dateFrom, dayOf } from './demo-days.ts';
import type { SchoolPlan } from './demo-plans.ts';
import type { DemoAlert, DemoPupil, DemoStatusKind } from './demo-pupil.ts';
import words from './demo-words.json' with { type: 'json' };

export type Flags = Pick<
  DemoPupil,
  | 'fsm'
  | 'pupilPremium'
  | 'lookedAfter'
  | 'homeLaCode'
  | 'serviceChild'
  | 'topUp'
  | 'isEal'
  | 'homeLanguage'
  | 'ethnicity'
>;

type Given = {
  readonly child: Child;
  /** The status that holds today. */
  readonly status: DemoStatusKind;
  readonly planFrom: number | null;
  readonly today: number;
};

/** Free meals: 44 in 100 with plans, 39 on support, 22 without SEN (January 2025). */
const fsmShare: { readonly [K in DemoStatusKind]: number } = {
  none: 0.215,
  monitoring: 0.3,
  sen_support: 0.393,
  ehc_plan: 0.438,
};
/** From September 2026 all households on universal credit may have meals: a category of its own. */
const expandedFrom = dayOf(2026, '09-01');
const expandedShare = 0.07;

const sixYears = 6 * 365;

/** Instances since the child came to school: most last, some have ended, some never were. */
function fsmOf(chance: Chance, given: Given): DemoPupil['fsm'] {
  const { child, status, today } = given;
  const earliest = Math.max(child.born + Math.round(4.2 * 365), today - sixYears);
  const from = chance.whole(earliest, Math.max(earliest, today - 10));
  if (chance.happens(fsmShare[status])) return [{ from: dateFrom(from), until: null, category: 'TFSM' }];
  if (chance.happens(0.05) && from < today - 200) {
    const until = chance.whole(from + 90, today - 10);
    return [{ from: dateFrom(from), until: dateFrom(until), category: 'TFSM' }];
  }
  if (today < expandedFrom + 20 || !chance.happens(expandedShare)) return [];
  const since = Math.max(child.entered, expandedFrom + chance.whole(0, 20));
  return [{ from: dateFrom(Math.min(since, today)), until: null, category: 'EFSM' }];
}

/** Each kind from the 1 April or the day that brought it; adopted children one in 150. */
function premiumOf(chance: Chance, given: Given, fsm: DemoPupil['fsm']): DemoPupil['pupilPremium'] {
  const { child, today } = given;
  const targeted = fsm.find(({ category }) => category === 'TFSM');
  const since = dateFrom(Math.min(today, Math.max(child.entered, today - 400)));
  const isFoster = child.family.kind === 'foster';
  return [
    ...(targeted === undefined ? [] : [{ code: 'DPP' as const, from: targeted.from, until: null }]),
    ...(child.family.isInForces ? [{ code: 'SCP' as const, from: since, until: null }] : []),
    ...(isFoster ? [{ code: 'LAP' as const, from: since, until: null }] : []),
    ...(!isFoster && chance.happens(0.0066) ? [{ code: 'AFC' as const, from: since, until: null }] : []),
  ];
}

const neighbours = ['855', '825', '873', '925'] as const;

/** What the school's system says about a pupil beside names and SEN. */
export function makeFlags(chance: Chance, plan: SchoolPlan, given: Given): Flags {
  const { child, status, today, planFrom } = given;
  const { family } = child;
  const fsm = fsmOf(chance, given);
  const careFrom = dateFrom(Math.max(child.born + 60, today - chance.whole(100, 1500)));
  const homeLaCode = chance.happens(0.025) ? chance.pick(neighbours) : plan.laCode;
  return {
    ethnicity: family.ethnicity,
    homeLanguage: family.language,
    isEal: family.isEal,
    fsm,
    pupilPremium: premiumOf(chance, given, fsm),
    lookedAfter: family.kind === 'foster' ? { laCode: homeLaCode, from: careFrom, until: null } : null,
    homeLaCode,
    serviceChild: family.isInForces
      ? 'Y'
      : chance.weighted([
          ['N', 97],
          ['U', 2],
          ['R', 1],
        ] as const),
    topUp:
      status === 'ehc_plan' && planFrom !== null && chance.happens(0.8)
        ? { from: dateFrom(planFrom), until: null }
        : null,
  };
}

const medical = words.medical.map((line): readonly [string, number] => [String(line[0]), Number(line[1])]);
const alertSince = (chance: Chance, given: Given): number =>
  Math.min(given.today, Math.max(given.child.entered, given.today - chance.whole(5, 1400)));

function medicalAlert(chance: Chance, given: Given): DemoAlert {
  const from = alertSince(chance, given);
  const endedOn = chance.happens(0.08) ? dateFrom(Math.max(from, given.today - 40)) : null;
  const source = chance.pick(['Parent', 'MIS', 'School nurse']);
  return { kind: 'medical', text: chance.weighted(medical), from: dateFrom(from), until: endedOn, source };
}

const courtAlert = (chance: Chance, orderFrom: number): DemoAlert => ({
  kind: 'court',
  text: chance.pick(words.court),
  from: dateFrom(orderFrom),
  until: null,
  source: 'Copy of the order, office',
});

const fileShare = (given: Given, isOnRegister: boolean): number => {
  if (given.child.family.kind === 'foster') return 0.8;
  return isOnRegister ? 0.03 : 0.008;
};

/** What staff must know at once. The safeguarding flag says that a file is held, never what is in it. */
export function makeAlerts(chance: Chance, given: Given): readonly DemoAlert[] {
  const isOnRegister = given.status === 'sen_support' || given.status === 'ehc_plan';
  const { courtOrderFrom } = given.child.family;
  const standing = { from: dateFrom(alertSince(chance, given)), until: null };
  const alerts: DemoAlert[] = [];
  if (chance.happens(isOnRegister ? 0.17 : 0.095)) alerts.push(medicalAlert(chance, given));
  if (chance.happens(isOnRegister ? 0.03 : 0.003)) {
    alerts.push({ kind: 'safety', text: chance.pick(words.safety), source: 'Risk assessment', ...standing });
  }
  if (courtOrderFrom !== null) alerts.push(courtAlert(chance, Math.max(courtOrderFrom, given.child.born)));
  if (chance.happens(fileShare(given, isOnRegister))) {
    const text = 'The safeguarding lead holds a file';
    alerts.push({ kind: 'safeguarding', text, source: 'Safeguarding lead', ...standing });
  }
  return alerts;
}
