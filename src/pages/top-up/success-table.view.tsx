import { poundsInWords } from '#src/kernel/money.ts';
import {
  type BidFigures,
  type FiguresLine,
  fewestDecided,
  successWords,
} from '#src/modules/funding/index.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';

const row = (label: string, figures: BidFigures) => ({
  label,
  sent: String(figures.sent),
  got: successWords(figures),
  part: String(figures.part),
  asked: poundsInWords(figures.askedPence),
  given: poundsInWords(figures.givenPence),
});

/** What came of what was sent, under headings; the last line is the sum of the others. */
export function SuccessTable({
  title,
  lines,
  whole,
}: {
  title: string;
  lines: readonly FiguresLine[];
  whole: BidFigures;
}) {
  return (
    <Card title={title}>
      <DataTable
        caption={`What came of applications for top-up, ${title.toLowerCase()}`}
        isStacked
        columns={[
          {
            key: 'label',
            label: title.replace('By ', '').replace(/^./, (letter) => letter.toUpperCase()),
            isRowHead: true,
          },
          { key: 'sent', label: 'Sent', isNumber: true },
          { key: 'got', label: 'Got something, of those decided' },
          { key: 'part', label: 'In part', isNumber: true },
          { key: 'asked', label: 'Asked a year', isNumber: true },
          { key: 'given', label: 'Given a year', isNumber: true },
        ]}
        rows={[...lines.map((line) => row(line.label, line)), row('Together', whole)]}
      />
      <p class="small quiet">{`Money of those decided alone. A share is told from ${fewestDecided} decisions on: of fewer it is chance.`}</p>
    </Card>
  );
}
