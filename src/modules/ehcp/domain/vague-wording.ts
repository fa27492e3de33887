import { type Quantity, readQuantity } from '#src/kernel/quantity.ts';

/** A written rule about wording that nobody could be held to. */
export type WordingRule = {
  readonly id: string;
  /** What is wrong, said to whoever reads the plan. */
  readonly why: string;
  readonly source: string;
  readonly breaks: string;
  readonly keeps: string;
  readonly isBroken: (line: Line) => boolean;
};

type Line = { readonly text: string; readonly quantity: Quantity };

const regulation =
  'SEND Regulations 2014 reg 12; Code of Practice 9.69: detailed, specific, normally quantified';

const says = (pattern: RegExp) => (line: Line) => pattern.test(line.text);
/** How much and how often are both said: then a loose word beside them does little harm. */
const isMeasured = ({ duration, count, frequency, whole }: Quantity) =>
  whole || (frequency && (duration || count));
const looselySays = (pattern: RegExp) => (line: Line) =>
  pattern.test(line.text.replaceAll(roles, 'adult')) && !isMeasured(line.quantity);

const timeUnit =
  '(?:\\d|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty)[\\w½.-]*\\s*(?:-\\s*)?(?:minutes?|mins?|hours?|hrs?|sessions?|times?|visits?|days?|weeks?|blocks?|%|per cent)';
/** Who a person is, not what is given: "a specialist teaching assistant" promises no teaching and no loose amount. */
const roles =
  /\b(?:specialist |higher level )?(?:(?:teaching|support|learning support|classroom|midday) (?:assistants?|workers?|staff|teachers?)|learning mentors?|(?:specialist|advisory) teachers?|teachers?|therapists?|tutors?|counsellors?)\b/g;
/** A day by which it has happened once, or the months that it happens in: as good as a frequency. */
const byADay =
  /\b(?:before|by|in|during|from) (?:the (?:start|beginning|end|first week) of )?(?:(?:the|each|every) )?(?:(?:first|second|autumn|spring|summer) )?(?:half[- ]term|term|school year|january|february|march|april|may|june|july|september|october|november|december)\b/;
const service =
  /\b(?:support|supported|therapy|intervention|interventions|input|mentoring|counselling|tuition|coaching|teaching|help|physiotherapy|programme|guidance)\b/;

