import type { Figure } from '#src/ui/strip.tsx';
import { nationalShare } from '../domain/national-figures.ts';
import { share } from '../domain/register-figures.ts';
import { filterAddress, usualFilter } from '../domain/register-filter.ts';
import { type SenStatus, statusLabel } from '../domain/sen-status.ts';
import type { SchoolFigures } from './register-view.ts';

const percent = (value: number): string => `${value.toFixed(1)} %`;

/** `SEN support · 17.6 % (primaries 14.8 %)`. */
function labelOf(status: SenStatus, { figures, phase }: SchoolFigures): string {
  const own = share(figures.status[status], figures.roll);
  if (own === null) return statusLabel[status];
  const national = nationalShare(phase, status);
  const beside = national === null ? '' : ` (${national.words} ${percent(national.percent)})`;
  return `${statusLabel[status]} · ${percent(own)}${beside}`;
}

/** The figures above the register, each beside the country's where there is one. */
export function stripOf(of: SchoolFigures): readonly Figure[] {
  const { status } = of.figures;
  const only = (one: SenStatus) => filterAddress({ ...usualFilter, status: [one] });
  return [
    { figure: status.sen_support ?? 0, label: labelOf('sen_support', of), href: only('sen_support') },
    { figure: status.ehc_plan ?? 0, label: labelOf('ehc_plan', of), href: only('ehc_plan') },
    { figure: status.monitoring ?? 0, label: 'monitoring', href: only('monitoring') },
    ...(of.untold === null
      ? []
      : [
          {
            figure: of.untold,
            label: 'parents not yet recorded as told',
            href: filterAddress({ ...usualFilter, flags: ['untold'] }),
          },
        ]),
  ];
}
