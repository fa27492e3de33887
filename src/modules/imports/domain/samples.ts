import { readYearGroup } from './code-values.ts';
import type { FieldName } from './fields.ts';
import { readSenStatus } from './sen-values.ts';
import { isBlank, readYesNo } from './values.ts';

const ENOUGH = 3;
const UPN_SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/i;
const DATE_LIKE = /^\d{1,4}[-/. ]([a-z]{3,9}|\d{1,2})[-/. ]\d{1,4}|^\d{5}(\.\d+)?$|^\d{8}$|^[a-z]{3,9}[, ]/i;

/** The part of the filled cells that pass; null when too few are filled to say. */
function share(values: readonly string[], passes: (value: string) => boolean): number | null {
  const filled = values.filter((value) => !isBlank(value));
  if (filled.length < ENOUGH) return null;
  return filled.filter((value) => passes(value.trim())).length / filled.length;
}

const LOOKS: Partial<Record<FieldName, (value: string) => boolean>> = {
  upn: (value) => UPN_SHAPE.test(value.replace(/\s/g, '')),
  bornOn: (value) => DATE_LIKE.test(value),
  yearGroup: (value) => readYearGroup(value).code !== null,
  hasMedicalFlag: (value) => readYesNo(value).ok,
};

/** Do the rows say that the heading means something else? A column `Year` of `2026/27` is no year group. */
export function isContradicted(field: FieldName, values: readonly string[]): boolean {
  const looks = LOOKS[field];
  const part = looks === undefined ? null : share(values, looks);
  return part !== null && part < 0.3;
}

/** What a column with an unknown heading holds, where its rows leave no doubt. */
export function guessBySamples(values: readonly string[]): FieldName | null {
  const isNearlyAll = (passes: (value: string) => boolean): boolean => (share(values, passes) ?? 0) >= 0.9;
  if (isNearlyAll((value) => UPN_SHAPE.test(value))) return 'upn';
  if (isNearlyAll((value) => /^(year|yr|y) ?\d{1,2}$/i.test(value))) return 'yearGroup';
  const isStatus = isNearlyAll(
    (value) => /^[KEN]$|support|plan|ehc/i.test(value) && readSenStatus(value).code !== null,
  );
  return isStatus && values.some((value) => /^[KE]|support|plan/i.test(value.trim())) ? 'senStatus' : null;
}
