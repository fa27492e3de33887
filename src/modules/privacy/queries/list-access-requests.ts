import { z } from 'zod';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId } from '#src/kernel/ids.ts';
import { addSchoolDays, getCalendar, type SchoolCalendar } from '#src/modules/school/index.ts';
import { educationalRecordSchoolDays, personalDataDue } from '#src/modules/statutory/index.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type AccessOutcome,
  type Asker,
  askers,
  outcomes,
  type RightUsed,
  rightsUsed,
} from '../domain/access.form.ts';
import { type Ground, grounds, type Redaction } from '../domain/redact.ts';

export const AccessRequestId = z.uuid().brand<'AccessRequestId'>();
export type AccessRequestId = z.output<typeof AccessRequestId>;
export const RedactionId = z.uuid().brand<'RedactionId'>();
export type RedactionId = z.output<typeof RedactionId>;
export const BundleId = z.uuid().brand<'BundleId'>();
export type BundleId = z.output<typeof BundleId>;

export type Due = { readonly on: SchoolDate | null; readonly why: string };

export type AccessRequest = {
  readonly accessRequestId: AccessRequestId;
  readonly pupilId: PupilId;
  readonly rightUsed: RightUsed;
  readonly askedBy: string;
  readonly asker: Asker;
  readonly receivedOn: SchoolDate;
  readonly whatFor: string;
  readonly identityCheckedOn: SchoolDate | null;
  readonly identityHow: string | null;
  readonly extendedMonths: number;
  readonly extendedWhy: string | null;
  readonly closedOn: SchoolDate | null;
  readonly outcome: AccessOutcome | null;
  readonly closedHow: string | null;
  readonly version: number;
  readonly due: Due;
};

const one = <T extends string>(list: readonly { readonly value: T }[], text: string | null): T | null =>
  list.find(({ value }) => value === text)?.value ?? null;
const dayOf = (text: string | null): SchoolDate | null => (text === null ? null : schoolDate(text));

type DueOf = Pick<AccessRequest, 'rightUsed' | 'receivedOn' | 'extendedMonths'>;

/** By when a request is answered, with the sum: computed from its facts and the school's calendar, never stored. */
export function accessDue(of: DueOf, calendar: SchoolCalendar): Due {
  if (of.rightUsed === 'subject_access') {
    const { lastOn, disputed } = personalDataDue(of.receivedOn, of.extendedMonths);
    const longer = of.extendedMonths === 0 ? '' : ` and ${of.extendedMonths} more`;
    return { on: lastOn, why: `One month${longer} from receipt: UK GDPR art. 12(3). ${disputed}` };
  }
  const reached = addSchoolDays(calendar, of.receivedOn, educationalRecordSchoolDays);
  const why = `${educationalRecordSchoolDays} school days after receipt: Education (Pupil Information) Regulations 2005, reg. 5 (unverified)`;
  return reached.ok
    ? { on: reached.value, why }
    : { on: null, why: `${why}. The terms of that time are not entered, so the day cannot be counted` };
}

const requestOf = (row: RowOf<'accessRequests'>, calendar: SchoolCalendar): AccessRequest => {
  const facts = {
    rightUsed: one(rightsUsed, row.rightUsed) ?? 'subject_access',
    receivedOn: schoolDate(row.receivedOn),
    extendedMonths: row.extendedMonths,
  };
  return {
    ...facts,
    accessRequestId: AccessRequestId.parse(row.accessRequestId),
    pupilId: PupilId.parse(row.pupilId),
    askedBy: row.askedBy,
    asker: one(askers, row.asker) ?? 'for_them',
    whatFor: row.whatFor,
    identityCheckedOn: dayOf(row.identityCheckedOn),
    identityHow: row.identityHow,
    extendedWhy: row.extendedWhy,
    closedOn: dayOf(row.closedOn),
    outcome: one(outcomes, row.outcome),
    closedHow: row.closedHow,
    version: row.version,
    due: accessDue(facts, calendar),
  };
};

