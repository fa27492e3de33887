import { z } from 'zod';
import { Day } from '#src/api/parts.ts';
import { behindKinds } from '../domain/behind.ts';
import { needLabel } from '../domain/needs.ts';
import { registerFlags, registerShows, usualFilter } from '../domain/register-filter.ts';
import type { InCare, RegisterLine } from '../domain/register-lines.ts';
import { censusCode, SenStatus } from '../domain/sen-status.ts';
import { specialPlaceKinds } from '../domain/special-places.ts';

/** The filters of the register that an address may hold: those of the page, but for the name of a pupil. */
export const filterFields = {
  status: z.array(SenStatus).default([]),
  need: z.array(z.string().max(10)).default([]).describe('Census types, such as SLCN'),
  year: z.array(z.string().max(10)).default([]).describe('Year groups of the national list, such as R or 4'),
  class: z.array(z.string().max(100)).default([]),
  flags: z.array(z.enum(registerFlags)).default([]),
  unit: z.array(z.enum(specialPlaceKinds)).default([]),
  behind: z.array(z.enum(behindKinds)).default([]).describe('Behind with a plan, its review or meetings'),
};
export const Show = z.enum(registerShows);

/** A pupil as the register shows them. */
export const LineAnswer = z.object({
  pupilId: z.uuid(),
  surname: z.string(),
  forename: z.string(),
  yearGroup: z.string().nullable(),
  className: z.string().nullable(),
  status: SenStatus,
  censusCode: z.enum(['N', 'K', 'E']),
  sinceOn: Day.nullable(),
  isParentsTold: z.boolean(),
  needs: z.array(z.object({ type: z.string(), label: z.string() })).describe('In order of rank'),
  keyWorker: z.string().nullable(),
  isFsm: z.boolean(),
  isEal: z.boolean(),
  isPupilPremium: z.boolean(),
  isInCare: z.boolean().nullable().describe('Null for roles that may not know'),
  specialPlace: z.enum(specialPlaceKinds).nullable(),
  referringSchool: z.string().nullable(),
  reviewOn: Day.nullable().describe('The next review, by the plan at work'),
  meetings: z.number().int().describe('Meetings with the parents in the last twelve months'),
  behind: z.array(z.enum(behindKinds)),
});
export type LineAnswer = z.output<typeof LineAnswer>;

export const lineAnswer = (line: RegisterLine, inCare: InCare): LineAnswer => ({
  ...line,
  censusCode: censusCode[line.status],
  behind: [...line.behind],
  needs: line.needTypes.map((type) => ({ type, label: needLabel(type) })),
  isInCare: inCare?.has(line.pupilId) ?? null,
});

/** The filter of an address, whole. */
export const filterOf = <F extends object>(given: F) => ({ ...usualFilter, ...given });
