import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { longDate } from '#src/kernel/dates.ts';
import { download } from '#src/platform/http/download.ts';
import { ofPupil } from './family-of-plan.ts';
import { linesOf, loadLetter, OfLetter, type SentLetter } from './sent-letter.ts';

/** A letter as a Word file, to be put on the school's own paper. */
export default download({
  path: '/pupils/:pupilId/letters/:letterId/letter.docx',
  params: OfLetter,
  may: 'letter.send',
  about: ofPupil,
  load: ({ tx, actor, params }) => loadLetter(tx, actor, params),
  send: async (sent) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: new Uint8Array(await Packer.toBuffer(wordOf(sent))),
    fileName: 'letter.docx',
  }),
});

const wordOf = ({ letter, schoolName }: SentLetter): Document =>
  new Document({
    title: letter.title,
    creator: schoolName,
    styles: { default: { document: { run: { size: 24, language: { value: 'en-GB' } } } } },
    sections: [
      {
        children: [
          new Paragraph(schoolName),
          new Paragraph(longDate(letter.madeOn)),
          new Paragraph(letter.toName),
          new Paragraph({ text: letter.title, heading: HeadingLevel.HEADING_1 }),
          ...linesOf(letter).map((line) =>
            line.startsWith('- ')
              ? new Paragraph({ text: line.slice(2), bullet: { level: 0 } })
              : new Paragraph({ text: line, spacing: { after: 160 } }),
          ),
        ],
      },
    ],
  });