export const wordingRules: readonly WordingRule[] = [
  {
    id: 'as-required',
    why: 'It leaves to somebody’s judgement whether anything happens. Say when.',
    source: regulation,
    breaks: 'Movement breaks will be given as required.',
    keeps: 'A movement break of 5 minutes is given every 40 minutes.',
    isBroken: says(
      /\b(?:as|when|where|wherever|whenever|if|should it be|should this be)(?:\s+and\s+(?:as|when|where|if))?(?:\s+(?:is|are|it is|this is|deemed|considered|thought|felt|he|she|they|staff|the school|feel|feels|think|thinks|reasonably))*\s+(?:required|needed|necessary|appropriate|possible|available|practicable|practical|feasible|relevant|applicable|helpful|suitable|beneficial|useful|fit|requires? (?:it|this)|needs? (?:it|this))\b|\b(?:on a needs? basis|on demand|as and when|case[- ]by[- ]case|ad hoc|needs?[- ]led)\b/,
    ),
  },
  {
    id: 'up-to',
    why: '“Up to” is kept by giving nothing. Say how much.',
    source: regulation,
    breaks: 'Up to 10 hours of support a week.',
    keeps: '10 hours a week with a teaching assistant.',
    isBroken: says(
      new RegExp(
        `\\b(?:up to|a maximum of|maximum|no more than|not more than|not exceeding)\\s+(?:a\\s+(?:total|maximum)\\s+of\\s+)?${timeUnit}\\b`,
      ),
    ),
  },
  {
    id: 'may',
    why: 'It says what could happen, not what must.',
    source: regulation,
    breaks: 'He may need some help at lunchtime.',
    keeps: 'A midday assistant sits with him for the 30 minutes of each lunchtime.',
    isBroken: ({ text }) =>
      /\b(?:might|may|could|can) (?:also |still |sometimes |need|require|benefit|be |have |include|help|use|access|wish|want|find|receive|take|involve|work|attend|consider)/.test(
        text,
      ) || /\b(?:possibly|potentially|perhaps|hopefully|ideally)\b/.test(text),
  },
  {
    id: 'would-benefit',
    why: 'It gives an opinion of what would be good. Provision says what is made.',
    source: regulation,
    breaks: 'She would benefit from a quiet place to work.',
    keeps: 'She works at a screened desk in the library for 20 minutes of each English lesson.',
    isBroken: says(
      /\bbenefits? from\b|\bbenefit if\b|\b(?:would|will|should) benefit\b|\b(?:is|are|it is|be) (?:recommended|advised|suggested|hoped|anticipated|envisaged|expected|desirable|beneficial|useful|helpful|advisable|preferable) (?:that|to|for|if)\b|\b(?:would|will|might|could) be (?:helpful|useful|beneficial|desirable|good)\b|\b(?:should|to|will) (?:be considered|consider|look to|aim to|try to|endeavour to|seek to|strive|attempt to|explore)\b|\bconsideration (?:will|should|to|is)\b|\bshould be (?:given|offered|provided|encouraged|supported|made|explored|available|considered)\b/,
    ),
  },
  {
    id: 'subject-to',
    why: 'It makes provision depend on money, people or a later choice.',
    source: 'CFA 2014 s42: the authority must secure what Section F says',
    breaks: 'Speech therapy, subject to availability.',
    keeps: 'A speech and language therapist sees her for 45 minutes every two weeks.',
    isBroken: says(
      /\b(?:subject to|depending (?:up)?on|dependent (?:up)?on|at the discretion|discretion of|according to (?:need|availability|resources)|within (?:existing|available) resources|resources permitting|time permitting|where (?:staffing|timetabl\w+|resources) (?:allows?|permits?)|to be (?:determined|agreed|confirmed|decided|arranged|reviewed and adjusted)|t\.?b\.?[cd]\.?|if (?:funding|staffing|resources)|when (?:staffing|funding|resources)|allowing for)\b/,
    ),
  },
  {
    id: 'regular',
    why: 'Nobody can tell how often that is. Say how often and for how long.',
    source: regulation,
    breaks: 'Regular speech and language therapy.',
    keeps: 'Speech and language therapy for 30 minutes each week.',
    isBroken: ({ text, quantity }) =>
      /\b(?:regular|regularly|frequent|frequently|ongoing|on-going|periodic|periodically|often|occasional|occasionally|sometimes|from time to time|intermittent|continuing|continued|routinely|usually|normally|generally|typically|at intervals|every so often|now and then)\b/.test(
        text,
      ) && !(quantity.frequency && (quantity.duration || quantity.count) && !/throughout the/.test(text)),
  },
  {
    id: 'access-to',
    why: 'To have access is not to be given. Say what is given, by whom and how much.',
    source: regulation,
    breaks: 'Access to a sensory room.',
    keeps: 'A teaching assistant takes him to the sensory room for 15 minutes at 10.30 each day.',
    isBroken: ({ text, quantity }) =>
      /\b(?:access(?:es|ing)? (?:to )?|opportunit(?:y|ies) |chances? to |offered |availability of |option (?:of|to) |allowed to |able to use |signposted )/.test(
        `${text} `,
      ) &&
      !isMeasured(quantity) &&
      !(quantity.frequency && /\baccess(?:es|ing)? (?:to )?/.test(text)),
  },
  {
    id: 'loose-amount',
    why: 'It gives an amount that cannot be counted.',
    source: regulation,
    breaks: 'A high level of adult support.',
    keeps: 'A teaching assistant beside her for 15 hours a week.',
    isBroken: looselySays(
      /\b(?:some|a range of|range of|a variety of|variety of|various|a number of|several|sufficient|adequate|enough|reasonable|significant|considerable|substantial|additional|extra|further|enhanced|increased|intensive|high(?:er)? levels?|low(?:er)? levels?|level of|levels of|a degree of|plenty|a lot|lots|a bit|more|less|as much as|small[- ]groups?|a little|many|multiple|short|brief|minimal|close|flexible|flexibly|flexibility|relevant|appropriate(?!-)|appropriately|suitable|suitably|tailored|bespoke|personalised|individualised|differentiated|adapted|specialist|holistic|consistent|careful|positive|good|nurturing|structured)\b/,
    ),
  },
  {
    id: 'and-so-on',
    why: 'A list that does not end cannot be checked.',
    source: regulation,
    breaks: 'Resources such as cushions, fidgets etc.',
    keeps: 'A wobble cushion and a hand-sized fidget, kept at his desk in every lesson.',
    isBroken: ({ text, quantity }) =>
      /\betc\b|\band so on\b|\band\/or\b|\bor similar\b|\bor equivalent\b/.test(text) ||
      (/\b(?:such as|for example|e\.g\.?|including but not)/.test(text) && !isMeasured(quantity)),
  },
  {
    id: 'no-quantity',
    why: 'It says neither how much nor how often.',
    source: regulation,
    breaks: 'Help with reading from an adult.',
    keeps: 'An adult hears her read for 10 minutes each morning.',
    isBroken: ({ quantity: { duration, count, frequency, whole } }) =>
      !(duration || count || frequency || whole),
  },
  {
    id: 'no-frequency',
    why: 'It says how long, not how often.',
    source: regulation,
    breaks: '30 minutes with a learning mentor.',
    keeps: '30 minutes with a learning mentor each Monday.',
    isBroken: ({ text, quantity: { duration, frequency, whole } }) =>
      duration && !frequency && !whole && !byADay.test(text),
  },
  {
    id: 'no-duration',
    why: 'It says how often, not for how long.',
    source: regulation,
    breaks: 'Weekly support from a mentor.',
    keeps: 'A mentor meets him for 40 minutes each week.',
    isBroken: ({ text, quantity: { duration, count, frequency, whole } }) =>
      frequency && !duration && !count && !whole && service.test(text.replaceAll(roles, 'adult')),
  },
];

/**
 * The ids of the wording rules that one line of Section F breaks, in the order of the table; none where it is specific.
 * A line of fewer than three words, such as a heading, breaks none. Rules alone, no guess: each says why and gives a
 * line that breaks and one that keeps it.
 */
export function vagueWording(line: string): readonly string[] {
  const text = line.toLowerCase().replaceAll('’', "'").trim();
  if (text.split(/\s+/).length < 3) return [];
  const read: Line = { text, quantity: readQuantity(text) };
  return wordingRules.filter((rule) => rule.isBroken(read)).map(({ id }) => id);
}
