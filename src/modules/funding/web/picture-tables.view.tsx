import { poundsInWords } from '#src/kernel/money.ts';
import { fundingWords } from '#src/modules/provision/index.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { PictureRow, PictureSource } from '../domain/picture.ts';
import { nameIn, type PictureView, proofHref } from './picture-view.ts';

const sourceName = (source: PictureSource): string => {
  if (source === null) return 'No source said of the provision';
  return source === 'place' ? 'Places in a unit (funded by place)' : fundingWords[source];
};

const cells = ({ income, delivered, toCome, left }: PictureRow) => ({
  income: poundsInWords(income),
  delivered: poundsInWords(delivered),
  toCome: poundsInWords(toCome),
  left: left < 0 ? <Tag kind="warn">{poundsInWords(left)}</Tag> : poundsInWords(left),
});

/** Source by source: income, what was delivered, what is to come, what is left. */
export const IncomeAndCost = ({ view: { picture } }: { view: PictureView }) => (
  <Sheet label="Income and cost">
    <DataTable
      caption="Income beside the cost of provision, by source"
      columns={[
        { key: 'name', label: 'Source of money', isRowHead: true },
        { key: 'income', label: 'Income', isNumber: true },
        { key: 'delivered', label: 'Delivered', isNumber: true },
        { key: 'toCome', label: 'To come', isNumber: true },
        { key: 'left', label: 'Left', isNumber: true },
      ]}
      rows={[
        ...picture.rows.map((row) => ({ name: sourceName(row.source), ...cells(row) })),
        { name: <b>All</b>, ...cells(picture.total) },
      ]}
    />
  </Sheet>
);

type Proof = NonNullable<PictureView['proof']>;

/** Each pupil's cost against what the school meets itself, the dearest first. */
export function ProofTable({ view, proof, drills }: { view: PictureView; proof: Proof; drills: boolean }) {
  const { costs, year } = view;
  const { pupils, byPlace, elsewhere } = proof;
  return (
    <>
      {pupils.length === 0 ? (
        <EmptyState title="No pupil has provision that costs anything yet">
          <p>Sessions are costed as they are logged, at the rate of the adult on that day.</p>
        </EmptyState>
      ) : (
        <Sheet label="Cost by pupil">
          <DataTable
            caption="Each pupil’s provision against what the school meets itself"
            columns={[
              { key: 'name', label: 'Pupil', isRowHead: true },
              { key: 'delivered', label: 'Delivered', isNumber: true },
              { key: 'toCome', label: 'To come', isNumber: true },
              { key: 'own', label: 'School’s own part', isNumber: true },
              { key: 'beyond', label: 'Beyond it', isNumber: true },
              { key: 'topUp', label: 'Comes for the pupil', isNumber: true },
              { key: 'gap', label: 'Not covered', isNumber: true },
            ]}
            rows={pupils.map(({ pupilId, delivered, toCome, own, beyond, topUp }) => {
              const name = nameIn(costs, pupilId);
              const gap = beyond - topUp;
              return {
                name: drills ? <a href={proofHref(pupilId, year)}>{name}</a> : name,
                delivered: poundsInWords(delivered),
                toCome: poundsInWords(toCome),
                own: poundsInWords(own),
                beyond: poundsInWords(beyond),
                topUp: poundsInWords(topUp),
                gap: gap > 0 ? <Tag kind="warn">{poundsInWords(gap)}</Tag> : '–',
              };
            })}
          />
        </Sheet>
      )}
      <p class="small quiet">
        {byPlace > 0 &&
          `${byPlace} ${byPlace === 1 ? 'pupil is' : 'pupils are'} in a unit or resourced provision: funded by place, so not shown here. `}
        {elsewhere > 0 && `${poundsInWords(elsewhere)} is theirs, or is borne by no pupil yet. `}
        The threshold is the school’s own part of additional cost in a year (School and Early Years Finance
        regulations), not a budget for each pupil.
      </p>
    </>
  );
}
