import type { Chance } from './demo-chance.ts';
import { dateFrom, dayOf } from './demo-days.ts';
import { grownUpForename, plainLetters, someCulture } from './demo-names.ts';
import type { SchoolPlan } from './demo-plans.ts';
import type { DemoContract, DemoPost, DemoRate, DemoStaff } from './demo-trust.ts';

/** One line of the school's establishment: how many hold a post, for how long a week. */
type Posts = {
  readonly post: DemoPost;
  readonly jobTitle: string;
  readonly count: number;
  readonly minutesPerWeek: number;
  readonly weeksPerYear: number;
};

const teacherMinutes = 1950;
const officeMinutes = 2220;
const aWeek = { teaching: 39, office: 41, allYear: 52 } as const;

const teaching = (post: DemoPost, jobTitle: string, count: number, share = 1): Posts => ({
  post,
  jobTitle,
  count,
  minutesPerWeek: Math.round(teacherMinutes * share),
  weeksPerYear: aWeek.teaching,
});
const supporting = (post: DemoPost, jobTitle: string, count: number): Posts => ({
  post,
  jobTitle,
  count,
  minutesPerWeek: 1650,
  weeksPerYear: aWeek.teaching,
});
const inOffice = (post: DemoPost, jobTitle: string, count: number): Posts => ({
  post,
  jobTitle,
  count,
  minutesPerWeek: officeMinutes,
  weeksPerYear: aWeek.office,
});

const head: Posts = { ...teaching('head', 'Headteacher', 1), weeksPerYear: aWeek.allYear };

/** A TA to 33 primary pupils and to 100 secondary; a teacher to 21 and to 17: rules of thumb. */
function postsOf(plan: SchoolPlan, classes: number): readonly Posts[] {
  const { pupils, phase } = plan;
  if (phase === 'primary') {
    return [
      head,
      teaching('deputy_head', 'Deputy headteacher', 1),
      teaching('senco', 'SENCO', 1, 0.8),
      teaching('teacher', 'Class teacher', classes + Math.ceil(pupils / 210)),
      supporting('hlta', 'Higher level teaching assistant', Math.ceil(pupils / 210)),
      supporting('teaching_assistant', 'Teaching assistant', Math.ceil(pupils / 33)),
      inOffice('office', 'School administrator', Math.ceil(pupils / 250)),
      inOffice('finance', 'School business manager', 1),
    ];
  }
  const isSmall = phase === 'alternative';
  return [
    head,
    teaching('deputy_head', 'Deputy headteacher', isSmall ? 1 : 2),
    teaching('senco', 'SENCO', 1),
    ...(isSmall ? [] : [teaching('assistant_senco', 'Assistant SENCO', 1)]),
    teaching(
      'teacher',
      isSmall ? 'Teacher' : 'Subject teacher',
      Math.max(classes, Math.ceil(pupils / (isSmall ? 7 : 17))),
    ),
    supporting('hlta', 'Higher level teaching assistant', isSmall ? 1 : 2),
    supporting(
      'teaching_assistant',
      'Teaching assistant',
      Math.ceil(pupils / (isSmall ? 7 : 95)) + (plan.isUnitSchool ? 5 : 0),
    ),
    inOffice('office', 'School administrator', Math.ceil(pupils / 300)),
    inOffice('exams', 'Exams officer', 1),
    inOffice('finance', 'Finance manager', 1),
  ];
}

/** Pence an hour with on-costs in the year from April 2025: £17.20 for a TA, the rest by pay scales. */
const penceIn2025: Record<DemoPost, number> = {
  head: 7150,
  deputy_head: 5980,
  senco: 5340,
  assistant_senco: 4410,
  teacher: 4290,
  hlta: 2140,
  teaching_assistant: 1720,
  office: 1860,
  exams: 2060,
  finance: 2480,
};
const teachingPosts: readonly DemoPost[] = ['head', 'deputy_head', 'senco', 'assistant_senco', 'teacher'];
const yearlyRise = 1.032;

