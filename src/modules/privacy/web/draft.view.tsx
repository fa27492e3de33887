import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { Inset } from '#src/ui/inset.tsx';
import type { DraftBlock } from '../domain/drafts.ts';

type Table = Extract<DraftBlock, { kind: 'table' }>;

function DraftTable({ table: { caption, columns, rows } }: { table: Table }) {
  const keys = columns.map((label, at) => ({ key: `c${at}`, label, isRowHead: at === 0 }));
  return (
    <>
      <h3>{caption}</h3>
      <Sheet label={caption}>
        <DataTable
          caption={caption}
          columns={keys}
          rows={rows.map((row) => Object.fromEntries(row.map((cell, at) => [`c${at}`, cell])))}
        />
      </Sheet>
    </>
  );
}

function Block({ block }: { block: DraftBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.words}</h2>;
    case 'text':
      return <p>{block.words}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <DraftTable table={block} />;
    default:
      return (
        <Inset>
          <h3>{block.label}</h3>
          <p>{block.words ?? 'To be filled in by the school.'}</p>
        </Inset>
      );
  }
}

/** A document on the page, and on paper. */
export const DraftView = ({ blocks }: { blocks: readonly DraftBlock[] }) => (
  <>
    {blocks.map((block, at) => (
      <Block key={at} block={block} />
    ))}
  </>
);
