import { longDate } from '#src/kernel/dates.ts';
import type { BidParagraph, BidSource } from '#src/modules/funding/index.ts';

export const sourceWords = ({ label, on }: BidSource): string =>
  on === null ? label : `${label}, ${longDate(on)}`;

/** A paragraph with where it comes from under it. */
export const Paragraph = ({ of: { words, source } }: { of: BidParagraph }) => (
  <p>
    {words}
    <br />
    <span class="small quiet">
      {source === null ? 'Written for this application' : <a href={source.href}>{sourceWords(source)}</a>}
    </span>
  </p>
);
