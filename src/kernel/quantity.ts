/** What a line says of how much and how often. */
export type Quantity = {
  /** A length of time: "20 minutes", "half an hour". */
  readonly duration: boolean;
  /** A count of something: "three sessions", "10 pupils", "18-point". */
  readonly count: boolean;
  /** How often: "twice a week", "daily", "at the start of each lesson". */
  readonly frequency: boolean;
  /** All of the time: "in every lesson", "full-time", "at all times". */
  readonly whole: boolean;
};

const word =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty(?:[- ]five)?|twenty|thirty|forty(?:[- ]five)?|forty|fifty|sixty|ninety|a hundred';
const number = `(?:\\d+(?:[.,½]\\d*)?½?|${word}|an?|half an?)`;
const counted = `(?:\\d+(?:\\.\\d+)?|${word})`;

const duration = new RegExp(
  `\\b${number}(?:\\s*(?:-|–|to)\\s*${counted})?[\\s-]*(?:minutes?|mins?|hours?|hrs?)\\b|\\bhalf[\\s-]hour|\\bhalf[\\s-]days?\\b|\\bfull days?\\b|\\b${counted}[\\s-]*(?:whole |full |half )?days?\\b`,
);
const things =
  'sessions?|times?|visits?|meetings?|lessons?|periods?|blocks?|pupils?|children|peers?|students?|learners?|adults?|staff|people|members?|tas?|lsas?|teachers?|assistants?|therapists?|breaks?|words?|questions?|steps?|items?|instructions?|choices?|pieces?|key words?|targets?|weeks?|months?|terms?|points?|pt|metres?|cm|mm|seconds?|per cent|percent|decibels?|db|pages?|copies|sets?|repetitions?|reports?|reviews?|assessments?|occasions?|colours?|symbols?|pictures?|sentences?|hourly';
const count = new RegExp(
  `\\b${counted}(?:\\s*(?:-|–|to|or|x)\\s*${counted})?[\\s-]*(?:[a-z'’-]+\\s+){0,3}?(?:${things})\\b|\\d\\s*%|\\b\\d+\\s*:\\s*[2-9]\\b|\\b[2-9]\\s*:\\s*1\\b|\\bn\\d{2}\\b|\\b\\d{2}\\s*pt\\b`,
);

const period =
  'day|week|fortnight|month|term|half[- ]term|year|session|lesson|hour|morning|afternoon|school day|school week|school year|academic year';
const each =
  'day|lesson|week|weekday|morning|afternoon|term|half[- ]term|month|year|session|hour|fortnight|school day|transition|change|activity|task|instruction|meal|time|break|breaktime|lunchtime|playtime|assembly|test|assessment|visit|occasion|page|piece|subject|monday|tuesday|wednesday|thursday|friday|\\d+|two|three|four|five|six|ten|fifteen|twenty|thirty|forty';
const frequency = new RegExp(
  [
    '\\b(?:daily|weekly|fortnightly|monthly|termly|half[- ]termly|yearly|annually|annual|hourly|nightly|bi-?weekly|twice-weekly)\\b',
    `\\b(?:each|every)\\s+(?:single\\s+|other\\s+|new\\s+|written\\s+|verbal\\s+|spoken\\s+|taught\\s+|school\\s+|english\\s+|maths\\s+|literacy\\s+|numeracy\\s+|science\\s+|pe\\s+|classroom\\s+|independent\\s+|academic\\s+|registration\\s+)*(?:${each})s?\\b`,
    '\\ball\\s+(?:of\\s+(?:his|her|their)\\s+)?(?:(?:taught|written|his|her|their|core|academic|practical|whole[- ]class|unstructured|public|school|internal|tests?|the)\\s+)*(?:lessons?|sessions?|subjects?|transitions?|examinations?|exams?|tests?|assessments?|breaks?|breaktimes?|lunchtimes?|mealtimes?|tasks?|times|activities)\\b',
    '\\b(?:once|twice|thrice)\\b',
    `\\b(?:per|a|an|each|every)\\s+(?:${period})\\b`,
    `\\b(?:over|across|within|for)\\s+(?:the|an?|one|${counted})\\s*(?:[a-z-]+\\s+)?(?:weeks?|terms?|years?|months?|half[- ]terms?|academic year|school year|school week)\\b`,
    '\\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\\b',
    '\\b(?:at|during|before|after|in)\\s+(?:both\\s+|the\\s+start\\s+of\\s+|morning\\s+)?(?:registration|arrival|break|lunch|breaktimes?|lunchtimes?|playtimes?|break and lunch\\w*|home time|the end of the day|the start of the day)\\b',
    '\\b\\d+\\s*(?:x|times)\\s*\\d*',
    '\\b(?:full[- ]time|at all times|throughout the (?:whole )?(?:school )?(?:day|week)|whenever)\\b',
    '\\bp\\.?\\s?w\\.?\\b|/\\s*(?:day|week|wk|term|year)\\b',
    '\\bat \\d{1,2}[.:]\\d{2}\\b',
  ].join('|'),
);
const whole =
  /\b(?:full[- ]time|at all times|throughout the (?:whole )?school (?:day|week)|(?:in|for|during|across) (?:every|each|all) (?:\w+ )?(?:lessons?|sessions?|subjects?)|all lessons|every lesson|each lesson)\b/;

/** Numbers that say nothing of how much: a class, an age, a section, a ratio of one adult to one child. */
const notQuantities =
  /\b(?:years?|yr|key stage|ks|section|part|outcome|target|need|stage|phase|level|aged?|appendix|page|paragraph)\s*\d+[a-z]?\b|\b(?:1\s*:\s*1|one[- ]to[- ]one|1[- ]to[- ]1|one of|at one time|no one|one another|everyone)\b|\bks\d\b/g;

/** Reads how much and how often a line says. Case does not matter. */
export function readQuantity(text: string): Quantity {
  const plain = text.toLowerCase().replaceAll('’', "'").replaceAll(notQuantities, ' ');
  return {
    duration: duration.test(plain),
    count: count.test(plain),
    frequency: frequency.test(plain),
    whole: whole.test(plain),
  };
}
