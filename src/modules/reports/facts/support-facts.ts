import { longDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { againstThreshold, type BidCosts, bidCostsOf, plannedPence } from '#src/modules/funding/index.ts';
import { minutesInWords, outcomeWords, type PupilRun, weekInWords } from '#src/modules/provision/index.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { each, type Fact, type FactSource, factsOf, one } from './fact.ts';

const run =
  (words: (run: PupilRun) => string | null): Fact['of'] =>
  (read) =>
    each(read.provision.runs, words, () => supportSource(read));
const supportSource = ({ provision, pupil }: FactsRead): FactSource => ({
  label: provision.period === null ? 'Provision' : `Provision, ${provision.period.label}`,
  on: null,
  href: `/pupils/${pupil.pupilId}/provision`,
});
const whole =
  (words: (read: FactsRead) => string | null): Fact['of'] =>
  (read) =>
    one(read.provision.runs.length === 0 ? null : words(read), supportSource(read));
const weekly = ({ slots }: PupilRun): number => slots.reduce((sum, { minutes }) => sum + minutes, 0);
const spent = ({ provision }: FactsRead): string | null => {
  const costs = provision.runs.flatMap(({ spent: pence }) => (pence === null ? [] : [pence]));
  return costs.length === 0 ? null : poundsInWords(costs.reduce((sum, pence) => sum + pence, 0));
};
/** A sum of the costed year. */
const costed =
  (pence: (costs: BidCosts) => number): Fact['of'] =>
  (read) =>
    one(read.costs.runs.length === 0 ? null : poundsInWords(pence(bidCostsOf(read.costs))), {
      ...supportSource(read),
      label: `Provision and its cost, ${read.costs.year ?? 'this year'}`,
    });
const lastPlace = ({ places }: PupilRun) => places.at(-1);

/** What is given, and what it costs. */
export const supportFacts: readonly Fact[] = factsOf('support', 'staff', {
  names: [
    'Support: what',
    ['provision', 'intervention', 'support', 'name of programme', 'provision or intervention', 'what'],
    run(({ name }) => name),
  ],
  who: [
    'Support: who leads it',
    ['who leads it', 'lead', 'delivered by', 'adult', 'by whom', 'staff'],
    run(({ adults }) => adults.join(', ')),
  ],
  when: [
    'Support: when in the week',
    ['frequency', 'when', 'how often', 'days and times', 'frequency and duration'],
    run(({ slots }) => weekInWords(slots)),
  ],
  weekly: [
    'Support: minutes a week',
    ['minutes a week', 'weekly minutes', 'minutes per week', 'time per week'],
    run((item) => (weekly(item) === 0 ? null : `${weekly(item)}`)),
  ],
  since: [
    'Support: since',
    ['start date', 'started', 'from'],
    run((item) => (item.places[0] === undefined ? null : longDate(item.places[0].fromOn))),
  ],
  given: [
    'Support: time given this year',
    ['hours delivered', 'time given', 'delivered', 'hours given'],
    run(({ ledger }) => minutesInWords(ledger.held + ledger.extra)),
  ],
  planned: [
    'Support: time planned this year',
    ['hours planned', 'planned'],
    run(({ ledger }) => minutesInWords(ledger.planned)),
  ],
  costs: [
    'Support: cost for this pupil',
    ['cost', 'cost to date', 'cost per year', 'annual cost', 'cost for this pupil', 'amount'],
    run(({ spent: pence }) => (pence === null ? null : poundsInWords(pence))),
    'finance',
  ],
  'planned-costs': [
    'Support: planned cost of the year for this pupil',
    ['planned cost', 'cost per annum', 'annual cost per pupil', 'yearly cost'],
    (read) =>
      each(
        read.provision.runs,
        ({ runId }) => {
          const planned = read.costs.runs.find((item) => item.runId === runId)?.planned ?? 0;
          return planned === 0 ? null : poundsInWords(planned);
        },
        () => supportSource(read),
      ),
    'finance',
  ],
  aims: [
    'Support: aims',
    ['aim', 'purpose', 'reason for support'],
    run((item) => lastPlace(item)?.aim ?? null),
  ],
  outcomes: [
    'Support: what came of it',
    ['impact', 'outcome of intervention', 'effect'],
    run((item) => outcomeOf(item)),
  ],
  'all-given': [
    'All support: time given this year',
    ['total hours delivered', 'total time given'],
    whole(({ provision }) => minutesInWords(provision.whole.held + provision.whole.extra)),
  ],
  'all-weekly': [
    'All support: time a week',
    ['total hours per week', 'hours of support a week', 'total weekly support'],
    whole(({ provision }) =>
      minutesInWords(
        provision.runs.filter(({ isNow }) => isNow).reduce((sum, item) => sum + weekly(item), 0),
      ),
    ),
  ],
  'all-lost': [
    'All support: time lost this year',
    ['time lost', 'sessions missed'],
    whole(({ provision }) => minutesInWords(provision.whole.lost)),
  ],
  'all-cost': [
    'All support: cost this year',
    ['total cost', 'total cost of provision', 'cost of support', 'total'],
    whole(spent),
    'finance',
  ],
  'all-planned-cost': [
    'All support: planned cost of the year',
    ['total planned cost', 'total annual cost', 'total cost for the year'],
    costed(plannedPence),
    'finance',
  ],
  beyond: [
    'All support: cost beyond the school’s own part',
    ['cost over £6,000', 'amount above £6,000', 'cost beyond the first £6,000', 'additional cost'],
    costed((costs) => againstThreshold(costs).beyond),
    'finance',
  ],
  summary: [
    'Support in full',
    [
      'current support',
      'support in place',
      'what is in place',
      'provision in place',
      'arrangements in school',
    ],
    run(
      (item) =>
        `${item.name}${item.adults.length === 0 ? '' : ` with ${item.adults.join(', ')}`}${item.slots.length === 0 ? '' : `: ${weekInWords(item.slots)}`}`,
    ),
  ],
});

const outcomeOf = (item: PupilRun): string | null => {
  const outcome = lastPlace(item)?.outcome ?? null;
  return outcome === null ? null : outcomeWords[outcome];
};
