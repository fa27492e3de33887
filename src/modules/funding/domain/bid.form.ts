import { z } from 'zod';
import {
  chosen,
  date,
  form,
  money,
  oneOf,
  optionalDate,
  optionalText,
  text,
  version,
} from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';

const most = 100_000_000;
const note = (hint: string) => optionalText({ label: 'Note', hint, max: 2000, kind: 'longText' });

/** Begins an application: with which authority. */
export const beginBidForm = form({ authorityId: chosen({ label: 'Authority' }) });

/** What is asked for. A band says what it pays; another amount can be asked for beside it. */
export const askForm = form({
  bandId: mayBeBlank(chosen({ label: 'Band', kind: 'radios' })),
  pence: mayBeBlank(
    money({ label: 'Amount a year', hint: 'In pounds. Left blank: what the band pays', maxPence: most }),
  ),
  fromOn: date({ label: 'From' }),
  untilOn: date({ label: 'Until', hint: 'The last day' }),
  version: version(),
});

/** One part in the school’s own words; blank, it is again what the records say. */
export const bidPartForm = form({
  words: optionalText({ label: 'Words', max: 8000, kind: 'longText' }),
  version: { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) },
  goOn: mayBeBlank({ ...chosen({ label: 'Then' }), kind: 'hidden' as const }),
});

export const sendBidForm = form({
  happenedOn: date({ label: 'Sent on' }),
  note: note('To whom and how. Outside a window of the authority: why it takes it all the same'),
  version: version(),
});

export const queryBidForm = form({
  happenedOn: date({ label: 'When it asked' }),
  note: text({ label: 'What it asks', max: 2000, kind: 'longText' }),
  answerBy: optionalDate({ label: 'It wants an answer by' }),
  version: version(),
});

export const answerBidForm = form({
  happenedOn: date({ label: 'Answered on' }),
  note: text({ label: 'What was answered', max: 2000, kind: 'longText' }),
  version: version(),
});

export const decideBidForm = form({
  outcome: oneOf({
    label: 'What was decided',
    options: [
      { value: 'agreed', label: 'All that was asked' },
      { value: 'part', label: 'A part of it' },
      { value: 'refused', label: 'Refused' },
    ],
  }),
  happenedOn: date({ label: 'Decided on' }),
  bandId: mayBeBlank(chosen({ label: 'Band given' })),
  pence: mayBeBlank(
    money({ label: 'Paid a year', hint: 'In pounds. Left blank: what the band pays', maxPence: most }),
  ),
  fromOn: optionalDate({ label: 'Paid from' }),
  untilOn: optionalDate({ label: 'Paid until' }),
  note: note('Of a refusal: the reason that the authority gave'),
  version: version(),
});

export const payBidForm = form({
  happenedOn: date({ label: 'Paid on' }),
  pence: money({ label: 'Amount', hint: 'In pounds', maxPence: most }),
  note: note('As the remittance has it'),
  version: version(),
});

export const dropBidForm = form({
  happenedOn: date({ label: 'Withdrawn on' }),
  why: text({ label: 'Why', max: 1000, kind: 'longText', missing: 'Enter why it is withdrawn' }),
  version: version(),
});

export const withdrawStepForm = form({
  why: text({ label: 'What was wrong', max: 1000, kind: 'longText', missing: 'Enter what was wrong' }),
  version: version(),
});
