import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import { bearersOf, bearersOn, shareAmong } from './cost.ts';
import type { Charge, RunPupil } from './run.ts';
import type { SessionPupil } from './session.ts';

type Place = Pick<RunPupil, 'pupilId' | 'bearsCost' | 'fromOn' | 'untilOn'>;

/** A session with what its adults' time cost, as it was stored with the rate of its day. */
export type TracedSession = {
  readonly on: SchoolDate;
  readonly runId: string;
  readonly charge: Charge;
  readonly pupils: readonly Pick<SessionPupil, 'pupilId' | 'state'>[];
  readonly adults: readonly {
    readonly name: string;
    readonly minutes: number;
    readonly pencePerHour: number | null;
    readonly pence: number | null;
  }[];
};

/** Materials, or what was bought in. */
export type TracedCost = {
  readonly on: SchoolDate;
  readonly runId: string;
  readonly charge: Charge;
  readonly words: string | null;
  readonly pence: number;
};

/** What one session or cost puts on a pupil: of the whole, shared among so many. */
export type PupilShare = { readonly whole: number; readonly among: number; readonly share: number };

const shareOf = (whole: number, bearers: readonly PupilId[], pupilId: PupilId): PupilShare => ({
  whole,
  among: bearers.length,
  share: shareAmong(whole, bearers).get(pupilId) ?? 0,
});

/** A pupil's share of a session, as the map counts it (rules prov-4, prov-5). */
export function shareOfSession(
  { charge, pupils, adults }: TracedSession,
  places: readonly Place[],
  pupilId: PupilId,
): PupilShare {
  const marked = new Set(places.filter(({ bearsCost }) => bearsCost).map((place) => place.pupilId));
  const whole = adults.reduce((sum, { pence }) => sum + (pence ?? 0), 0);
  return shareOf(whole, bearersOf(charge, pupils, marked), pupilId);
}

/** A pupil's share of what a run cost beside the adults' time. */
export const shareOfCost = (
  { charge, on, pence }: TracedCost,
  places: readonly Place[],
  pupilId: PupilId,
): PupilShare => shareOf(pence, bearersOn(charge, places, on), pupilId);
