import type { PupilId } from '../../../kernel/ids.ts';
import { done, type Result, refused } from '../../../kernel/result.ts';
import type { NamedPupil } from './plan-rows.ts';
import { type PlanPupil, whoIsMeant } from './plan-who.ts';
import { splitName } from './values.ts';

const nothing: NamedPupil = { upn: null, surname: null, forename: null, bornOn: null, className: null };

/** What a person may have meant by the text: a UPN, a name, a name and a class. */
function readingsOf(text: string): readonly NamedPupil[] {
  const bare = text.trim();
  if (/^[A-Z]\d{11}[0-9A-Z]$/i.test(bare)) return [{ ...nothing, upn: bare.toUpperCase() }];
  const comma = bare.lastIndexOf(',');
  const withClass = {
    ...nothing,
    ...splitName(bare.slice(0, Math.max(0, comma))),
    className: bare.slice(comma + 1).trim(),
  };
  return [{ ...nothing, ...splitName(bare) }, ...(comma < 0 ? [] : [withClass])].filter(
    (named) => named.surname !== null,
  );
}

/**
 * The pupil on roll whom a person names: `Amara Okafor`, `Okafor, Amara`, `Amara Okafor, 4 Oak` or a UPN. A name alone
 * will do here, where it is one pupil's: a person has said so.
 */
export function pupilTyped(
  text: string,
  pupils: readonly PlanPupil[],
): Result<PupilId, 'nobody' | 'several'> {
  const told = readingsOf(text).map((named) => ({ named, who: whoIsMeant(named, pupils) }));
  for (const { who } of told) if (who.is === 'found') return done(who.pupilId);
  const alike = told.flatMap(({ named, who }) =>
    who.is === 'asked' && named.className === null && named.upn === null ? who.pupilIds : [],
  );
  const [first, ...more] = alike;
  if (first === undefined) return refused('nobody');
  return more.length === 0 ? done(first) : refused('several');
}
