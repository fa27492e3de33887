import { longDate } from '#src/kernel/dates.ts';
import { requestPartKeys, requestParts, sourceWords } from '#src/modules/ehcp/index.ts';
import type { PdfBlock, PdfDocument } from '#src/paper/pdf.ts';
import type { RequestSubject } from './request-of.ts';

/** The request on paper: each paragraph with where it comes from, the reports as numbered appendices. */
export function requestDocument({
  content,
  authority,
  schoolName,
  pupil,
  today,
}: RequestSubject): PdfDocument {
  const { appendices } = content;
  const title = 'Request for an EHC needs assessment';
  return {
    title,
    footer: `${title} · ${schoolName} · ${longDate(today)} · Confidential`,
    blocks: [
      { kind: 'heading', level: 1, words: title },
      {
        kind: 'facts',
        rows: [
          ['Pupil', `${pupil.name.forename} ${pupil.name.surname}`],
          ['School', schoolName],
          ['To', authority?.name ?? 'The local authority'],
          ['Made on', longDate(today)],
        ],
      },
      {
        kind: 'text',
        words:
          'We ask for an assessment under section 36(1) of the Children and Families Act 2014. The test is that of section 36(8): the child has or may have special educational needs, and it may be necessary for special educational provision to be made through a plan.',
      },
      ...requestPartKeys.flatMap((key): PdfBlock[] =>
        content[key].length === 0
          ? []
          : [
              { kind: 'heading', level: 2, words: requestParts[key] },
              ...content[key].flatMap(({ words, source, isByHand }): PdfBlock[] => [
                { kind: 'text', words },
                {
                  kind: 'note',
                  words: `Source: ${sourceWords(source)}${isByHand === true ? ', changed by hand' : ''}`,
                },
              ]),
            ],
      ),
      ...(appendices.length === 0
        ? []
        : ([
            { kind: 'heading', level: 2, words: 'Appendices' },
            { kind: 'list', items: appendices.map((each, at) => `Appendix ${at + 1}: ${sourceWords(each)}`) },
          ] as const)),
      { kind: 'lines', labels: ['For the school', 'Parent or carer'] },
    ],
  };
}
