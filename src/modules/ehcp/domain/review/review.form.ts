import { z } from 'zod';
import {
  anyOf,
  blankToUndefined,
  chosen,
  date,
  form,
  oneOf,
  optionalDate,
  optionalOneOf,
  optionalText,
  text,
  tick,
  version,
} from '#src/kernel/form.ts';
import { mayBeBlank } from '#src/kernel/form-optional.ts';
import { planSections } from './report-parts.ts';
import {
  answers,
  answerWords,
  capacities,
  recommendations,
  recommendationWords,
  reviewCapacityWords,
  reviewKinds,
  reviewKindWords,
} from './review.ts';

const options = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: words[value] }));

const time = () => {
  const field = optionalText({ label: 'At', hint: 'Such as 14:30', max: 5 });
  const wrong = 'At must be a time of the day, like 14:30';
  return {
    ...field,
    width: 5 as const,
    schema: z.preprocess(
      blankToUndefined,
      z
        .string()
        .trim()
        .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, wrong)
        .transform((typed) => typed.replace('.', ':').padStart(5, '0'))
        .optional(),
    ),
  };
};

const place = {
  meetingAt: time(),
  venue: optionalText({ label: 'Where', max: 200 }),
  chair: optionalText({ label: 'Who leads it', max: 200 }),
};
const meetingOn = () => date({ label: 'Day of the meeting', missing: 'Enter the day of the meeting' });

/** The keys of those who are ticked in a list. */
const ticked = (label: string) => ({
  label,
  kind: 'checkboxes' as const,
  isOptional: true,
  schema: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(100)).max(80),
  ),
});

export const startReviewForm = form({
  kind: oneOf({ label: 'Kind', kind: 'select', options: options(reviewKinds, reviewKindWords) }),
  meetingOn: meetingOn(),
  ...place,
  authorityId: mayBeBlank(chosen({ label: 'Authority that maintains the plan' })),
  planMade: optionalDate({ label: 'Plan first made on' }),
  lastDecisionSent: optionalDate({ label: 'Decision of the last review sent on' }),
  who: ticked('Whom to invite'),
  send: tick({ label: 'Send the invitations and ask for advice now' }),
});

export const changeReviewForm = form({
  meetingOn: meetingOn(),
  ...place,
  why: optionalText({ label: 'Why it is moved', max: 1000 }),
  version: version(),
});

export const withdrawReviewForm = form({
  why: text({ label: 'Why it is withdrawn', max: 1000, missing: 'Enter why it is withdrawn' }),
  version: version(),
});

export const newReviewPersonForm = form({
  capacity: oneOf({ label: 'As', kind: 'select', options: options(capacities, reviewCapacityWords) }),
  name: text({ label: 'Name', max: 200 }),
  email: mayBeBlank({
    label: 'Email address',
    kind: 'email' as const,
    max: 254,
    schema: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email('Enter an email address like name@example.com').max(254)),
  }),
  why: optionalText({ label: 'Why they are invited', max: 500 }),
});

export const withdrawPersonForm = form({
  why: text({ label: 'Why they are not invited', max: 1000, missing: 'Enter why they are not invited' }),
  version: version(),
});

export const adviceForm = form({
  receivedOn: date({ label: 'Received on', missing: 'Enter the day on which it was received' }),
  words: optionalText({ label: 'What they say', max: 8000, kind: 'longText' }),
  documentId: mayBeBlank(chosen({ label: 'Or a document that is kept already' })),
  nothing: tick({ label: 'They have nothing to say' }),
  version: version(),
});

const words = () => optionalText({ label: 'What you want to say', max: 8000, kind: 'longText' });

const code = () =>
  text({
    label: 'Code',
    hint: 'Six letters and digits that the school sent or told you',
    max: 20,
    missing: 'Enter the code',
  });

/** Opens a paper of a review for somebody without an account. */
export const paperCodeForm = form({ code: code() });

/** What somebody without an account sends: the code stands beside the answer, as the page shows nothing before it. */
export const answerForm = form({
  code: code(),
  answer: optionalOneOf({ label: 'Will you come?', kind: 'radios', options: options(answers, answerWords) }),
  words: words(),
});

/** Everything that is asked of a member of staff for reviews, as rows of one page. */
export const mostReviewsAsked = 15;
const row = (at: number) => ({
  [`review${at}`]: { ...optionalText({ label: 'Review', max: 40 }), kind: 'hidden' as const },
  [`words${at}`]: words(),
  [`nothing${at}`]: tick({ label: 'I have nothing to say' }),
});
export const ownAdviceForm = form(
  Object.assign({}, ...Array.from({ length: mostReviewsAsked }, (_, at) => row(at + 1))) as ReturnType<
    typeof row
  >,
);

export type OwnAdvice = { readonly row: number; readonly reviewId: string; readonly words: string | null };

/** The rows in which something was written or ticked. */
export const ownAdviceTyped = (values: Readonly<Record<string, unknown>>): readonly OwnAdvice[] =>
  Array.from({ length: mostReviewsAsked }, (_, at) => at + 1).flatMap((at): OwnAdvice[] => {
    const { [`review${at}`]: reviewId, [`words${at}`]: typed, [`nothing${at}`]: nothing } = values;
    if (typeof reviewId !== 'string') return [];
    if (typeof typed === 'string') return [{ row: at, reviewId, words: typed }];
    return nothing === true ? [{ row: at, reviewId, words: null }] : [];
  });

const mailIt = 'Mail it now to everybody invited: a link, and its code in a mail apart';

export const circulateForm = form({
  circulatedOn: date({ label: 'Circulated on', missing: 'Enter the day on which it was circulated' }),
  how: optionalText({ label: 'How, and to whom', max: 1000 }),
  mail: tick({ label: mailIt }),
  version: version(),
});

export const recommendForm = form({
  recommendation: optionalOneOf({
    label: 'What is recommended',
    kind: 'radios',
    options: options(recommendations, recommendationWords),
  }),
  sections: anyOf({
    label: 'Sections to change',
    options: planSections.map((value) => ({ value, label: `Section ${value}` })),
  }),
});

export const sendReportForm = form({
  sentOn: date({ label: 'Sent on', missing: 'Enter the day on which it was sent' }),
  how: optionalText({
    label: 'How, and to whom',
    hint: 'Such as: by secure mail to everybody invited and to the authority',
    max: 1000,
  }),
  mail: tick({ label: mailIt }),
  version: version(),
});

export const authorityStepForm = form({
  step: chosen({ label: 'What has happened', kind: 'radios' }),
  happenedOn: date({ label: 'On', missing: 'Enter the day' }),
  note: optionalText({ label: 'Note', max: 2000, kind: 'longText' }),
  version: version(),
});
