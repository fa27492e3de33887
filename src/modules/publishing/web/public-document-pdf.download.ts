import { poundsInWords } from '#src/kernel/money.ts';
import { makePdf, type PdfBlock } from '#src/paper/pdf.ts';
import { blocksOf } from '../domain/blocks.ts';
import { fundingWords, totalOf } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { principles } from '../domain/inclusion-strategy.ts';
import { publicFacts } from '../domain/public-facts.ts';
import type { Publication } from '../domain/publication.ts';
import { publicRoute } from './public-answer.ts';

/** The published document as a tagged PDF, for anybody. */
export default publicRoute('/p/:urn/:document/document.pdf', async (publication) => ({
  type: 'application/pdf',
  body: await makePdf({
    title: titleOf(publication),
    footer: `${publication.content.schoolName} · number ${publication.number}`,
    blocks: [
      { kind: 'heading', level: 1, words: titleOf(publication) },
      ...(publication.withdrawnOn === null
        ? written(publication)
        : [{ kind: 'text' as const, words: 'It was withdrawn. Ask the school for it.' }]),
    ],
  }),
}));

const titleOf = ({ content: { kind, schoolName } }: Publication): string =>
  `${kindsOfDocument[kind].title} of ${schoolName}`;

const written = (publication: Publication): readonly PdfBlock[] => [
  { kind: 'text', words: publicFacts(publication) },
  ...publication.content.parts.flatMap(({ title, words }): readonly PdfBlock[] => [
    { kind: 'heading', level: 2, words: title },
    ...blocksOf(words),
  ]),
  ...costs(publication),
];

function costs({ content: { lines } }: Publication): readonly PdfBlock[] {
  if (lines.length === 0) return [];
  const titles = new Map(principles.map(({ part, title }) => [part, title]));
  return [
    { kind: 'heading', level: 2, words: 'Budgeted costs' },
    {
      kind: 'table',
      columns: ['Principle', 'Activity', 'Paid from', 'Cost'],
      widths: [3, 5, 3, 2],
      sides: ['left', 'left', 'left', 'right'],
      rows: lines.map(({ part, activity, source, pence }) => [
        titles.get(part) ?? '',
        activity,
        fundingWords[source],
        poundsInWords(pence),
      ]),
    },
    { kind: 'text', words: `In all ${poundsInWords(totalOf(lines))}` },
  ];
}
