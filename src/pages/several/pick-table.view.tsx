import { type RegisterLine, statusLabel, statusTag } from '#src/modules/register/index.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PickBox } from '#src/ui/pick-box.tsx';
import { Tag } from '#src/ui/tag.tsx';

/** Pupils to pick from, each with what one asks before one picks. The first box is what an error leads to. */
export function PickTable({
  lines,
  picked,
}: {
  lines: readonly RegisterLine[];
  picked: ReadonlySet<string>;
}) {
  return (
    <Sheet label="Pupils">
      <DataTable
        caption="Pupils to select"
        columns={[
          { key: 'pupil', label: 'Pupil', isRowHead: true },
          { key: 'year', label: 'Year' },
          { key: 'className', label: 'Class' },
          { key: 'status', label: 'Status' },
          { key: 'needs', label: 'Needs' },
          { key: 'keyWorker', label: 'Key worker' },
        ]}
        rows={lines.map((line, index) => ({
          pupil: (
            <PickBox
              name="pupilIds"
              id={index === 0 ? 'pupilIds' : `pupil-${line.pupilId}`}
              value={line.pupilId}
              label={`${line.surname}, ${line.forename}`}
              isTicked={picked.has(line.pupilId)}
            />
          ),
          year: line.yearGroup ?? '–',
          className: line.className ?? '–',
          status: <Tag kind={statusTag[line.status]}>{statusLabel[line.status]}</Tag>,
          needs: line.needTypes.join(', ') || '–',
          keyWorker: line.keyWorker ?? '–',
        }))}
      />
    </Sheet>
  );
}
