import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { type Happening, listChronology } from '#src/modules/pupils/index.ts';
import { makePdf, type PdfDocument } from '#src/paper/pdf.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { download } from '#src/platform/http/download.ts';
import { happeningWords } from './happening-words.ts';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';
import { partOf, TimelineSearch } from './timeline-search.ts';
import { changedLines, searchWords, whoOf } from './timeline-words.ts';

/** More events than anybody reads on paper; narrower days give the rest. */
const most = 1000;

type Subject = PupilHead & {
  readonly happenings: readonly Happening[];
  readonly shows: string;
  readonly madeBy: string;
};

function documentOf({ pupil, happenings, shows, madeBy }: Subject): PdfDocument {
  const some = happenings.slice(0, most);
  const left =
    happenings.length > most ? ` The newest ${most} stand here: choose days for those before.` : '';
  return {
    title: `Timeline of ${fullName(pupil)}`,
    footer: `Timeline of ${fullName(pupil)} · ${madeBy} · Confidential`,
    landscape: true,
    size: 9,
    blocks: [
      { kind: 'heading', level: 1, words: `Timeline of ${fullName(pupil)}` },
      { kind: 'note', words: `${shows === '' ? 'Everything' : shows}, the newest first.${left}` },
      some.length === 0
        ? { kind: 'text', words: 'Nothing to show.' }
        : {
            kind: 'table',
            columns: ['When', 'What', 'Before and after', 'Why', 'Who', 'Source'],
            widths: [4, 4, 8, 5, 3, 3],
            rows: some.map((happening) => [
              timeWords(happening.at),
              happeningWords(happening.type),
              changedLines(happening).join('\n'),
              happening.why ?? '',
              whoOf(happening),
              happening.source ?? '',
            ]),
          },
    ],
  };
}

/** What happened to a pupil as a tagged PDF: the same kinds and days as the page. */
export default download({
  path: '/pupils/:pupilId/timeline.pdf',
  params: z.object({ pupilId: PupilId }),
  search: TimelineSearch,
  may: 'timeline.read',
  load: async ({ tx, actor, params, search }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const happenings = await listChronology(tx, params.pupilId, partOf(search, most + 1));
    return {
      ...head,
      happenings,
      shows: searchWords(search),
      madeBy: `Made by ${actor.knownAs} on ${head.at}`,
    };
  },
  about: aboutPupil,
  send: async (subject) => ({
    type: 'application/pdf',
    body: await makePdf(documentOf(subject)),
    fileName: `timeline-${subject.pupil.pupilId}.pdf`,
  }),
});
