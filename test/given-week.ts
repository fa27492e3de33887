import { newId, type PupilId, type StaffId } from '#src/kernel/ids.ts';
import type { DemandKind } from '#src/modules/deployment/domain/demand-facts.ts';
import type { Force } from '#src/modules/deployment/domain/week.ts';
import { inSchool, type School } from './given.ts';
import { yearStart } from './given-school.ts';

/** The stretches of a short school day: two lessons, break, two lessons, lunch, an afternoon. */
export const shortDay = [
  [540, 600, 'lesson'],
  [600, 660, 'lesson'],
  [660, 675, 'break'],
  [675, 735, 'lesson'],
  [735, 795, 'lunch'],
  [795, 855, 'lesson'],
] as const;

/** The same day from Monday to Friday, from 1 September. Returns the id of the slot at a minute of a day. */
export const schoolDay = (of: School): Promise<(day: number, minute: number) => string> =>
  inSchool(of, async (tx) => {
    const { schoolId } = of;
    const schoolWeekId = newId();
    await tx
      .insertInto('schoolWeeks')
      .values({ schoolId, schoolWeekId, fromOn: yearStart, travelMinutes: 10 })
      .execute();
    const slots = [1, 2, 3, 4, 5].flatMap((weekday) =>
      shortDay.map(([fromMinute, untilMinute, kind]) => ({
        ...{ schoolId, schoolWeekId, weekday, fromMinute, untilMinute, kind },
        slotId: newId(),
      })),
    );
    await tx.insertInto('weekSlots').values(slots).execute();
    return (day, minute) => {
      const found = slots.find((slot) => slot.weekday === day && slot.fromMinute === minute);
      if (found === undefined) throw new Error('a slot');
      return found.slotId;
    };
  });

/** An adult who is there from 9.00 to 14.15 on some days, every day unless the test says otherwise. */
export const adultWeek = (
  of: School,
  staffId: StaffId,
  given: { readonly days?: readonly number[]; readonly inARow?: number } = {},
): Promise<string> =>
  inSchool(of, async (tx) => {
    const { schoolId } = of;
    const adultWeekId = newId();
    const mostInRow = given.inARow ?? null;
    await tx
      .insertInto('adultWeeks')
      .values({ schoolId, adultWeekId, staffId, fromOn: yearStart, mostInRow })
      .execute();
    const times = (given.days ?? [1, 2, 3, 4, 5]).map((weekday) => ({
      ...{ schoolId, adultWeekId, weekday, fromMinute: 540, untilMinute: 855 },
      adultTimeId: newId(),
    }));
    await tx.insertInto('adultTimes').values(times).execute();
    return adultWeekId;
  });

type DemandOptions = {
  readonly kind?: DemandKind;
  readonly name?: string;
  readonly force?: Force;
  readonly times?: number;
  readonly length?: number;
  readonly pupils?: readonly PupilId[];
  readonly staffIds?: readonly StaffId[];
  readonly weekdays?: readonly number[];
};

/** Help that is needed once a week for one lesson, unless the test says otherwise. Returns its id. */
export const demand = (of: School, given: DemandOptions = {}): Promise<string> =>
  inSchool(of, async (tx) => {
    const { schoolId } = of;
    const { pupils = [], staffIds = [], weekdays, ...rest } = given;
    const demandId = newId();
    await tx
      .insertInto('demands')
      .values({
        ...{ schoolId, demandId, kind: 'one_to_one', name: 'Reading aloud', force: 'intervention' },
        ...{ times: 1, length: 1, oncePerDay: true, fromOn: yearStart, staffIds: [...staffIds] },
        ...(weekdays === undefined ? {} : { weekdays: [...weekdays] }),
        ...rest,
      })
      .execute();
    for (const pupilId of pupils)
      await tx
        .insertInto('demandPupils')
        .values({ schoolId, demandPupilId: newId(), demandId, pupilId })
        .execute();
    return demandId;
  });
