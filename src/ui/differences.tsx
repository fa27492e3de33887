import { type Piece, wordDiff } from '#src/kernel/word-diff.ts';
import { DataTable, Sheet } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { SelectField } from './select-field.tsx';

/** A text that differs, with what it is about; null where one of the two has nothing there. */
export type Differing = {
  readonly about: string;
  readonly before: string | null;
  readonly after: string | null;
};

type DifferencesProps = {
  readonly caption: string;
  /** The headings of the columns. */
  readonly about: string;
  readonly older: string;
  readonly newer: string;
  readonly found: readonly Differing[];
  /** What is said where no word differs. */
  readonly same: string;
};

/** Texts beside each other, each with what the other does not say marked. */
export function Differences({ caption, about, older, newer, found, same }: DifferencesProps) {
  if (found.length === 0) return <EmptyState title="They say the same">{same}</EmptyState>;
  return (
    <Sheet label="What differs">
      <DataTable
        caption={caption}
        columns={[
          { key: 'about', label: about, isRowHead: true },
          { key: 'older', label: older },
          { key: 'newer', label: newer },
        ]}
        rows={found.map(({ about: what, before, after }) => {
          const pieces = wordDiff(before ?? '', after ?? '');
          return {
            about: what,
            older: before === null ? notThere : <Marked pieces={pieces} kind="out" />,
            newer: after === null ? notThere : <Marked pieces={pieces} kind="in" />,
          };
        })}
        isStacked
      />
    </Sheet>
  );
}

export const differencesLead =
  'What only the one says is struck out, what only the other says is underlined.';

const notThere = <span class="quiet">not there</span>;

/** One text, with what the other does not say marked: by a line, and in words for those who listen. */
function Marked({ pieces, kind }: { pieces: readonly Piece[]; kind: 'out' | 'in' }) {
  return (
    <span class="words">
      {pieces.map((piece, at) => {
        if (piece.kind === 'same') return piece.words;
        if (piece.kind !== kind) return null;
        const Mark = kind === 'out' ? 'del' : 'ins';
        return (
          <Mark key={at}>
            <span class="govuk-visually-hidden">{kind === 'out' ? ' [only here: ' : ' [new: '}</span>
            {piece.words}
            <span class="govuk-visually-hidden">] </span>
          </Mark>
        );
      })}
    </span>
  );
}

type Numbered = { readonly number: number };

/** Which two of many numbered texts stand beside each other; the choice stays in the address. */
export function ChooseTwo<T extends Numbered>(of: {
  readonly all: readonly T[];
  readonly older: T;
  readonly newer: T;
  readonly nameOf: (one: T) => string;
}) {
  const options = of.all.map((one) => ({ value: String(one.number), label: of.nameOf(one) }));
  return (
    <form method="get" class="choose-two not-on-paper">
      <SelectField name="from" label="Compare" value={String(of.older.number)} options={options} />
      <SelectField name="to" label="With" value={String(of.newer.number)} options={options} />
      <button type="submit" class="govuk-button govuk-button--secondary">
        Compare
      </button>
    </form>
  );
}
