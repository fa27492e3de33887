import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  changeNeeds,
  changeStatus,
  recordStatusHistory,
  type SenStatus,
} from '#src/modules/register/index.ts';
import { inSchool, type School } from './given.ts';
import { byHand, type PupilOptions, pupil, termStart } from './given-pupils.ts';

type StatusOptions = {
  readonly fromOn?: SchoolDate;
  readonly reason?: string;
  readonly parentsToldOn?: SchoolDate;
};

/** Gives a pupil a SEN status since the start of term, by hand. Returns its id. */
export const status = (
  of: School,
  pupilId: PupilId,
  to: SenStatus,
  options: StatusOptions = {},
): Promise<string> =>
  inSchool(of, async (tx) => {
    const done = await changeStatus(tx, {
      pupilId,
      status: to,
      fromOn: termStart,
      reason: 'Agreed with the family',
      told: byHand,
      isPlanCeased: true,
      ...options,
    });
    if (!done.ok) throw new Error(done.refusal);
    return done.value;
  });

/** Gives a pupil needs, the first the primary one, by hand. */
export const needs = (of: School, pupilId: PupilId, ...types: string[]): Promise<void> =>
  inSchool(of, async (tx) => {
    const given = types.map((senType, index) => ({ senType, rank: index + 1, sinceOn: termStart }));
    const done = await changeNeeds(tx, { pupilId, needs: given, told: byHand, why: 'Assessed' });
    if (!done.ok) throw new Error(done.refusal);
  });

type Told = { readonly status: SenStatus; readonly fromOn: string; readonly recordedCode?: string };

/** What a file tells of a pupil's SEN history: each status until the next. */
export const toldByFile = (of: School, pupilId: PupilId, ...changes: Told[]) =>
  inSchool(of, (tx) =>
    recordStatusHistory(tx, {
      pupilId,
      told: { source: 'CTF', sourceOn: termStart },
      statuses: changes.map((one) => ({
        status: one.status,
        recordedCode: one.recordedCode ?? null,
        fromOn: schoolDate(one.fromOn),
        untilOn: null,
      })),
    }),
  );

type OnRegister = PupilOptions & {
  readonly sen?: SenStatus;
  readonly since?: SchoolDate;
  readonly needTypes?: readonly string[];
};

/** A pupil with a status, on SEN support unless told otherwise, and needs. */
export async function pupilOnRegister(of: School, options: OnRegister = {}): Promise<PupilId> {
  const { sen = 'sen_support', since = termStart, needTypes = ['SLCN'], ...rest } = options;
  const pupilId = await pupil(of, rest);
  if (sen !== 'none') await status(of, pupilId, sen, { fromOn: since });
  if (needTypes.length > 0) await needs(of, pupilId, ...needTypes);
  return pupilId;
}
