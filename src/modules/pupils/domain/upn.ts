import { findCode } from '../../../kernel/codes/codes.ts';
import { laCode } from '../../../kernel/codes/la-code.codes.ts';
import { done, type Result, refused } from '../../../kernel/result.ts';

/** The 23 letters of a UPN: I, O and S never occur. A letter's place is its value. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const SHAPE = new RegExp(`^[${LETTERS}][0-9]{11}[0-9${LETTERS}]$`);

export type UpnRead = {
  /** Upper case, 13 characters. */
  readonly upn: string;
  /** Ends in a letter: a school gave it until the pupil's own UPN is known. */
  readonly isTemporary: boolean;
  /** False: no authority, past or present, is known by characters 2 to 4. A reason to look, never to refuse. */
  readonly isLaKnown: boolean;
};

const worthOf = (character: string): number =>
  LETTERS.includes(character) ? LETTERS.indexOf(character) : Number(character);

/**
 * The check letter for characters 2 to 13 of a UPN: each character's value times its place, added up,
 * modulo 23 (rule id-1). `801200005001` → 93, 93 mod 23 = 1 → `B`. Null when the characters are not those of a
 * UPN.
 */
export function checkLetterOf(body: string): string | null {
  if (!SHAPE.test(`A${body}`)) return null;
  const sum = [...body].reduce((total, character, index) => total + worthOf(character) * (index + 2), 0);
  return LETTERS[sum % LETTERS.length] ?? null;
}

/** Wales (660 to 681), islands and service schools (701 to 708), numbers given centrally (001 to 005). */
const isOtherAuthority = (la: string): boolean =>
  (la >= '001' && la <= '005') || (la >= '660' && la <= '681') || (la >= '701' && la <= '708');

/**
 * Reads a unique pupil number. Spaces are taken out and letters made capitals; the shape and the check
 * letter are refused when wrong; an authority that is not known is told, not refused, as old and foreign
 * authorities stand in UPNs for ever. A temporary one is taken like any other (rule id-2).
 */
export function readUpn(text: string): Result<UpnRead, 'wrong_shape' | 'wrong_check_letter'> {
  const upn = text.replace(/\s/g, '').toUpperCase();
  if (!SHAPE.test(upn)) return refused('wrong_shape');
  if (checkLetterOf(upn.slice(1)) !== upn[0]) return refused('wrong_check_letter');
  const la = upn.slice(1, 4);
  return done({
    upn,
    isTemporary: !/\d$/.test(upn),
    isLaKnown: findCode(laCode, la) !== null || isOtherAuthority(la),
  });
}
