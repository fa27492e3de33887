import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { PupilKey } from './incoming.ts';

/** What is held to find a pupil again. */
export type KnownPupil = {
  readonly pupilId: PupilId;
  readonly upns: readonly string[];
  readonly formerUpns: readonly string[];
  readonly misIds: readonly string[];
  readonly surnames: readonly string[];
  readonly forenames: readonly string[];
  readonly bornOn: SchoolDate;
};

export type Match =
  | {
      readonly kind: 'same';
      readonly pupilId: PupilId;
      readonly by: 'UPN' | 'former UPN' | 'number in the MIS';
    }
  /** Somebody has to say: the same child or another? */
  | { readonly kind: 'ask'; readonly pupilIds: readonly PupilId[]; readonly why: string }
  | { readonly kind: 'new' };

/** The pupils of a school, ready to be looked up. */
export type Known = {
  readonly byUpn: ReadonlyMap<string, PupilId>;
  readonly byFormerUpn: ReadonlyMap<string, PupilId>;
  readonly byMisId: ReadonlyMap<string, KnownPupil>;
  readonly byName: ReadonlyMap<string, readonly KnownPupil[]>;
};

/** A name without marks, case, spaces and hyphens: `O’Brien-Ŝmith` → `obriensmith`. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}]/gu, '');

const nameKeys = (surname: string, forename: string): string =>
  `${plainName(surname)} ${plainName(forename)}`;

export function know(pupils: readonly KnownPupil[]): Known {
  const byUpn = new Map<string, PupilId>();
  const byFormerUpn = new Map<string, PupilId>();
  const byMisId = new Map<string, KnownPupil>();
  const byName = new Map<string, KnownPupil[]>();
  for (const pupil of pupils) {
    for (const upn of pupil.upns) byUpn.set(upn, pupil.pupilId);
    for (const upn of pupil.formerUpns) byFormerUpn.set(upn, pupil.pupilId);
    for (const id of pupil.misIds) byMisId.set(id, pupil);
    const names = pupil.surnames.flatMap((surname) =>
      pupil.forenames.map((forename) => nameKeys(surname, forename)),
    );
    for (const key of new Set(names)) byName.set(key, [...(byName.get(key) ?? []), pupil]);
  }
  return { byUpn, byFormerUpn, byMisId, byName };
}

/**
 * Who is meant: by UPN, then by a former UPN either way, then by the MIS's own number together with the date of
 * birth, then by name and date of birth for a person to confirm (rule file-1). A name alike with another date of
 * birth stops: it is asked too.
 */
export function matchPupil(
  incoming: PupilKey & { readonly formerUpns?: readonly string[] },
  known: Known,
): Match {
  return byUpn(incoming, known) ?? byNumber(incoming, known) ?? byNameAndBirth(incoming, known);
}

function byUpn(incoming: PupilKey & { readonly formerUpns?: readonly string[] }, known: Known): Match | null {
  const { upn } = incoming;
  const present = upn == null ? undefined : known.byUpn.get(upn);
  if (present !== undefined) return { kind: 'same', pupilId: present, by: 'UPN' };
  const former = [
    ...(upn == null ? [] : [known.byFormerUpn.get(upn)]),
    ...(incoming.formerUpns ?? []).flatMap((old) => [known.byUpn.get(old), known.byFormerUpn.get(old)]),
  ].find((pupilId) => pupilId !== undefined);
  return former === undefined ? null : { kind: 'same', pupilId: former, by: 'former UPN' };
}

/** The MIS's number alone may be used again for another child, so something else must agree. */
function byNumber(incoming: PupilKey, known: Known): Match | null {
  const held = incoming.misId == null ? undefined : known.byMisId.get(incoming.misId);
  if (held === undefined) return null;
  const sameBirth = incoming.bornOn == null || incoming.bornOn === held.bornOn;
  const sameName =
    incoming.surname == null ||
    held.surnames.some((name) => plainName(name) === plainName(incoming.surname ?? ''));
  if (sameBirth && sameName) return { kind: 'same', pupilId: held.pupilId, by: 'number in the MIS' };
  const why = sameBirth
    ? 'The MIS number is held for another surname.'
    : 'The MIS number is held for another date of birth.';
  return { kind: 'ask', pupilIds: [held.pupilId], why };
}

function byNameAndBirth(incoming: PupilKey, known: Known): Match {
  if (incoming.surname == null || incoming.forename == null) return { kind: 'new' };
  const alike = known.byName.get(nameKeys(incoming.surname, incoming.forename)) ?? [];
  if (alike.length === 0) return { kind: 'new' };
  const born = alike.filter((pupil) => incoming.bornOn == null || pupil.bornOn === incoming.bornOn);
  return born.length > 0
    ? {
        kind: 'ask',
        pupilIds: born.map((pupil) => pupil.pupilId),
        why: 'Same name and date of birth, but no UPN in common.',
      }
    : {
        kind: 'ask',
        pupilIds: alike.map((pupil) => pupil.pupilId),
        why: 'Same name, but another date of birth and no UPN in common.',
      };
}
