import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { recordLines } from '../domain/record-lines.ts';
import type { KeptRow } from '../queries/find-import.ts';
import { saidWords } from './import-words.ts';

const columns = [
  { key: 'what', label: 'What', isRowHead: true },
  { key: 'now', label: 'In Sendero now' },
  { key: 'file', label: 'In the file' },
  { key: 'mark', label: '' },
] as const;

/** What the file says of one thing, and what Sendero holds: the differences first, then all that the two agree on. */
export function BothSides({ row }: { row: KeptRow }) {
  const labels = new Set(row.changes.map(({ label }) => label));
  const isKnown = row.state === 'changed' || row.state === 'unchanged';
  const agreeing = recordLines(row.kind, row.content).filter(({ label }) => !labels.has(label));
  const asRead = (factKind: string | null, value: string) =>
    saidWords({ does: factKind === null ? undefined : { kind: 'fact', fact: { kind: factKind } } }, value);
  return (
    <Sheet label="Both sides">
      <DataTable
        caption="What Sendero holds and what the file says"
        columns={columns}
        rows={[
          ...row.changes.map((change) => ({
            what: change.label,
            now: saidWords(change, change.before),
            file: saidWords(change, change.after),
            mark: change.isOurs ? <Tag kind="warn">Yours</Tag> : <Tag kind="watch">Differs</Tag>,
          })),
          ...agreeing.map(({ label, value, factKind }) => ({
            what: label,
            now: isKnown ? 'The same, or not kept' : '',
            file: asRead(factKind, value),
            mark: '',
          })),
        ]}
      />
    </Sheet>
  );
}
