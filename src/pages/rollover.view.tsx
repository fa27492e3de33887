import { type Move, type RollingPupil, type RolloverPlan, yearWords } from '#src/modules/pupils/index.ts';
import type { RolloverWarning } from '#src/modules/school/index.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Details } from '#src/ui/details.tsx';
import { Strip } from '#src/ui/strip.tsx';

const wording: Record<RolloverWarning['warning'], string> = {
  beyond_last_year: 'In a year after the last one of the school; leaves now',
  unknown_year_group: 'Has no year group that is known; stays as entered',
  needs_admission: 'Moves from nursery to Reception: this needs an admission of its own',
  choose_group: 'No class can be told from the present one: put the pupil into a class afterwards',
  group_of_another_year: 'Is in a class of another year group: put the pupil into a class afterwards',
};

const classColumns = [
  { key: 'name', label: 'Class', isRowHead: true },
  { key: 'year', label: 'Year group' },
  { key: 'staff', label: 'Who will teach it and see its pupils' },
  { key: 'pupils', label: 'Pupils', isNumber: true },
  { key: 'made', label: 'State', isQuiet: true },
] as const;

const nobody = 'Nobody yet: say who in Classes and groups';

function Classes({ plan }: { plan: RolloverPlan }) {
  const rows = plan.classes.map((next) => ({
    name: next.name,
    year: next.yearGroup === null ? '–' : yearWords(next.yearGroup),
    staff: next.staff.map((one) => one.name).join(', ') || nobody,
    pupils: plan.moves.filter((move) => move.nextClass === next.name).length,
    made: next.groupId === null ? 'Begins now' : 'Made already',
  }));
  return (
    <Card title="Classes of the next year">
      <DataTable caption="Classes of the next year" isStacked columns={classColumns} rows={rows} />
      <p>
        {plan.ending.length} classes and teaching groups of one year group end, and with them the reach of
        those who teach them. A class keeps the staff of the class of its name unless its staff are entered.
      </p>
    </Card>
  );
}

const moveColumns = [
  { key: 'to', label: 'Next year', isRowHead: true },
  { key: 'from', label: 'Now' },
  { key: 'count', label: 'Pupils', isNumber: true },
  { key: 'names', label: 'Who' },
] as const;

const placed = (yearGroup: string, className: string | null) =>
  `${yearWords(yearGroup === '' ? null : yearGroup)}${className === null ? '' : `, ${className}`}`;

/** Those who go the same way stand in one line: a school of 1,500 is read, not scrolled through. */
function moveRows(moves: readonly Move[]) {
  const ways = Map.groupBy(moves, (move) =>
    [placed(move.to, move.nextClass), placed(move.yearGroup, move.className)].join('\n'),
  );
  return [...ways].map(([way, some]) => {
    const [to, from] = way.split('\n');
    return { to, from, count: some.length, names: some.map((move) => move.name).join('; ') };
  });
}

function Pupils({ title, pupils }: { title: string; pupils: readonly RollingPupil[] }) {
  if (pupils.length === 0) return null;
  return (
    <Details summary={`${title}: ${pupils.length}`}>
      <ul>
        {pupils.map((pupil) => (
          <li key={pupil.pupilId}>
            {pupil.name}, {placed(pupil.yearGroup, pupil.className)}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** What the turn of the year would do, the things to look at first. */
export function RolloverPreview({ plan }: { plan: RolloverPlan }) {
  return (
    <>
      <Strip
        figures={[
          { figure: plan.moves.length, label: 'move up' },
          { figure: plan.leavers.length, label: `leave after ${yearWords(plan.lastYearGroup)}` },
          { figure: plan.staying.length, label: 'stay in their year group' },
          { figure: plan.classes.length, label: 'classes next year' },
          { figure: plan.warnings.length, label: 'to look at' },
        ]}
      />
      {plan.warnings.length > 0 && (
        <Card title="To look at" tone="late">
          <ul>
            {plan.warnings.map(({ pupil, warning }) => (
              <li key={`${pupil.pupilId}${warning}`}>
                {pupil.name}, {placed(pupil.yearGroup, pupil.className)}: {wording[warning]}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Classes plan={plan} />
      <Pupils title="Leave" pupils={plan.leavers} />
      <Pupils title="Stay in their year group" pupils={plan.staying} />
      <Pupils title="Have next year's year group already and keep it" pupils={plan.planned} />
      <Details summary={`Move up: ${plan.moves.length}`}>
        <DataTable
          caption="Pupils who move up, by the class they leave and the class of the next year"
          isStacked
          columns={moveColumns}
          rows={moveRows(plan.moves)}
        />
      </Details>
    </>
  );
}
