import {
  draftWords,
  type Face,
  type FaceBlock,
  linesOf,
  strategyColumns,
  unwrittenWords,
} from '#src/modules/plans/index.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';

/** A plan as it is read on paper: the same parts as in the PDF and in Word. */
export function FaceSheet({ face, isLarge }: { face: Face; isLarge: boolean }) {
  const kind = face.layout === 'one_page' ? 'panels' : 'document';
  return (
    <article class={`face ${kind}${isLarge ? ' large' : ''}`}>
      <header>
        <p class="face-name">{face.name}</p>
        <h2>{face.pupilName}</h2>
        {face.lead !== null && <p>{face.lead}</p>}
      </header>
      {face.proposed !== null && <p class="face-remark">{face.proposed}</p>}
      {face.isDraft && <p class="face-remark">{draftWords}</p>}
      <div class="face-parts">
        {face.blocks.map((block) => (
          <section key={block.part}>
            <h3>{block.heading}</h3>
            <Block block={block} isPanel={face.layout === 'one_page'} />
          </section>
        ))}
      </div>
      <p class="face-mark">{`${face.mark} · ${face.schoolName}`}</p>
    </article>
  );
}

const Bullets = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
);

function Words({ words, isPanel }: { words: string | null; isPanel: boolean }) {
  if (words === null) return <p class="quiet">{unwrittenWords}</p>;
  const lines = linesOf(words);
  return isPanel && lines.length > 1 ? <Bullets items={lines} /> : <p class="words">{words}</p>;
}

function Block({ block, isPanel }: { block: FaceBlock; isPanel: boolean }) {
  switch (block.kind) {
    case 'facts':
      return <SummaryList rows={block.rows.map(([key, value]) => ({ key, value }))} />;
    case 'words':
      return <Words words={block.words} isPanel={isPanel} />;
    case 'list':
      return <Bullets items={block.items} />;
    case 'lines':
      return <SummaryList rows={block.labels.map((key) => ({ key, value: <span class="write-here" /> }))} />;
    case 'table':
      return <Rows caption={block.heading} columns={block.columns} rows={block.rows} />;
    case 'targets':
      return (
        <>
          {block.targets.map(({ title, facts, strategies }) => (
            <div key={title} class="face-target">
              <h4>{title}</h4>
              <SummaryList rows={facts.map(([key, value]) => ({ key, value }))} />
              {strategies.length > 0 && (
                <Rows caption={`For target ${title}`} columns={strategyColumns} rows={strategies} />
              )}
            </div>
          ))}
        </>
      );
  }
}

type RowsProps = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

function Rows({ caption, columns, rows }: RowsProps) {
  return (
    <DataTable
      caption={caption}
      columns={columns.map((label, at) => ({ key: String(at), label, isRowHead: at === 0 }))}
      rows={rows.map((row) => Object.fromEntries(row.map((words, at) => [String(at), words])))}
      isStacked
    />
  );
}
