import { z } from 'zod';
import { Day } from '#src/api/parts.ts';
import {
  answers,
  attendances,
  capacities,
  type Review,
  recommendations,
  reviewKinds,
} from '../domain/review/review.ts';

/** A review as programs are told of it: its days and its people, without the words of anybody. */
export const ReviewLine = z.object({
  reviewId: z.uuid(),
  pupilId: z.uuid(),
  caseId: z.uuid().nullable().describe('Null for a meeting with parents that no clock runs for'),
  kind: z.enum(reviewKinds),
  meetingOn: Day,
  meetingAt: z.string().nullable(),
  venue: z.string().nullable(),
  recommendation: z.enum(recommendations).nullable(),
  sectionsToChange: z.array(z.string()),
  reportDocumentId: z.uuid().nullable().describe('The report as it was sent'),
  events: z.record(z.string(), Day).describe('What has happened, by the names that `/clocks` uses'),
});

export const ReviewWhole = ReviewLine.extend({
  people: z.array(
    z.object({
      capacity: z.enum(capacities),
      name: z.string(),
      isRequired: z.boolean(),
      invitedOn: Day.nullable(),
      answer: z.enum(answers).nullable(),
      attended: z.enum(attendances).nullable(),
      adviceAskedOn: Day.nullable(),
      adviceReceivedOn: Day.nullable(),
    }),
  ),
});

export const lineOfReview = (review: Review): z.input<typeof ReviewLine> => {
  const { reviewId, pupilId, kind, meetingOn, meetingAt, venue, recommendation, reportDocumentId } = review;
  const known = Object.entries(review.events).flatMap(([name, on]) => (on === undefined ? [] : [[name, on]]));
  return {
    ...{ reviewId, pupilId, kind, meetingOn, meetingAt, venue, recommendation, reportDocumentId },
    caseId: review.case?.caseId ?? null,
    sectionsToChange: [...review.sectionsToChange],
    events: Object.fromEntries(known),
  };
};

export const wholeOfReview = (review: Review): z.input<typeof ReviewWhole> => ({
  ...lineOfReview(review),
  people: review.people.map(({ capacity, name, isRequired, invitedOn, answer, attended, advice }) => ({
    ...{ capacity, name, isRequired, invitedOn, answer, attended },
    adviceAskedOn: advice?.askedOn ?? null,
    adviceReceivedOn: advice?.receivedOn ?? null,
  })),
});
