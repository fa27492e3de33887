import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import type { PupilKey } from './incoming.ts';
import { type Known, matchPupil } from './match.ts';

/** One pupil, and whether only the name says so; or why nobody can be told. */
export type Meant =
  | { readonly ok: true; readonly pupilId: PupilId; readonly byName: boolean }
  | { readonly ok: false; readonly why: string };

const no = (why: string): Meant => ({ ok: false, why });

/**
 * Who a row of scores or of provision means (rule file-1): by UPN; else by name and date of birth; else by a name that one
 * pupil alone has, which the review says. A UPN or a date of birth that speaks against the name stops it: nobody is guessed.
 */
export function meantPupil(
  key: PupilKey,
  { known, bornOn }: { readonly known: Known; readonly bornOn: (pupilId: PupilId) => SchoolDate | undefined },
): Meant {
  const match = matchPupil(key, known);
  if (match.kind === 'same') return { ok: true, pupilId: match.pupilId, byName: false };
  if (match.kind === 'new')
    return no(
      key.surname == null || key.forename == null
        ? 'The row names no pupil: give a UPN, or both names.'
        : 'No pupil here has this name.',
    );
  if (key.upn != null) return no('The UPN is not known here, though a pupil has this name.');
  const [first, ...others] = match.pupilIds;
  if (first === undefined || others.length > 0)
    return no('Several pupils have this name: add the UPN or the date of birth.');
  if (key.bornOn != null && bornOn(first) !== key.bornOn)
    return no('A pupil has this name, but another date of birth.');
  return { ok: true, pupilId: first, byName: key.bornOn == null };
}
