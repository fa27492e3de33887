import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import type { SchoolMeasure } from '../domain/measure.ts';
import { measureDomains } from '../domain/measure.ts';

export const OfPupil = z.object({ pupilId: PupilId });
export const nameOf = ({ name }: Pupil): string => `${name.forename} ${name.surname}`;
export const assessmentsHref = (pupilId: PupilId): string => `/pupils/${pupilId}/assessments`;

/** The measures to choose from, by what they measure. */
export const measureOptions = (measures: readonly SchoolMeasure[]) =>
  measures
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ key, name, domain }) => ({ value: key, label: `${measureDomains[domain]}: ${name}` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

export const staleWords =
  'Somebody changed this while you were writing. Nothing was overwritten: compare the two and save again if yours is right';
