import type { PupilId } from '#src/kernel/ids.ts';
import type { Pupil } from '../queries/find-pupil.ts';

/** What every page of a deed for one pupil needs: whom it is about. */
export type OfPupil = { readonly pupil: Pupil };

export const aboutPupil = ({ pupil }: OfPupil): readonly PupilId[] => [pupil.pupilId];

export const fullName = ({ name }: Pupil): string => `${name.forename} ${name.surname}`;
