import type { IncomingPupil } from './incoming.ts';
import { staffFields } from './lay-staff.ts';
import { sayings } from './propose-facts.ts';
import { IncomingPupilRow, IncomingStaffRow } from './stored-rows.ts';

export type RecordLine = { readonly label: string; readonly value: string; readonly factKind: string | null };

const line = (label: string, value: string | null | undefined): RecordLine[] =>
  value == null || value === '' ? [] : [{ label, value, factKind: null }];

const ofPupil = (pupil: IncomingPupil): RecordLine[] => [
  ...line('UPN', pupil.upn),
  ...(pupil.formerUpns ?? []).flatMap((upn) => line('Former UPN', upn)),
  ...line('ULN', pupil.uln),
  ...line('Number in the MIS', pupil.misId),
  ...line('Born on', pupil.bornOn),
  ...sayings(pupil).map(({ label, value, kind }) => ({ label, value, factKind: kind })),
  ...line('Class', pupil.classGroup),
  ...line('SEN status', pupil.senNow?.status.text),
  ...line(
    'Needs',
    pupil.needs?.map(({ type, ownWords }) => type?.code ?? type?.text ?? ownWords ?? '').join(', '),
  ),
  ...(pupil.contacts ?? []).flatMap((contact) =>
    line(
      'Carer',
      [contact.title, contact.forename, contact.surname].filter((part) => part != null).join(' '),
    ),
  ),
];

/** All that a file says in one record, line by line, whether it differs from what is held or not. */
export function recordLines(kind: string, content: unknown): readonly RecordLine[] {
  if (kind === 'pupil') return ofPupil(IncomingPupilRow.parse(content));
  if (kind !== 'staff') return [];
  const told = IncomingStaffRow.parse(content);
  return staffFields.flatMap(({ label, of }) => line(label, of(told)));
}