const select = (tx: Tx) =>
  tx.selectFrom('accessRequests').selectAll().where('schoolId', '=', tx.scope.actor.schoolId);

/** The requests about one pupil, the newest first. */
export async function listAccessRequests(tx: Tx, pupilId: PupilId): Promise<readonly AccessRequest[]> {
  const rows = await select(tx).where('pupilId', '=', pupilId).orderBy('receivedOn', 'desc').execute();
  const calendar = await getCalendar(tx);
  return rows.map((row) => requestOf(row, calendar));
}

/** The requests of the whole school that wait for an answer, the oldest first. */
export async function listOpenAccessRequests(tx: Tx): Promise<readonly AccessRequest[]> {
  const rows = await select(tx).where('closedOn', 'is', null).orderBy('receivedOn').execute();
  const calendar = await getCalendar(tx);
  return rows.map((row) => requestOf(row, calendar));
}

/** One request about a pupil, or null. */
export async function findAccessRequest(
  tx: Tx,
  of: { readonly pupilId: PupilId; readonly accessRequestId: AccessRequestId },
): Promise<AccessRequest | null> {
  const row = await select(tx)
    .where('accessRequestId', '=', of.accessRequestId)
    .where('pupilId', '=', of.pupilId)
    .executeTakeFirst();
  return row === undefined ? null : requestOf(row, await getCalendar(tx));
}

export type KeptRedaction = Redaction & {
  readonly redactionId: RedactionId;
  readonly why: string;
};

/** What was marked to be left out of the copy and not taken back, in the order of marking. */
export async function listRedactions(tx: Tx, of: AccessRequest): Promise<readonly KeptRedaction[]> {
  const rows = await tx
    .selectFrom('accessRedactions')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('accessRequestId', '=', of.accessRequestId)
    .where('withdrawnAt', 'is', null)
    .orderBy('redactionId')
    .execute();
  return rows.map(({ source, item, field, words, ground, why, redactionId }) => ({
    redactionId: RedactionId.parse(redactionId),
    source,
    item,
    field,
    words,
    why,
    ground: one<Ground>(grounds, ground) ?? 'other',
  }));
}

export type Bundle = {
  readonly bundleId: BundleId;
  readonly madeAt: Date;
  readonly madeBy: PersonId | null;
  readonly records: number;
  readonly leftOut: number;
  readonly blanked: number;
};

/** The copies that were made for a request, the newest first, without what stands in them. */
export async function listBundles(tx: Tx, of: AccessRequest): Promise<readonly Bundle[]> {
  const rows = await tx
    .selectFrom('accessBundles')
    .select(['bundleId', 'madeAt', 'madeBy', 'records', 'leftOut', 'blanked'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('accessRequestId', '=', of.accessRequestId)
    .orderBy('madeAt', 'desc')
    .orderBy('bundleId', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    bundleId: BundleId.parse(row.bundleId),
    madeBy: row.madeBy === null ? null : PersonId.parse(row.madeBy),
  }));
}

const CopyContent = z.object({
  title: z.string(),
  madeOn: z.string(),
  notes: z.array(z.string()),
  parts: z.array(
    z.object({
      title: z.string(),
      entries: z.array(
        z.object({ on: z.string().nullable(), lines: z.array(z.tuple([z.string(), z.string()])) }),
      ),
    }),
  ),
});
export type CopyContent = z.output<typeof CopyContent>;

/** A copy as it was made, or null. */
export async function findBundle(
  tx: Tx,
  of: { readonly pupilId: PupilId; readonly bundleId: BundleId },
): Promise<{ readonly pupilId: PupilId; readonly content: CopyContent } | null> {
  const row = await tx
    .selectFrom('accessBundles')
    .select('content')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bundleId', '=', of.bundleId)
    .where('pupilId', '=', of.pupilId)
    .executeTakeFirst();
  return row === undefined ? null : { pupilId: of.pupilId, content: CopyContent.parse(row.content) };
}
