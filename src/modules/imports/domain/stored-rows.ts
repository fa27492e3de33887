import { z } from 'zod';
import type { IncomingGroup, IncomingLesson, IncomingPupil, IncomingStaff } from './incoming.ts';

/*
 * Rows come back from the database as the JSON that this module itself wrote there from these very types, and from
 * nowhere else: what is checked is that it is the kind of thing it should be, not each field again.
 */
const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasRows = (value: unknown): boolean =>
  isRecord(value) && Array.isArray(Reflect.get(Object(value), 'rows'));

export const IncomingPupilRow = z.custom<IncomingPupil>(hasRows);
export const IncomingStaffRow = z.custom<IncomingStaff>(hasRows);
export const IncomingGroupRow = z.custom<IncomingGroup>(
  (value) => hasRows(value) && Array.isArray(Reflect.get(Object(value), 'pupils')),
);
export const IncomingLessonRows = z.array(
  z.custom<IncomingLesson>(
    (value) => isRecord(value) && typeof Reflect.get(Object(value), 'group') === 'string',
  ),
);