/** Three years of rates: teachers' change on 1 September, the others' on 1 April. */
function ratesOf(post: DemoPost, today: number): readonly DemoRate[] {
  const changes = teachingPosts.includes(post) ? '09-01' : '04-01';
  const thisYear = Number(dateFrom(today).slice(0, 4));
  const latest = dayOf(thisYear, changes) <= today ? thisYear : thisYear - 1;
  return [latest - 2, latest - 1, latest].map((year) => ({
    from: dateFrom(dayOf(year, changes)),
    until: year === latest ? null : dateFrom(dayOf(year + 1, changes) - 1),
    pencePerHour: Math.round(penceIn2025[post] * yearlyRise ** (year - 2025)),
  }));
}

/** Assistants often work part of the week, and some have changed their hours. */
function contractsOf(chance: Chance, posts: Posts, today: number): readonly DemoContract[] {
  const thisYear = Number(dateFrom(today).slice(0, 4));
  const startYear = thisYear - chance.whole(1, 9);
  const from = dateFrom(dayOf(startYear, chance.pick(['09-01', '01-04', '04-16'])));
  const weeksPerYear = posts.weeksPerYear;
  const isAssistant = posts.post === 'teaching_assistant';
  const share = chance.happens(isAssistant ? 0.5 : 0.15) ? chance.pick([0.4, 0.5, 0.6, 0.8]) : 1;
  const minutesPerWeek = Math.round((posts.minutesPerWeek * share) / 15) * 15;
  const change = dayOf(thisYear - 1, '09-01');
  if (!isAssistant || startYear >= thisYear - 1 || !chance.happens(0.3)) {
    return [{ from, until: null, minutesPerWeek, weeksPerYear }];
  }
  return [
    { from, until: dateFrom(change - 1), minutesPerWeek: 990, weeksPerYear },
    { from: dateFrom(change), until: null, minutesPerWeek, weeksPerYear },
  ];
}

/** Initials, with a figure when they are taken. */
function codeFor(forename: string, surname: string, taken: Set<string>): string {
  const letters = `${plainLetters(forename).slice(0, 1)}${plainLetters(surname).slice(0, 2)}`.toUpperCase();
  for (let number = 1; ; number++) {
    const code = number === 1 ? letters : `${letters}${number}`;
    if (!taken.has(code)) {
      taken.add(code);
      return code;
    }
  }
}

/** Everybody who works at the school, the head first. Codes and addresses of email are used once. */
export function makeStaff(
  chance: Chance,
  plan: SchoolPlan,
  given: { classes: number; today: number },
): readonly DemoStaff[] {
  const codes = new Set<string>();
  const mailboxes = new Set<string>();
  const mailboxFor = (forename: string, surname: string): string => {
    const wanted = `${plainLetters(forename).slice(0, 1)}.${plainLetters(surname)}`;
    let mailbox = wanted;
    for (let number = 2; mailboxes.has(mailbox); number++) mailbox = `${wanted}${number}`;
    mailboxes.add(mailbox);
    return mailbox;
  };
  return postsOf(plan, given.classes).flatMap((posts) =>
    Array.from({ length: posts.count }, (): DemoStaff => {
      const culture = someCulture(chance);
      const sex = chance.happens(plan.phase === 'primary' ? 0.85 : 0.66) ? 'F' : 'M';
      const forename = grownUpForename(chance, culture, sex);
      const surname = chance.pick(culture.surnames);
      return {
        code: codeFor(forename, surname, codes),
        title: sex === 'M' ? 'Mr' : chance.pick(['Mrs', 'Miss', 'Ms', 'Mrs']),
        forename,
        surname,
        post: posts.post,
        jobTitle: posts.jobTitle,
        email: `${mailboxFor(forename, surname)}@${plan.domain}`,
        contracts: contractsOf(chance, posts, given.today),
        rates: ratesOf(posts.post, given.today),
      };
    }),
  );
}
