import { Bar } from '#src/ui/bar.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { type AdultTime, meanOf, type PartTime, type PupilTime } from '../domain/insight/time-figures.ts';
import { hours, percent } from './time-rows.ts';

const pupilColumns = [
  { key: 'name', label: 'Pupil', isRowHead: true },
  { key: 'className', label: 'Class' },
  { key: 'need', label: 'First need', isQuiet: true },
  { key: 'now', label: 'With an adult', isNumber: true },
  { key: 'share', label: 'Adult’s time', isNumber: true },
  { key: 'before', label: 'In September', isNumber: true },
  { key: 'drift', label: 'Change', isNumber: true },
  { key: 'adults', label: 'Adults', isNumber: true },
  { key: 'owed', label: 'Plan names', isNumber: true },
  { key: 'given', label: 'Given', isWide: true },
] as const;

const signed = (minutes: number): string =>
  minutes === 0 ? '0.0' : `${minutes > 0 ? '+' : '−'}${hours(Math.abs(minutes))}`;

function Given({ facts }: Pick<PupilTime, 'facts'>) {
  const given = facts === null ? null : percent(facts.had, facts.due);
  if (facts === null || given === null) return <>Nothing logged</>;
  const lost = percent(facts.lostByAdults, facts.due) ?? 0;
  const label = `${given} % given, ${lost} % lost because an adult was away or elsewhere`;
  return <Bar delivered={given} lost={lost} label={label} figure={`${given} %`} />;
}

/** Hours a week of each pupil, what they were in September, and what was given of what was due. */
export const PupilsTable = ({ rows }: { readonly rows: readonly PupilTime[] }) => (
  <DataTable
    caption="Adults’ time by pupil"
    columns={pupilColumns}
    rows={rows.map((one) => ({
      name: <a href={`/pupils/${one.pupilId}`}>{one.name}</a>,
      className: one.className ?? '–',
      need: one.need ?? '–',
      now: hours(one.minutes),
      share: hours(one.share),
      before: one.before === null ? '–' : hours(one.before),
      drift: one.before === null ? '–' : signed(one.minutes - one.before),
      adults: one.adults,
      owed: one.owed === null ? '–' : hours(one.owed),
      given: <Given facts={one.facts} />,
    }))}
  />
);

const adultColumns = [
  { key: 'name', label: 'Adult', isRowHead: true },
  { key: 'planned', label: 'Planned', isNumber: true },
  { key: 'contracted', label: 'Contracted', isNumber: true },
  { key: 'pupils', label: 'Pupils met', isNumber: true },
  { key: 'share', label: 'Planned of contracted', isWide: true },
] as const;

/** The week of each adult against the contract. */
export const AdultsTable = ({ rows }: { readonly rows: readonly AdultTime[] }) => (
  <DataTable
    caption="Hours planned against contracted"
    columns={adultColumns}
    rows={rows.map(({ name, planned, contracted, pupils }) => {
      const share = percent(planned, contracted);
      const label = `${share ?? 0} % of the contract is planned`;
      return {
        name,
        planned: hours(planned),
        contracted: hours(contracted),
        pupils,
        share: share === null ? 'No contract' : <Bar delivered={share} label={label} figure={`${share} %`} />,
      };
    })}
  />
);

const partColumns = [
  { key: 'label', label: 'Part', isRowHead: true },
  { key: 'hours', label: 'Hours a week', isNumber: true },
  { key: 'pupils', label: 'Pupils', isNumber: true },
  { key: 'mean', label: 'Hours a pupil', isNumber: true },
  { key: 'share', label: 'Of all', isWide: true },
] as const;

/** The parts of the adults' week, with a bar for each. */
export function PartTable({ title, rows }: { readonly title: string; readonly rows: readonly PartTime[] }) {
  const all = rows.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <DataTable
      caption={`Adults’ time: ${title}`}
      columns={partColumns}
      rows={rows.map((one) => {
        const share = percent(one.minutes, all) ?? 0;
        const mean = meanOf(one);
        return {
          label: one.label,
          hours: hours(one.minutes),
          pupils: one.pupils,
          mean: mean === null ? 'Too few pupils' : hours(mean),
          share: <Bar delivered={share} label={`${share} % of all hours`} figure={`${share} %`} />,
        };
      })}
    />
  );
}
