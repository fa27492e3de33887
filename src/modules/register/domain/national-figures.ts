import type { SenStatus } from './sen-status.ts';

/** A share of pupils in England, in per cent to one decimal as it was published. */
export type National = { readonly percent: number; readonly asOf: string; readonly source: string };

const source = 'Department for Education, Special educational needs in England 2024/25';
const byPhase = 'Department for Education, Local authority interactive tool';
const plans = 'Department for Education, Education, health and care plans 2025';
const january2025 = (percent: number, from = source): National => ({
  percent,
  asOf: 'January 2025',
  source: from,
});

type Split = Readonly<Record<'sen_support' | 'ehc_plan', number>>;
const primary: Split = { sen_support: 14.8, ehc_plan: 3.5 };
const secondary: Split = { sen_support: 13.4, ehc_plan: 3.1 };
/**
 * Phases whose shares are known, each with the word for schools like it. The shares of all schools count special
 * schools too and are laid beside no other.
 */
const phases: Readonly<Record<string, { readonly split: Split; readonly words: string }>> = {
  infant: { split: primary, words: 'primaries' },
  junior: { split: primary, words: 'primaries' },
  primary: { split: primary, words: 'primaries' },
  secondary: { split: secondary, words: 'secondaries' },
};

/** Share of pupils of a status in schools of a phase; null where none was published. */
export function nationalShare(phase: string, status: SenStatus): (National & { words: string }) | null {
  const of = phases[phase];
  if (of === undefined || (status !== 'sen_support' && status !== 'ehc_plan')) return null;
  return { ...january2025(of.split[status], byPhase), words: of.words };
}

/** Primary need of pupils with a plan in mainstream schools, and of those on SEN support where it was published. */
const needs: Readonly<Record<string, { readonly sen_support?: number; readonly ehc_plan?: number }>> = {
  ASD: { ehc_plan: 29.2 },
  SLCN: { sen_support: 25.7, ehc_plan: 28.8 },
  SEMH: { sen_support: 23.6, ehc_plan: 19.2 },
  MLD: { ehc_plan: 9.7 },
  SLD: { ehc_plan: 1.3 },
  PD: { ehc_plan: 3.7 },
  SPLD: { ehc_plan: 2.7 },
  HI: { ehc_plan: 1.6 },
  PMLD: { ehc_plan: 0.3 },
  OTH: { ehc_plan: 1.2 },
  VI: { ehc_plan: 1 },
  MSI: { ehc_plan: 0.2 },
};

/** Share of a primary need among pupils of a status; null where none was published. */
export function nationalNeed(type: string, status: 'sen_support' | 'ehc_plan'): National | null {
  const percent = needs[type]?.[status];
  if (percent === undefined) return null;
  return january2025(percent, status === 'ehc_plan' ? plans : source);
}

const withFsm: Readonly<Record<'sen_support' | 'ehc_plan' | 'none', number>> = {
  sen_support: 39.3,
  ehc_plan: 43.8,
  none: 22.2,
};

/** Share of pupils with free school meals among those of a status; `none` is everybody without SEN. */
export const nationalFsm = (status: 'sen_support' | 'ehc_plan' | 'none'): National =>
  january2025(withFsm[status]);
