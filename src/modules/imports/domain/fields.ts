import { contactFields } from './contact.fields.ts';
import type { Field } from './field.ts';
import { pupilAddressFields, pupilFields } from './pupil.fields.ts';
import { attendanceFields, staffFields, timetableFields } from './school.fields.ts';
import { senFields } from './sen.fields.ts';

const all = {
  ...pupilFields,
  ...senFields,
  ...pupilAddressFields,
  ...contactFields,
  ...attendanceFields,
  ...staffFields,
  ...timetableFields,
};

export type FieldName = keyof typeof all;

/** Every field that a column may fill. */
export const fields: Readonly<Record<FieldName, Field>> = all;

export const isFieldName = (name: string): name is FieldName => Object.hasOwn(fields, name);

/** All fields in the order in which people choose from them. */
export const fieldNames: readonly FieldName[] = Object.keys(fields).filter(isFieldName);
