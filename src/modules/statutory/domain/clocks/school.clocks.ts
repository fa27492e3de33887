import { addDays, checkedDay, fromPlain, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { addMonths } from '../periods.ts';
import { educationalRecordSchoolDays, personalDataDue } from '../rights-clocks.ts';
import type { ClockRule, Given, Limit, Process } from './clock.ts';
import { days, months, schoolDayAfter, schoolDays, settledOn, workingDays } from './limit.ts';

const dataProtection = schoolDate('2018-05-25');
const pupilInformation = schoolDate('2005-09-01');
const carePlanning = schoolDate('2011-04-01');

/** A child who comes into care: the personal education plan and the first review (statutory.md 3.9). */
export const lookedAfter: Process = {
  events: ['enteredCare', 'pepBegun', 'pepReady', 'careReviewed'],
  facts: {},
  order: [['enteredCare', 'pepReady']],
  clocks: [
    {
      id: 'pep-begun',
      name: 'The designated teacher begins the personal education plan, where the placement was an emergency',
      owedBy: 'school',
      force: 'LAW',
      source: 'Care Planning, Placement and Case Review Regulations 2010, with statutory guidance of 2018',
      starts: ['enteredCare'],
      limit: workingDays(10),
      metBy: 'pepBegun',
      inForceFrom: carePlanning,
    },
    {
      id: 'pep-ready',
      name: 'The personal education plan is ready for the first review of care',
      owedBy: 'school',
      force: 'LAW',
      source: 'Care Planning, Placement and Case Review Regulations 2010, with statutory guidance of 2018',
      starts: ['enteredCare'],
      limit: workingDays(20),
      metBy: 'pepReady',
      inForceFrom: carePlanning,
    },
    {
      id: 'care-review',
      name: 'Hold the first review of care',
      owedBy: 'authority',
      force: 'LAW',
      source: 'Care Planning, Placement and Case Review Regulations 2010 (unverified)',
      starts: ['enteredCare'],
      limit: workingDays(20),
      metBy: 'careReviewed',
      inForceFrom: carePlanning,
    },
  ],
};

/** Five days from leaving; the first five days of the new term for a pupil who leaves while the school is shut. */
const protectionFile: Limit = {
  rule: 'W',
  words: '5 days, or the first 5 days of a new term',
  reckon: (ceased, given) => {
    const shut = given.calendar.closures.find(({ from, reopens }) => ceased >= from && ceased < reopens);
    if (shut === undefined) return days(5).reckon(ceased, given);
    const dueOn = schoolDayAfter(addDays(shut.reopens, -1), 5, given);
    if (dueOn === null) return { ok: false, refusal: 'calendar_unknown' };
    return settledOn(dueOn, [
      `The school is shut until ${checkedDay(shut.reopens)}.`,
      `The fifth school day from then is ${checkedDay(dueOn)}.`,
    ]);
  },
};

/** A pupil who leaves: the records that follow them (statutory.md 5.2). */
export const leaver: Process = {
  events: ['ceased', 'recordsSent', 'protectionFileSent'],
  facts: { childProtection: ['yes', 'no'] },
  order: [],
  clocks: [
    {
      id: 'pupil-records',
      name: 'Send the common transfer file and the educational record to the next school',
      owedBy: 'school',
      force: 'LAW',
      source:
        'Education (Pupil Information) (England) Regulations 2005 reg 9(3): maintained schools; expected of academies',
      starts: ['ceased'],
      limit: schoolDays(15),
      metBy: 'recordsSent',
      inForceFrom: pupilInformation,
    },
    {
      id: 'child-protection-file',
      name: 'The safeguarding lead sends the child-protection file, apart from all else, and get a receipt',
      owedBy: 'school',
      force: 'LAW',
      source: 'Keeping Children Safe in Education (statutory guidance)',
      starts: ['ceased'],
      limit: protectionFile,
      applies: ({ facts }) => facts.childProtection === 'yes',
      metBy: 'protectionFileSent',
      inForceFrom: pupilInformation,
    },
  ],
};

const subjectAccessLimit = (count: number): Limit => ({
  ...months(count),
  reckon: (start) => {
    const { lastOn } = personalDataDue(start, count - 1);
    return settledOn(lastOn, [
      `${months(count).words} after ${checkedDay(start)}, by the date in the month, is ${checkedDay(lastOn)}.`,
      'The corresponding date, or the last day of a month without it; it is not moved for a weekend here.',
    ]);
  },
});

/** Somebody asks for what is held of a child (statutory.md 5.3). */
export const subjectAccess: Process = {
  events: ['received', 'extended', 'answered'],
  facts: { school: ['maintained', 'academy', 'independent'] },
  order: [
    ['received', 'extended'],
    ['received', 'answered'],
  ],
  clocks: [
    {
      id: 'subject-access',
      name: 'Answer the subject access request',
      owedBy: 'school',
      force: 'LAW',
      source: 'UK GDPR articles 12(3) and 15',
      starts: ['received'],
      limit: subjectAccessLimit(1),
      applies: ({ events }) => events.extended === undefined,
      metBy: 'answered',
      inForceFrom: dataProtection,
    },
    {
      id: 'subject-access-extended',
      name: 'Answer the subject access request, made longer because it is complex',
      owedBy: 'school',
      force: 'LAW',
      source: 'UK GDPR article 12(3): up to two further months, told within the first',
      starts: ['received'],
      limit: subjectAccessLimit(3),
      applies: isExtendedInTime,
      metBy: 'answered',
      inForceFrom: dataProtection,
    },
    {
      id: 'subject-access-late-extension',
      name: 'Answer the subject access request: it was made longer too late, so the first month stands',
      owedBy: 'school',
      force: 'LAW',
      source: 'UK GDPR article 12(3)',
      starts: ['received'],
      limit: subjectAccessLimit(1),
      applies: (given) => given.events.extended !== undefined && !isExtendedInTime(given),
      metBy: 'answered',
      inForceFrom: dataProtection,
    },
    {
      id: 'educational-record',
      name: 'If it is a parent who asks for the educational record, show or copy it',
      owedBy: 'school',
      force: 'LAW',
      source:
        'Education (Pupil Information) (England) Regulations 2005 reg 5: maintained schools alone (the 15 days unverified)',
      starts: ['received'],
      limit: schoolDays(educationalRecordSchoolDays),
      applies: ({ facts }) => facts.school === undefined || facts.school === 'maintained',
      metBy: 'answered',
      inForceFrom: pupilInformation,
    },
  ],
};

function isExtendedInTime({ events: { received, extended } }: Given): boolean {
  return received !== undefined && extended !== undefined && extended <= addMonths(received, 1);
}

/** An exam board's approval of an access arrangement (statutory.md 3.11). */
export const accessArrangement: Process = {
  events: ['approved', 'appliedAgain'],
  facts: {},
  order: [['approved', 'appliedAgain']],
  clocks: [
    {
      id: 'access-arrangement',
      name: 'The approval of the access arrangement ends: apply again if it is still needed',
      owedBy: 'school',
      force: 'PRACTICE',
      source:
        'JCQ, Access Arrangements and Reasonable Adjustments: up to 26 months (unverified for this year)',
      starts: ['approved'],
      limit: {
        rule: 'M',
        words: 'the months for which an approval lasts',
        reckon: (start, given) => months(given.local.accessArrangementMonths).reckon(start, given),
      },
      metBy: 'appliedAgain',
      inForceFrom: schoolDate('2000-09-01'),
    },
  ],
};

/** A new SENCO's qualification (statutory.md 3.7). */
export const senco: Process = {
  events: ['appointed', 'qualified'],
  facts: {},
  order: [],
  clocks: [
    {
      id: 'senco-qualification',
      name: 'The SENCO holds the mandatory qualification',
      owedBy: 'school',
      force: 'LAW',
      source: 'SEND Regulations 2014 reg 49, as amended from 1 September 2024',
      starts: ['appointed'],
      limit: months(36),
      metBy: 'qualified',
      inForceFrom: schoolDate('2009-09-01'),
    },
  ],
};

const friday = 5;

/**
 * The last Friday in June of the school year (1 September to 31 August) in which a child turns 16
 * (Education Act 1996 s8). Born 31 Aug 2010 → Fri 26 Jun 2026; born 1 Sep 2010 → Fri 25 Jun 2027.
 */
export function compulsorySchoolAgeEndsOn(bornOn: SchoolDate): SchoolDate {
  const sixteen = plain(bornOn).add({ years: 16 });
  const year = sixteen.month >= 9 ? sixteen.year + 1 : sixteen.year;
  const lastOfJune = plain(schoolDate(`${year}-06-30`));
  return fromPlain(lastOfJune.subtract({ days: (lastOfJune.dayOfWeek - friday + 7) % 7 }));
}

const schoolLeaving: Limit = {
  rule: 'M',
  words: 'the last Friday in June of the school year of the 16th birthday',
  reckon: (bornOn) => {
    const dueOn = compulsorySchoolAgeEndsOn(bornOn);
    return settledOn(dueOn, [
      `16 on ${checkedDay(addMonths(bornOn, 16 * 12))}; the last Friday in June of that school year is ${checkedDay(dueOn)}.`,
      'From the day after, the rights are the young person’s own, with capacity.',
    ]);
  },
};

const keptFor = (years: (given: Given) => number): Limit => ({
  rule: 'M',
  words: 'years after birth, as the school sets them',
  reckon: (bornOn, given) => months(12 * years(given)).reckon(bornOn, given),
});

const kept: Pick<ClockRule, 'owedBy' | 'force' | 'starts' | 'inForceFrom'> = {
  owedBy: 'school',
  force: 'PRACTICE',
  starts: ['born'],
  inForceFrom: schoolDate('1900-01-01'),
};

/** What a date of birth alone gives (statutory.md 1.2, 5.1). */
export const pupil: Process = {
  events: ['born'],
  facts: { ehcp: ['yes', 'no'] },
  order: [],
  clocks: [
    {
      id: 'compulsory-school-age',
      name: 'Compulsory school age ends; the rights pass to the young person',
      owedBy: 'school',
      force: 'LAW',
      source: 'Education Act 1996 s8; CFA 2014 s80 and s83',
      starts: ['born'],
      limit: schoolLeaving,
      inForceFrom: schoolDate('1900-01-01'),
    },
    {
      ...kept,
      id: 'retention-sen-file',
      name: 'The SEN file, where there is one, has been kept long enough: review, then destroy',
      source: 'IRMS Schools Toolkit, as cited; older advice says 25, 30 or 35 years',
      limit: keptFor(({ local }) => local.senFileYears),
    },
    {
      ...kept,
      id: 'retention-pupil-record',
      name: 'The pupil record has been kept long enough: review, then destroy',
      source: 'IRMS Schools Toolkit (unverified)',
      limit: keptFor(({ local }) => local.pupilRecordYears),
      applies: ({ facts }) => facts.ehcp !== 'yes',
    },
  ],
};
