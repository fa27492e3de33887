import { z } from 'zod';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { GroupId } from '#src/kernel/ids.ts';
import { type Card, cardKinds, cardKindWords, listCardsOfClass } from '#src/modules/plans/index.ts';
import { listClasses } from '#src/modules/register/index.ts';
import { makePdf, type PdfBlock, type PdfDocument } from '#src/paper/pdf.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { download } from '#src/platform/http/download.ts';

const Search = z.object({
  paper: z.enum(['a4', 'a5']).default('a4').catch('a4'),
  size: z.enum(['ordinary', 'large']).default('ordinary').catch('ordinary'),
});
type Made = z.output<typeof Search> & {
  readonly name: string;
  readonly cards: readonly Card[];
  readonly today: SchoolDate;
  readonly footer: string;
};

/** Sixteen points: large print begins there. */
const points = { ordinary: undefined, large: 16 } as const;
const pointsOnA5 = 9.5;

/** The lesson card of a class as a tagged PDF, on A4 or A5, in ordinary or large print. */
export default download({
  path: '/classes/:groupId/card.pdf',
  params: z.object({ groupId: GroupId }),
  search: Search,
  may: 'plan.read',
  load: async ({ tx, actor, params, search }): Promise<Made | null> => {
    const [group] = await listClasses(tx, params.groupId);
    if (group === undefined) return null;
    const cards = (await listCardsOfClass(tx, group.groupId)).filter((card) => card.lines.length > 0);
    const { today, clock } = tx.scope;
    const footer = `${actor.schoolName} · printed by ${actor.knownAs}, ${timeWords(clock.now())} · confidential`;
    return { ...search, name: group.name, cards, today, footer };
  },
  about: ({ cards }) => cards.map((card) => card.pupilId),
  send: async (made) => ({
    type: 'application/pdf',
    body: await makePdf(classCardPdf(made)),
    fileName: `lesson-card-${made.paper}.pdf`,
  }),
});

function classCardPdf({ name, cards, today, footer, paper, size }: Made): PdfDocument {
  const large = points[size] ?? (paper === 'a5' ? pointsOnA5 : undefined);
  return {
    title: `Lesson card of ${name}`,
    footer,
    paper,
    ...(large === undefined ? {} : { size: large }),
    blocks: [
      { kind: 'heading', level: 1, words: `${name}: lesson card` },
      { kind: 'note', words: `As of ${middleDate(today)}` },
      ...(cards.length === 0 ? [{ kind: 'text' as const, words: 'No pupil of this class has a card.' }] : []),
      ...cards.flatMap(cardBlocks),
    ],
  };
}

const cardBlocks = ({ forename, surname, lines }: Card): readonly PdfBlock[] => [
  { kind: 'heading', level: 2, words: `${forename} ${surname}` },
  ...cardKinds.flatMap((kind): readonly PdfBlock[] => {
    const items = lines.filter((line) => line.kind === kind).map(({ words }) => words);
    return items.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, words: cardKindWords[kind] },
          { kind: 'list', items },
        ];
  }),
];
