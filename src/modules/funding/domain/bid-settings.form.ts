import { z } from 'zod';
import {
  date,
  form,
  money,
  optionalDate,
  optionalText,
  text,
  tick,
  type Values,
  version,
  wholeNumber,
} from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import type { TopUpRules } from './bid-settings.ts';

const number = (label: string, hint: string, max: number) =>
  mayBeBlank(wholeNumber({ label, hint, min: 1, max }));

/** What an authority wants to see with a bid, and how long it takes. */
export const topUpRulesForm = form({
  cycles: number('Cycles of plans', 'Two is usual', 10),
  costs: tick({ label: 'A costed provision map past the school’s own part' }),
  adviceMonths: number('A professional’s report not older than so many months', '12 or 24 are usual', 60),
  results: tick({ label: 'Results of assessments' }),
  pupilViews: tick({ label: 'The pupil’s views' }),
  parentViews: tick({ label: 'The family’s views' }),
  others: optionalText({
    label: 'Anything else it asks for',
    hint: 'A line each',
    max: 4000,
    kind: 'longText',
  }),
  decideWeeks: number('Weeks in which it decides', 'Left blank: it names none', 52),
  renewWeeks: number('Weeks before the end at which it wants to be asked again', 'Left blank: 8', 52),
  source: optionalText({ label: 'Where it says so', max: 300 }),
  version: { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) },
});

export const topUpBandForm = form({
  name: text({ label: 'Name', hint: 'As the authority calls it: a band, a level, a range', max: 80 }),
  pencePerYear: money({ label: 'Paid a year', hint: 'In pounds', maxPence: 100_000_000 }),
  fromOn: date({ label: 'From', hint: 'Usually 1 April or 1 September' }),
});

export const endBandForm = form({
  untilOn: date({ label: 'Last day', hint: 'Another amount is another band, from the day after' }),
  version: version(),
});

export const topUpWindowForm = form({
  name: text({ label: 'Name', hint: 'Like “Panel in March”, or “Each term”', max: 80 }),
  opensOn: optionalDate({ label: 'Opens on' }),
  closesOn: optionalDate({ label: 'Closes on' }),
  opensWeek: number(
    'Or each term: opens on the Monday of week',
    'Week 1 is that of the first day of term',
    20,
  ),
  closesWeek: number('closes on the Friday of week', 'Weeks of holiday are counted', 20),
});

export const withdrawSettingForm = form({
  why: text({ label: 'Why it is taken out', max: 1000, kind: 'longText' }),
  version: version(),
});

const told = (is: boolean): true | undefined => (is ? true : undefined);

/** What was typed, as it is kept: only what the authority asks for. */
export function rulesTyped(typed: Values<typeof topUpRulesForm>): TopUpRules {
  const { cycles, costs, adviceMonths, results, pupilViews, parentViews, decideWeeks, renewWeeks, source } =
    typed;
  const others = (typed.others ?? '')
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== '')
    .slice(0, 20);
  return {
    cycles,
    costs: told(costs),
    adviceMonths,
    results: told(results),
    pupilViews: told(pupilViews),
    parentViews: told(parentViews),
    others,
    decideWeeks,
    renewWeeks,
    source,
  };
}
