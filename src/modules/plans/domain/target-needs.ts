import type { TargetArea } from './plan.ts';

/** The types of need on record (CBDS CS071), the primary first. Null where they are not known here. */
export type NeedsKnown = readonly string[] | null;

const areasOf: Readonly<Record<string, readonly TargetArea[]>> = {
  SPLD: ['cognition'],
  MLD: ['cognition', 'communication'],
  SLD: ['cognition', 'communication'],
  PMLD: ['cognition', 'communication', 'sensory_physical'],
  SLCN: ['communication', 'cognition'],
  ASD: ['communication', 'semh', 'sensory_physical'],
  SEMH: ['semh'],
  HI: ['sensory_physical', 'communication'],
  VI: ['sensory_physical'],
  MSI: ['sensory_physical', 'communication'],
  PD: ['sensory_physical'],
};

/**
 * Whether a target of this area is about one of the needs. Independence always is; where no need is on record, or one
 * that has no fixed area (DS, OTH, NSA), any area may be.
 */
export const fitsNeeds = (area: TargetArea, needs: NeedsKnown): boolean =>
  area === 'independence' ||
  needs === null ||
  needs.length === 0 ||
  needs.some((type) => areasOf[type]?.includes(area) ?? true);
