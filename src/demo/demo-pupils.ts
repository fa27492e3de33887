import { makeAttendance, makeSuspensions } from './demo-attendance.ts';
import type { Chance } from './demo-chance.ts';
import { type Child, yearGroupOf } from './demo-children.ts';
import { dateFrom, dayNumber, dayOf } from './demo-days.ts';
import { makeAlerts, makeFlags } from './demo-flags.ts';
import { childForename } from './demo-names.ts';
import type { SchoolPlan } from './demo-plans.ts';
import type { DemoPupil, DemoReferringSchool, DemoStatus } from './demo-pupil.ts';
import type { StatusShares } from './demo-rates.ts';
import { makeRecord, type SenRecord } from './demo-register.ts';
import { type UpnBook, upnsFor } from './demo-upns.ts';
import words from './demo-words.json' with { type: 'json' };
import type { YearOfDays } from './demo-years.ts';

/** What is known of the school when its pupils are made. */
export type Making = {
  readonly plan: SchoolPlan;
  readonly chance: Chance;
  readonly today: number;
  readonly firstYear: number;
  readonly years: readonly YearOfDays[];
  readonly upns: UpnBook;
  readonly unitName: string | null;
  readonly groupsOf: (child: Child) => DemoPupil['groups'];
  readonly keyWorkerFor: (child: Child, status: DemoStatus) => string | null;
};

export type Standing = { readonly status: keyof StatusShares; readonly hasUnitPlace: boolean };

type Names = Pick<
  DemoPupil,
  | 'legalForename'
  | 'legalSurname'
  | 'middleNames'
  | 'preferredForename'
  | 'preferredSurname'
  | 'formerSurname'
>;

const nicknames: ReadonlyMap<string, string> = new Map(Object.entries(words.nicknames));

function namesOf({ chance, today }: Making, child: Child): Names {
  const { culture, carers } = child.family;
  const nickname = nicknames.get(child.forename) ?? null;
  const middle = chance.happens(0.6) ? childForename(chance, culture, child.sex) : null;
  const otherSurname = carers.at(-1)?.surname ?? child.surname;
  const isRenamed = otherSurname !== child.surname && chance.happens(0.06);
  const until = dateFrom(Math.max(child.born + 400, today - chance.whole(60, 900)));
  return {
    legalForename: child.forename,
    legalSurname: child.surname,
    middleNames: middle === child.forename ? null : middle,
    preferredForename:
      nickname !== null && chance.happens(0.6) ? nickname : chance.happens(0.02) ? middle : null,
    preferredSurname: otherSurname !== child.surname && chance.happens(0.08) ? otherSurname : null,
    formerSurname: isRenamed ? { surname: otherSurname, until } : null,
  };
}

/** One row for each year since entry; from 1 September, or from the day of entry. */
function yearGroupsOf(making: Making, child: Child): DemoPupil['yearGroups'] {
  const rows: DemoPupil['yearGroups'][number][] = [];
  for (let back = child.stage; back >= 0; back--) {
    const from = dayOf(making.firstYear - back, '09-01');
    const until = dayOf(making.firstYear - back + 1, '08-31');
    if (until < child.entered) continue;
    rows.push({
      yearGroup: yearGroupOf(child.stage - back),
      from: dateFrom(Math.max(from, child.entered)),
      until: back === 0 ? null : dateFrom(until),
    });
  }
  return rows;
}

function strengthsOf(
  { chance, today }: Making,
  child: Child,
  status: DemoStatus | null,
): DemoPupil['strengths'] {
  const isKnown = status !== null && status.status !== 'none';
  const count = isKnown ? chance.whole(1, 3) : chance.happens(0.05) ? 1 : 0;
  const texts = new Set(Array.from({ length: count }, () => chance.pick(words.strengths)));
  const earliest = Math.max(child.entered, today - 800);
  return [...texts].map((text) => ({
    text,
    toldBy: chance.pick(words.toldBy),
    since: dateFrom(chance.whole(earliest, today)),
  }));
}

