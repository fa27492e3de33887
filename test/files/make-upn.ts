import { checkLetterOf } from '#src/modules/pupils/domain/upn.ts';

/** The `number`th UPN of an invented school: sound, different for every number under a million. */
export function makeUpn(number: number): string {
  const year = 15 + (Math.floor(number / 1000) % 10);
  const estab = 9000 + Math.floor(number / 10_000);
  const body = `209${String(estab).padStart(4, '0')}${year}${String(number % 1000).padStart(3, '0')}`;
  return `${checkLetterOf(body)}${body}`;
}
