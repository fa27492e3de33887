import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { type FoundPupil, yearWords } from '#src/modules/pupils/index.ts';
import { download } from '#src/platform/http/download.ts';
import { find, pupilsOf } from './pupil/finding.ts';

const MOST = 8;

/** What the field in the head of every page asks while somebody types. */
export default download({
  path: '/find.json',
  params: z.object({}),
  search: z.object({ q: z.string().trim().max(200).catch('') }),
  may: 'pupil.find',
  about: pupilsOf,
  load: ({ tx, search, actor }) => find(tx, actor, { text: search.q, limit: MOST }),
  send: ({ pupils, home }) => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({
      pupils: pupils.map((pupil) => {
        const name = `${pupil.forename} ${pupil.surname}`;
        // Who may open no page about a pupil is shown the line that was found.
        const href = home?.(pupil.pupilId) ?? `/find?q=${encodeURIComponent(name)}`;
        return { href, name, detail: detailOf(pupil) };
      }),
    }),
  }),
});

const detailOf = ({ yearGroup, className, bornOn, isOnRoll }: FoundPupil): string =>
  [isOnRoll ? '' : 'not on roll', yearWords(yearGroup), className ?? '', `born ${middleDate(bornOn)}`]
    .filter(Boolean)
    .join(' · ');
