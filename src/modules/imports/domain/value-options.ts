import { type CodeList, listCodesInForce } from '../../../kernel/codes/codes.ts';
import { enrolmentStatus } from '../../../kernel/codes/enrolment-status.codes.ts';
import { ethnicity } from '../../../kernel/codes/ethnicity.codes.ts';
import { laCode } from '../../../kernel/codes/la-code.codes.ts';
import { language } from '../../../kernel/codes/language.codes.ts';
import { leavingReason } from '../../../kernel/codes/leaving-reason.codes.ts';
import { ncYearGroup } from '../../../kernel/codes/nc-year-group.codes.ts';
import { relationship } from '../../../kernel/codes/relationship.codes.ts';
import { senType } from '../../../kernel/codes/sen-type.codes.ts';
import { serviceChild } from '../../../kernel/codes/service-child.codes.ts';
import { sex } from '../../../kernel/codes/sex.codes.ts';
import { suspensionCategory } from '../../../kernel/codes/suspension-category.codes.ts';
import { suspensionReason } from '../../../kernel/codes/suspension-reason.codes.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import type { FieldName } from './fields.ts';

type Choice = { readonly value: string; readonly label: string };

const lists: { readonly [F in FieldName]?: CodeList } = {
  need: senType,
  yearGroup: ncYearGroup,
  sex,
  ethnicity,
  language,
  enrolmentStatus,
  leavingReason,
  careAuthority: laCode,
  serviceChild,
  contactRelationship: relationship,
  suspensionCategory,
  suspensionReason,
};

const statuses: readonly Choice[] = [
  { value: 'N', label: 'No SEN' },
  { value: 'M', label: 'Monitoring (the school watches; N in the census)' },
  { value: 'K', label: 'SEN support (K)' },
  { value: 'E', label: 'EHC plan (E)' },
];

/** What a value of a field may mean, for the person who is asked about it. */
export function valueOptions(field: FieldName, on: SchoolDate): readonly Choice[] {
  const unsaid = { value: '', label: 'Not said: keep as written' };
  if (field === 'senStatus') return [unsaid, ...statuses];
  const list = lists[field];
  if (list === undefined) return [unsaid, { value: 'Y', label: 'Yes' }, { value: 'N', label: 'No' }];
  const codes = listCodesInForce(list, on).map(({ code, label }) => ({
    value: code,
    label: `${label} (${code})`,
  }));
  return [unsaid, ...codes];
}
