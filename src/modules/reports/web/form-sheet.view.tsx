import type { ComponentChildren } from 'preact';
import type { FormBlock, FormPiece } from '../domain/place.ts';

type Draw = (address: string) => ComponentChildren;

/** A form with its own headings and tables; what stands at each of its places is drawn by `place`. */
export function FormSheet({ blocks, place }: { blocks: readonly FormBlock[]; place: Draw }) {
  return (
    <div class="form-sheet">
      <Blocks blocks={blocks} place={place} />
    </div>
  );
}

function Blocks({ blocks, place }: { blocks: readonly FormBlock[]; place: Draw }) {
  return (
    <>
      {blocks.map((block, at) =>
        block.kind === 'table' ? (
          <table key={at}>
            <tbody>
              {block.rows.map((row, number) => (
                <tr key={number}>
                  {row.map((cell, column) => (
                    <td key={column} colspan={cell.span === 1 ? undefined : cell.span}>
                      <Blocks blocks={cell.blocks} place={place} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ) : block.kind === 'heading' ? (
          <h3 key={at}>
            <Pieces pieces={block.pieces} place={place} />
          </h3>
        ) : (
          <p key={at}>
            <Pieces pieces={block.pieces} place={place} />
          </p>
        ),
      )}
    </>
  );
}

const Pieces = ({ pieces, place }: { pieces: readonly FormPiece[]; place: Draw }) => (
  <>{pieces.map((piece) => (typeof piece === 'string' ? piece : place(piece.address)))}</>
);
