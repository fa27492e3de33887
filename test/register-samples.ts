import { schoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import type { NeedRecord } from '#src/modules/register/domain/needs.ts';
import type { StatusRecord } from '#src/modules/register/domain/sen-status.ts';

/** A SEN status as it is stored; a file's, unless told otherwise. */
export const recordOf = (of: Partial<StatusRecord> = {}): StatusRecord => ({
  statusId: newId(),
  status: 'sen_support',
  recordedCode: null,
  fromOn: schoolDate('2024-09-01'),
  untilOn: null,
  reason: null,
  parentsToldOn: null,
  source: 'CTF',
  sourceOn: schoolDate('2024-09-10'),
  version: 1,
  ...of,
});

/** A need as it is stored. */
export const needOf = (of: Partial<NeedRecord> = {}): NeedRecord => ({
  needId: newId(),
  senType: 'SLCN',
  rank: 1,
  ownWords: null,
  toldBy: null,
  fromOn: schoolDate('2024-09-01'),
  untilOn: null,
  source: 'Sendero',
  sourceOn: schoolDate('2024-09-01'),
  version: 1,
  ...of,
});
