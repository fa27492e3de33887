import { z } from 'zod';

/** A UUIDv7 made here: sorts by the time of making. `at` is milliseconds since 1970, 48 bits of it are kept. */
export function newId(at: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = BigInt(Math.trunc(at));
  for (let i = 0; i < 6; i++) bytes[i] = Number((time >> BigInt(8 * (5 - i))) & 0xffn);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

export const SchoolId = uuid.brand<'SchoolId'>();
export type SchoolId = z.output<typeof SchoolId>;
export const TrustId = uuid.brand<'TrustId'>();
export type TrustId = z.output<typeof TrustId>;
export const PersonId = uuid.brand<'PersonId'>();
export type PersonId = z.output<typeof PersonId>;
export const PupilId = uuid.brand<'PupilId'>();
export type PupilId = z.output<typeof PupilId>;
export const CarerId = uuid.brand<'CarerId'>();
export type CarerId = z.output<typeof CarerId>;
export const StaffId = uuid.brand<'StaffId'>();
export type StaffId = z.output<typeof StaffId>;
export const GroupId = uuid.brand<'GroupId'>();
export type GroupId = z.output<typeof GroupId>;
export const YearId = uuid.brand<'YearId'>();
export type YearId = z.output<typeof YearId>;
export const ImportId = uuid.brand<'ImportId'>();
export type ImportId = z.output<typeof ImportId>;
