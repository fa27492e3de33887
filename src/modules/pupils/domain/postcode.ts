import { done, type Result, refused } from '../../../kernel/result.ts';

const SHAPE =
  /^(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2})$/;
const FORCES = /^BFPO([0-9]{1,4})$/;

/**
 * Puts a postcode into its usual form: capitals, one space before the last three characters. Only the shape
 * is checked; a right shape need not exist. Islands (JE, GY, IM) and BFPO numbers are real. Blank is for
 * the caller: some families have none.
 */
export function readPostcode(text: string): Result<string, 'wrong_shape'> {
  const packed = text.replace(/\s/g, '').toUpperCase();
  const forces = FORCES.exec(packed)?.[1];
  if (forces !== undefined) return done(`BFPO ${forces}`);
  const spaced = `${packed.slice(0, -3)} ${packed.slice(-3)}`;
  return SHAPE.test(spaced) ? done(spaced) : refused('wrong_shape');
}
