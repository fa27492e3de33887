import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { StaffId } from '#src/kernel/ids.ts';
import type { FullWeek } from '../full-week.ts';

/** A skill that an adult of the week has, until a day where it runs out. */
export type HeldSkill = {
  readonly skillId: string;
  readonly staffId: StaffId;
  readonly name: string;
  readonly untilOn: SchoolDate | null;
};

export type TrainingNeed = {
  readonly skillId: string;
  readonly skill: string;
  /** Minutes a week that ask for it. */
  readonly asked: number;
  /** Of these, minutes for which nobody is placed. */
  readonly open: number;
  readonly holders: readonly HeldSkill[];
  /** Those whose training runs out soon. */
  readonly ending: readonly HeldSkill[];
  readonly state: 'nobody' | 'one' | 'ending' | 'enough';
};

/** A course is booked and taken within so many days. */
export const soonDays = 90;

/**
 * The skills that the week asks for against those that its adults have (rule cover-5): nobody has one, one adult alone, or
 * it runs out within 90 days. The most pressing first.
 */
export function trainingNeeds(
  week: FullWeek,
  {
    skills,
    held,
    today,
  }: {
    readonly skills: readonly { readonly skillId: string; readonly name: string }[];
    readonly held: readonly HeldSkill[];
    readonly today: SchoolDate;
  },
): readonly TrainingNeed[] {
  const slot = new Map(week.slots.map(({ slotId, from, until }) => [slotId, until - from]));
  const lesson = Math.max(0, ...slot.values());
  const placed = Map.groupBy(week.placements, ({ demandId }) => demandId);
  return skills
    .map(({ skillId, name }) => {
      const asking = week.demands.filter((demand) => demand.skills.has(skillId));
      const minutes = (times: number, length: number) => times * length * lesson;
      const holders = held.filter((one) => one.skillId === skillId);
      const ending = holders.filter(({ untilOn }) => untilOn !== null && untilOn <= addDays(today, soonDays));
      const asked = asking.reduce((sum, one) => sum + minutes(one.times, one.length), 0);
      const open = asking.reduce((sum, one) => {
        const there = placed.get(one.demandId)?.length ?? 0;
        return sum + minutes(Math.max(0, one.times - there), one.length);
      }, 0);
      const lasting = holders.length - ending.length;
      return { skillId, skill: name, asked, open, holders, ending, state: stateOf(holders.length, lasting) };
    })
    .filter(({ asked, ending }) => asked > 0 || ending.length > 0)
    .toSorted(
      (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || other.asked - one.asked,
    );
}

const order = ['nobody', 'ending', 'one', 'enough'] as const;

function stateOf(holders: number, lasting: number): TrainingNeed['state'] {
  if (holders === 0) return 'nobody';
  if (lasting === 0 || lasting < holders) return 'ending';
  return holders === 1 ? 'one' : 'enough';
}
