import { longDate } from '#src/kernel/dates.ts';
import { approverWords, yearWords } from './document.ts';
import { kindsOfDocument } from './document-kinds.ts';
import type { Publication } from './publication.ts';

/** The cover in one line: year, when it was published, who approved it, when it is looked at again. */
export function publicFacts({ content, publishedOn, number }: Publication): string {
  const { firstYear, approvals, reviewOn, spansYears, kind } = content;
  const done = kindsOfDocument[kind].isPublic ? 'published' : 'given to the governors';
  const approved = approvals.map(
    ({ givenBy, approvedOn }) => `${approverWords[givenBy]} on ${longDate(approvedOn)}`,
  );
  return [
    `School year ${yearWords(firstYear)}, number ${number}, ${done} ${longDate(publishedOn)}.`,
    approved.length === 0 ? '' : `Approved by ${approved.join(' and by ')}.`,
    reviewOn === null ? '' : `Review on ${longDate(reviewOn)}.`,
    spansYears ? 'It is for several years and is reviewed each year.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
