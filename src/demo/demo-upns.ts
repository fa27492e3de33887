import { checkLetterOf } from '#src/modules/pupils/domain/upn.ts';
import type { Chance } from './demo-chance.ts';
import { dateFrom } from './demo-days.ts';
import type { SchoolPlan } from './demo-plans.ts';
import type { DemoPupil } from './demo-pupil.ts';

/** Gives out UPNs of one school and its feeders; none twice. */
export type UpnBook = {
  readonly permanent: (establishment: string, issuedOn: number) => string;
  readonly temporary: (issuedOn: number) => string;
};

const withCheckLetter = (body: string): string => {
  const letter = checkLetterOf(body);
  if (letter === null) throw new RangeError(`${body} cannot be part of a UPN`);
  return letter + body;
};

export function openUpnBook(plan: SchoolPlan): UpnBook {
  const issued = new Map<string, number>();
  const serial = (prefix: string): number => {
    const next = (issued.get(prefix) ?? 0) + 1;
    issued.set(prefix, next);
    return next;
  };
  const yearOf = (day: number): string => dateFrom(day).slice(2, 4);
  return {
    permanent: (establishment, issuedOn) => {
      for (const each of [establishment, plan.establishment, ...plan.feeders]) {
        const prefix = `${plan.laCode}${each}${yearOf(issuedOn)}`;
        const next = serial(prefix);
        if (next <= 999) return withCheckLetter(prefix + String(next).padStart(3, '0'));
      }
      throw new RangeError('A school gives out 999 UPNs a year, and its feeders are used up too');
    },
    temporary: (issuedOn) => {
      const prefix = `${plan.laCode}${plan.establishment}${yearOf(issuedOn)}`;
      const next = serial(`${prefix}T`);
      return withCheckLetter(
        `${prefix}${String(next % 100).padStart(2, '0')}${'ABCDEFGH'[Math.floor(next / 100) % 8]}`,
      );
    },
  };
}

/** In 200 pupils one still has a temporary UPN, and one had one. */
export function upnsFor(
  chance: Chance,
  book: UpnBook,
  given: { establishment: string; issuedOn: number; entered: number; today: number },
): Pick<DemoPupil, 'upn' | 'isUpnTemporary' | 'formerUpns'> {
  const { establishment, issuedOn, entered, today } = given;
  if (today - entered < 200 && chance.happens(0.03)) {
    return { upn: book.temporary(entered), isUpnTemporary: true, formerUpns: [] };
  }
  const upn = book.permanent(establishment, issuedOn);
  if (!chance.happens(0.006) || today - entered < 60) return { upn, isUpnTemporary: false, formerUpns: [] };
  const until = dateFrom(entered + chance.whole(20, 50));
  return { upn, isUpnTemporary: false, formerUpns: [{ upn: book.temporary(entered), until }] };
}
