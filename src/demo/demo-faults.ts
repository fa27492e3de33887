import type { Chance } from './demo-chance.ts';
import type { DemoFault, DemoNeed, DemoPupil, DemoStatusKind } from './demo-pupil.ts';
import type { DemoCarer } from './demo-trust.ts';

/** A mistake: which pupils it can befall, how often, and what it does to the record. */
type Mistake = {
  readonly fault: DemoFault;
  /** One pupil in so many; in a school of 200 and more at least one whom it fits. */
  readonly oneIn: number;
  readonly fits: (pupil: DemoPupil) => boolean;
  readonly spoil: (pupil: DemoPupil) => Partial<DemoPupil>;
};

export const statusNow = (pupil: DemoPupil): DemoStatusKind => pupil.statuses.at(-1)?.status ?? 'none';
const is = (kind: DemoStatusKind) => (pupil: DemoPupil) => statusNow(pupil) === kind;

const withoutToldDates = (pupil: DemoPupil): Partial<DemoPupil> => ({
  statuses: pupil.statuses.map((status) => ({ ...status, parentsToldOn: null })),
});

/** The primary need as somebody wrote it who had no better code. */
const asNotAssessed = (pupil: DemoPupil): Partial<DemoPupil> => ({
  needs: pupil.needs.map((need) =>
    need.rank === 1 && need.until === null ? { ...need, type: 'NSA', ownWords: null, toldBy: null } : need,
  ),
});

const leftOpen = (need: DemoNeed, isLast: boolean): DemoNeed => (isLast ? { ...need, until: null } : need);

/** The need that ended with the support stays open: nobody closed it. */
const neverClosed = (pupil: DemoPupil): Partial<DemoPupil> => {
  const last = pupil.needs.findLastIndex((need) => need.rank === 1);
  return { needs: pupil.needs.map((need, index) => leftOpen(need, index === last)) };
};

/** The school's own decision, dated before the pupil came: the day was taken over from a file. */
const datedTooEarly = (pupil: DemoPupil): Partial<DemoPupil> => ({
  statuses: pupil.statuses.map((status) =>
    status.from < pupil.enrolment.from ? { ...status, source: 'Decision of the school' } : status,
  ),
});

const mistakes: readonly Mistake[] = [
  { fault: 'sen_support_without_need', oneIn: 250, fits: is('sen_support'), spoil: () => ({ needs: [] }) },
  { fault: 'plan_without_need', oneIn: 900, fits: is('ehc_plan'), spoil: () => ({ needs: [] }) },
  { fault: 'nsa_with_plan', oneIn: 700, fits: is('ehc_plan'), spoil: asNotAssessed },
  { fault: 'parents_not_told', oneIn: 120, fits: is('sen_support'), spoil: withoutToldDates },
  {
    fault: 'need_open_after_leaving_register',
    oneIn: 300,
    fits: (pupil) => statusNow(pupil) === 'none' && pupil.needs.length > 0,
    spoil: neverClosed,
  },
  {
    fault: 'no_key_worker',
    oneIn: 150,
    fits: is('sen_support'),
    spoil: () => ({ keyWorkerStaffCode: null }),
  },
  {
    fault: 'status_before_entry_date',
    oneIn: 400,
    fits: (pupil) => pupil.statuses.some((status) => status.from < pupil.enrolment.from),
    spoil: datedTooEarly,
  },
  {
    fault: 'temporary_upn_kept_too_long',
    oneIn: 1000,
    fits: (pupil) => pupil.formerUpns.length > 0,
    spoil: (pupil) => ({ upn: pupil.formerUpns[0]?.upn ?? pupil.upn, isUpnTemporary: true, formerUpns: [] }),
  },
];

type School = { readonly pupils: readonly DemoPupil[]; readonly carers: readonly DemoCarer[] };

/** The same mother twice: another telephone number, and one of the children hangs on the second entry. */
function enterAdultTwice(chance: Chance, school: School, today: number): School {
  const shared = school.pupils.filter((pupil, index) => {
    const key = pupil.carers[0]?.carerKey;
    return index > 0 && pupil.faults.length === 0 && school.pupils[index - 1]?.carers[0]?.carerKey === key;
  });
  const pupil = shared.length === 0 ? undefined : chance.pick(shared);
  const adult = school.carers.find(({ key }) => key === pupil?.carers[0]?.carerKey);
  if (pupil === undefined || adult === undefined) return school;
  const again: DemoCarer = {
    ...adult,
    key: `${adult.key}2`,
    phone: `07700 900${String(today % 1000).padStart(3, '0')}`,
    email: null,
  };
  const carers = pupil.carers.map((link, index) => (index === 0 ? { ...link, carerKey: again.key } : link));
  const faults = [...pupil.faults, 'same_adult_entered_twice' as const];
  return {
    pupils: school.pupils.map((each) => (each === pupil ? { ...each, carers, faults } : each)),
    carers: [...school.carers, again],
  };
}

/** A family that nobody can ring. */
function loseNumbers(chance: Chance, school: School): School {
  const alone = school.pupils.filter((pupil) => pupil.carers.length === 1 && pupil.faults.length === 0);
  if (alone.length === 0) return school;
  const key = chance.pick(alone).carers[0]?.carerKey;
  const isTheirs = (pupil: DemoPupil) => pupil.carers.some(({ carerKey }) => carerKey === key);
  return {
    pupils: school.pupils.map((pupil) =>
      isTheirs(pupil) ? { ...pupil, faults: [...pupil.faults, 'no_contact_number' as const] } : pupil,
    ),
    carers: school.carers.map((carer) => (carer.key === key ? { ...carer, phone: null } : carer)),
  };
}

const largeEnough = 200;

function countOf(chance: Chance, pupils: number, oneIn: number): number {
  if (pupils >= largeEnough) return Math.max(1, Math.round(pupils / oneIn));
  return chance.happens(pupils / oneIn) ? 1 : 0;
}

/**
 * Puts into a school the mistakes that real registers have, few of each, at most one in a record. The pupil's
 * `faults` name them, so that a test can tell what was meant.
 */
export function withFaults(chance: Chance, school: School, today: number): School {
  const pupils = [...school.pupils];
  for (const mistake of mistakes) {
    const fitting = pupils.flatMap((pupil, index) =>
      pupil.faults.length === 0 && mistake.fits(pupil) ? [index] : [],
    );
    const count = Math.min(fitting.length, countOf(chance, pupils.length, mistake.oneIn));
    for (const index of chance.shuffled(fitting).slice(0, count)) {
      const pupil = pupils[index];
      if (pupil !== undefined) pupils[index] = { ...pupil, ...mistake.spoil(pupil), faults: [mistake.fault] };
    }
  }
  if (pupils.length < largeEnough) return { ...school, pupils };
  return loseNumbers(chance, enterAdultTwice(chance, { ...school, pupils }, today));
}