/** Two in three stay on the roll of the school that sent them; the rest have no other school. */
function referralOf({ chance, plan }: Making, child: Child): DemoReferringSchool | null {
  if (plan.phase !== 'alternative') return null;
  const isStillOnRoll = chance.happens(0.66);
  const place = chance.whole(0, words.referringSchools.length - 1);
  return {
    name: words.referringSchools[place] ?? 'Oxterby High School',
    laestab: `${plan.laCode}${5900 + place}`,
    isStillOnRoll,
    reason: chance.pick(words.referringReasons),
    from: dateFrom(child.entered),
    until: null,
  };
}

/** Dual registration: subsidiary here while another school has the main one, else main or the only one. */
function enrolmentOf(
  making: Making,
  child: Child,
  referral: DemoReferringSchool | null,
): DemoPupil['enrolment'] {
  const held = { from: dateFrom(child.entered), until: null };
  if (referral === null) return { ...held, status: 'C' };
  if (!referral.isStillOnRoll) return { ...held, status: 'C' };
  return { ...held, status: making.chance.happens(0.85) ? 'S' : 'M' };
}

const currentStatus = (record: SenRecord): DemoStatus | null => record.statuses.at(-1) ?? null;

/** UPNs are given out by the first school: this one for those who came in Reception, else a feeder. */
function identityOf(making: Making, child: Child): Pick<DemoPupil, 'upn' | 'isUpnTemporary' | 'formerUpns'> {
  const { chance, plan, upns, today } = making;
  const startedSchool = dayOf(making.firstYear - child.stage, '09-01');
  const isOwn = plan.phase === 'primary' && child.entered <= startedSchool + 30;
  const establishment = isOwn ? plan.establishment : chance.pick(plan.feeders);
  const issuedOn = Math.min(startedSchool, child.entered);
  return upnsFor(chance, upns, { establishment, issuedOn, entered: child.entered, today });
}

/** Everything about one child, once it is settled where the child stands on the register. */
export function makePupil(making: Making, child: Child, standing: Standing): DemoPupil {
  const { chance, plan, today, years } = making;
  const record = makeRecord(chance, plan, {
    child,
    standing: standing.status,
    today,
    ...(standing.hasUnitPlace ? { needType: 'ASD' } : {}),
  });
  const status = currentStatus(record);
  const kind = status?.status ?? 'none';
  const planFrom = status?.status === 'ehc_plan' ? dayNumber(status.from) : null;
  const about = { child, status: kind, planFrom, today, years };
  const referringSchool = referralOf(making, child);
  const hasUnitPlace = standing.hasUnitPlace && planFrom !== null && making.unitName !== null;
  const isOnRegister = kind === 'sen_support' || kind === 'ehc_plan';
  return {
    key: `${plan.urn}-p${child.number}`,
    ...identityOf(making, child),
    misId: String(10_000 + child.number * 3).padStart(6, '0'),
    ...namesOf(making, child),
    bornOn: dateFrom(child.born),
    sex: child.sex,
    yearGroups: yearGroupsOf(making, child),
    groups: making.groupsOf(child),
    enrolment: enrolmentOf(making, child, referringSchool),
    ...makeFlags(chance, plan, about),
    attendance: makeAttendance(chance, plan, about),
    suspensions: makeSuspensions(chance, plan, about),
    ...record,
    strengths: strengthsOf(making, child, status),
    alerts: makeAlerts(chance, about),
    carers: child.family.links,
    keyWorkerStaffCode: status !== null && isOnRegister ? making.keyWorkerFor(child, status) : null,
    unitPlace: hasUnitPlace
      ? { unitName: making.unitName ?? '', from: dateFrom(Math.max(child.entered, planFrom)), until: null }
      : null,
    referringSchool,
    faults: [],
  };
}
