import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { againstThreshold, type BidContent, bidParts, plannedPence } from '#src/modules/funding/index.ts';
import type { PdfBlock, PdfDocument } from '#src/paper/pdf.ts';
import { sourceWords } from './paragraph.view.tsx';

const title = 'Application for top-up funding';

function costBlocks(costs: BidContent['costs']): PdfBlock[] {
  if (costs.lines.length === 0) return [];
  const { within, beyond } = againstThreshold(costs);
  return [
    {
      kind: 'table',
      columns: [costs.year ?? 'Support', 'With', 'Planned', 'Until today'],
      widths: [4, 3, 2, 2],
      sides: ['left', 'left', 'right', 'right'],
      rows: [
        ...costs.lines.map(({ name, adults, planned, toDate }) => [
          name,
          adults,
          poundsInWords(planned),
          poundsInWords(toDate),
        ]),
        ['Together', '', poundsInWords(plannedPence(costs)), ''],
        [`Met by the school, up to ${poundsInWords(costs.thresholdPence)}`, '', poundsInWords(within), ''],
        ['Beyond that', '', poundsInWords(beyond), ''],
      ],
    },
  ];
}

const timeOf = ({ fromOn, untilOn }: BidContent): string =>
  fromOn === null || untilOn === null ? 'Not said' : `${longDate(fromOn)} to ${longDate(untilOn)}`;

/** An application on paper: each paragraph with where it comes from, the costs, the reports as numbered appendices. */
export function bidDocument(
  content: BidContent,
  at: { readonly on: SchoolDate; readonly isDraft: boolean },
): PdfDocument {
  const { pupilName, schoolName, authority, band, askedPence, parts, costs, appendices } = content;
  const asked = askedPence === null ? 'Not said' : `${poundsInWords(askedPence)} a year`;
  return {
    title,
    footer: `${title} · ${schoolName} · ${longDate(at.on)} · Confidential`,
    blocks: [
      { kind: 'heading', level: 1, words: title },
      ...(at.isDraft ? ([{ kind: 'callout', words: 'A draft: not sent yet.' }] as const) : []),
      {
        kind: 'facts',
        rows: [
          ['Pupil', pupilName],
          ['School', schoolName],
          ['To', authority],
          ['Asked for', band === null ? asked : `${band}, ${asked}`],
          ['For', timeOf(content)],
          [at.isDraft ? 'Made on' : 'Sent on', longDate(at.on)],
        ],
      },
      ...parts.flatMap(({ part, paragraphs }): PdfBlock[] =>
        paragraphs.length === 0
          ? []
          : [
              { kind: 'heading', level: 2, words: bidParts[part] },
              ...paragraphs.flatMap(({ words, source }): PdfBlock[] => [
                { kind: 'text', words },
                ...(source === null
                  ? []
                  : [{ kind: 'note', words: `Source: ${sourceWords(source)}` } as const]),
              ]),
              ...(part === 'costs' ? costBlocks(costs) : []),
            ],
      ),
      ...(appendices.length === 0
        ? []
        : ([
            { kind: 'heading', level: 2, words: 'Appendices' },
            { kind: 'list', items: appendices.map((each, n) => `Appendix ${n + 1}: ${sourceWords(each)}`) },
          ] as const)),
      { kind: 'lines', labels: ['Headteacher', 'SENCO', 'Parent or carer'] },
    ],
  };
}
