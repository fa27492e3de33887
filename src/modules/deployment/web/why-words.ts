import type { StaffId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { forceWords } from '../domain/demand-facts.ts';
import type { Difference, Explained, OtherWay } from '../domain/explain-placement.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { BreachKind } from '../domain/placement/check.ts';
import type { Force, Placement } from '../domain/week.ts';
import { dose, hoursWords, pupilName } from './team-words.ts';

const listed = new Intl.ListFormat('en-GB');

const adultName = (week: FullWeek, staffId: StaffId): string =>
  week.adults.find((one) => one.staffId === staffId)?.name ?? 'an adult';
const titleOf = (week: FullWeek, { demandId }: Placement): string =>
  week.demands.find((one) => one.demandId === demandId)?.title ?? 'other help';

type Said = Pick<OtherWay, 'placement' | 'rule' | 'inTheWay'>;

/** A rule that keeps an adult, who is named beside it, from giving something at a time; with what is in the way. */
function ruleWords(week: FullWeek, { placement, rule, inTheWay }: Said): string {
  const adult = week.adults.find(({ staffId }) => staffId === placement.staffId);
  const demand = week.demands.find(({ demandId }) => demandId === placement.demandId);
  const missing = [...(demand?.skills ?? [])].filter((skill) => adult?.skills.has(skill) !== true);
  const titles = listed.format([...new Set(inTheWay.map((one) => titleOf(week, one)))]);
  const theirs = demand?.pupilIds.length === 1 ? 'The pupil has' : 'Pupils of it have';
  const words: Readonly<Record<BreachKind, string>> = {
    unknown: 'It is not in the week any more',
    start: 'It may not begin then',
    length: 'The day has not so much time in one piece from then on',
    named: 'Not among those named for it',
    skills: `Not trained in ${listed.format(missing)}`,
    avoids: `Kept apart from ${demand?.pupilIds.length === 1 ? 'the pupil' : 'one of the pupils'}`,
    available: 'Not there then',
    adult: `Gives ${titles} then`,
    pupil: `${theirs} ${titles} then`,
    demand: 'It is given at that time already',
    day: 'It is given on that day already, and once a day at most',
    times: 'It is given as often as it is needed',
    minutes: `Would have more than the ${hoursWords(adult?.minutes ?? 0)} of the contract`,
    row: `Would have more than ${adult?.inARow ?? ''} in a row without a free one`,
    travel: `Could not come in time from or to the other site: ${titles}`,
  };
  return rule === null ? '' : words[rule];
}

/** What would be different where something is had in another way. */
function differenceWords({ level, more }: Difference): string {
  const [size, much] = [Math.abs(more), more > 0 ? 'more' : 'less'];
  switch (level) {
    case 'faces':
      return more > 0 ? 'the pupils would meet somebody new' : 'the pupils would meet fewer new people';
    case 'unequal':
      return `the adults’ hours would be ${more > 0 ? 'less' : 'more'} equal, by ${size} minutes`;
    case 'pence':
      return `it would cost ${poundsInWords(size)} a week ${much}`;
    default:
      return `${much} would be given of what is ${forceWords[level].toLowerCase()}`;
  }
}

/** Why something is not had in another way, or what it would change. */
export function wayWords(week: FullWeek, way: OtherWay): string {
  if (way.rule !== null) return ruleWords(week, way);
  if (way.difference === null) return 'Could be had, and would be as good';
  return `Could be had, ${way.difference.isWorse ? 'but' : 'and'} ${differenceWords(way.difference)}`;
}

const before: Readonly<Record<Force, string>> = {
  safety: 'nothing is placed before that',
  law: 'only safety and health are placed before that',
  intervention: 'placed after safety and what EHC plans name, before general help',
  general: 'placed after everything else',
};

function knownWords(week: FullWeek, { known, adult }: Explained): string | null {
  if (known.length === 0) return null;
  const name = adultName(week, adult.staffId);
  if (known.length > 2) {
    const some = known.filter(({ staffIds }) => staffIds.includes(adult.staffId)).length;
    return `${some} of the ${known.length} pupils know ${name} from provision.`;
  }
  return known
    .map(({ pupilId, staffIds }) => {
      const pupil = pupilName(week, pupilId);
      if (staffIds.includes(adult.staffId)) return `${pupil} knows ${name} from provision.`;
      const others = listed.format(staffIds.map((one) => adultName(week, one)));
      return others === ''
        ? `${pupil} knows nobody of the week from provision yet.`
        : `${pupil} knows ${others} from provision, and not ${name}.`;
    })
    .join(' ');
}

/** Why it is there, in a few sentences. */
export function whyWords(week: FullWeek, explained: Explained): readonly string[] {
  const { demand, adult, minutes, pence, rule, ways, open } = explained;
  const name = adultName(week, adult.staffId);
  const named = week.demands.find(({ demandId }) => demandId === demand.demandId);
  const skills = [...demand.skills];
  return [
    `${forceWords[demand.force]}: ${before[demand.force]}. Needed ${named === undefined ? '' : dose(named)}, the need is ${demand.need} of 5.`,
    rule === null
      ? `${name} is there and free then${skills.length === 0 ? '' : `, and is trained in ${listed.format(skills)}`}. No rule is broken.`
      : `As it stands it breaks a rule, of ${name}: ${ruleWords(week, explained)}.`,
    knownWords(week, explained),
    pence === null ? null : `It costs ${poundsInWords(pence)} each time, for ${minutes} minutes.`,
    ways === 1
      ? 'There is no other adult and no other time to give it.'
      : `There are ${ways} ways of giving it, this one counted: ${open === 0 ? 'none' : open} of them ${open === 1 ? 'keeps' : 'keep'} every rule.`,
    explained.placement.isPinned && !week.fixedIds.has(demand.demandId)
      ? 'It is pinned: a suggestion leaves it where it is.'
      : null,
  ].filter((words) => words !== null);
}
