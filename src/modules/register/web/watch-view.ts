import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { areaLabel, outcomeLabel } from '../domain/concern.ts';
import { statusLabel } from '../domain/sen-status.ts';
import { attendancePercent, type WatchedPupil, type WatchList, watchListOf } from '../domain/watch-list.ts';
import { listWatched } from '../queries/list-watched.ts';

export const loadWatchList = async (tx: Tx): Promise<WatchList> =>
  watchListOf(await listWatched(tx), tx.scope.today);

export const pupilsOfWatchList = ({ often, overdue }: WatchList): readonly PupilId[] => [
  ...new Set([...often, ...overdue].map((pupil) => pupil.pupilId)),
];

/** What may bear on a concern, side by side: the heading, in short, and whether it is so. */
export const groups = [
  {
    key: 'eal',
    short: 'EAL',
    counted: 'EAL',
    label: 'English as an additional language (EAL)',
    is: (one) => one.isEal,
  },
  { key: 'care', short: 'In care', counted: 'in care', label: 'In care', is: (one) => one.isInCare },
  { key: 'pp', short: 'PP', counted: 'PP', label: 'Pupil premium (PP)', is: (one) => one.isPupilPremium },
  { key: 'fsm', short: 'FSM', counted: 'FSM', label: 'Free school meals (FSM)', is: (one) => one.isFsm },
  {
    key: 'carer',
    short: 'Young carer',
    counted: 'young carers',
    label: 'Young carer',
    is: (one) => one.isYoungCarer,
  },
] as const satisfies readonly {
  key: string;
  short: string;
  counted: string;
  label: string;
  is: (one: WatchedPupil) => boolean;
}[];

/** `3, by 2 people`. */
export const raisedWords = ({ concerns, raisers }: WatchedPupil): string =>
  `${concerns}, by ${raisers} ${raisers === 1 ? 'person' : 'people'}`;

export const areasWords = ({ areas }: WatchedPupil): string =>
  areas.map((area) => areaLabel[area]).join('; ');

export const statusOf = ({ status }: WatchedPupil): string => statusLabel[status];

export const lastOutcomeWords = ({ lastOutcome }: WatchedPupil): string =>
  lastOutcome === null ? 'None yet' : outcomeLabel[lastOutcome];

export const attendanceWords = (pupil: WatchedPupil): string => {
  const percent = attendancePercent(pupil);
  return percent === null ? 'not known' : `${percent} %`;
};
