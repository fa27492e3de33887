import type { TargetArea } from './plan.ts';

/** The types of need on record (CBDS CS071), the primary first. Null where they are not known here. */
export type NeedsKnown = readonly string[] | null;

const areasOf: Readonly<Record<string, readonly TargetArea[]>> = {
  SPLD: ['cognition'],
  MLD: ['cognition', 'communication'],
  SLD: ['cognition', 'communication'],
  SLCN: ['communication', 'cognition'],
  ASD: ['communication', 'semh', 'sensory_physical'],
  SEMH: ['semh'],
  HI: ['sensory_physical', 'communication', 'cognition', 'semh'],
  VI: ['sensory_physical', 'cognition', 'semh'],
  PD: ['sensory_physical'],
};

/**
 * Whether a target of this area is about one of the needs. Independence always is; where no need is on record, or one
 * that touches every area or has no fixed one (PMLD, MSI, DS, OTH, NSA), any area may be. What is not heard or seen is
 * not learned either, nor shared with friends.
 */
export const fitsNeeds = (area: TargetArea, needs: NeedsKnown): boolean =>
  area === 'independence' ||
  needs === null ||
  needs.length === 0 ||
  needs.some((type) => areasOf[type]?.includes(area) ?? true);
