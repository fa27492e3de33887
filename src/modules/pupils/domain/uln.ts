import { done, type Result, refused } from '../../../kernel/result.ts';

/**
 * Reads a unique learner number: ten digits, the first not 0. The first nine times 10, 9, … 2, added up,
 * modulo 11, leave r; r = 0 is not allowed and the last digit is 10 − r (rule id-3). `9276308686`: 290 mod 11 =
 * 4 → 6.
 */
export function readUln(text: string): Result<string, 'wrong_shape' | 'wrong_check_digit'> {
  const uln = text.replace(/\s/g, '');
  if (!/^[1-9][0-9]{9}$/.test(uln)) return refused('wrong_shape');
  const rest = [...uln.slice(0, 9)].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11;
  return rest !== 0 && 10 - rest === Number(uln[9]) ? done(uln) : refused('wrong_check_digit');
}
