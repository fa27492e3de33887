import type { PartRule } from './part-rule.ts';

const source = 'One-minute guide of an authority to the SEND report for governors; docs-and-forms.md 14';

const of =
  (isMust: boolean) =>
  ([part, title]: readonly [string, string], wants: string): PartRule => ({
    part,
    title,
    wants,
    source,
    force: 'PRACTICE',
    isMust,
  });
const must = of(true);
const mayBe = of(false);

/** What a SEND report to governors says (rule pub-8). Its figures come from the records; these are the words to them. */
export const governorsReportParts: readonly PartRule[] = [
  mayBe(['summary', 'In short'], 'The three things that governors should know first.'),
  must(
    ['numbers', 'Who our pupils with SEN are'],
    'What the numbers say beside those of England, and what stands out.',
  ),
  must(
    ['change', 'What has changed'],
    'How the numbers have moved over the years, and why as far as it is known.',
  ),
  must(
    ['effect', 'Provision and its effect'],
    'What was given, what it brought, and what is kept, changed or stopped.',
  ),
  must(['money', 'Money'], 'What provision has cost so far, and whether that is as it was planned.'),
  must(['training', 'Staffing and training'], 'Who was trained in what, and what is needed next.'),
  must(
    ['feedback', 'Complaints and compliments'],
    'What families were content with and what not, and what the school did about it.',
  ),
  mayBe(
    ['voices', 'Pupils and parents'],
    'What pupils and parents say about support, together and never one by one.',
  ),
  must(
    ['actions', 'Actions'],
    'What was done of what was promised, and what comes next with who answers for it.',
  ),
  mayBe(['questions', 'Questions for governors'], 'What governors are asked to decide or to look into.'),
];
