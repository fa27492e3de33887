import { arborHeadings } from './arbor-headings.ts';
import { bromcomHeadings } from './bromcom-headings.ts';
import type { MisReports } from './mis-reports.ts';
import type { MisName } from './mis-values.ts';
import { scholarpackHeadings } from './scholarpack-headings.ts';
import { simsHeadings } from './sims-headings.ts';

/** No system has a fixed layout, as each school builds its own reports: these are headings often met. */
export const misHeadings: { readonly [M in MisName]: MisReports } = {
  sims: simsHeadings,
  arbor: arborHeadings,
  bromcom: bromcomHeadings,
  scholarpack: scholarpackHeadings,
};
