import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { type PlaceRecord, placesOffered, refusalOfPlace, refusalOfPlaceEnd } from './special-places.ts';

const day = schoolDate;
const today = day('2026-11-24');
const bornOn = day('2018-05-03');
const unit: PlaceRecord = {
  specialPlaceId: '019a0000-0000-7000-8000-000000000001',
  kind: 'sen_unit',
  fromOn: day('2026-09-01'),
  untilOn: null,
  source: 'Sendero',
  sourceOn: day('2026-09-01'),
  version: 1,
};
const offered = placesOffered({ hasSenUnit: true, hasResourcedProvision: false });
const world = { held: null, bornOn, today, offered };
const given = { kind: 'sen_unit' as const, fromOn: today };

describe('a place in a SEN unit or resourced provision', () => {
  it('is given only where the school has one (rule census-4)', () => {
    expect(refusalOfPlace(given, world)).toBeNull();
    expect(refusalOfPlace({ ...given, kind: 'resourced_provision' }, world)).toBe('not_offered');
  });

  it.each([
    ['same_place', given, unit],
    ['before_birth', { ...given, fromOn: day('2018-05-02') }, null],
    ['in_future', { ...given, fromOn: day('2026-11-25') }, null],
    ['before_current', { ...given, fromOn: day('2026-08-31') }, { ...unit, kind: 'resourced_provision' }],
  ] as const)('is refused: %s', (refusal, place, held) => {
    expect(refusalOfPlace(place, { ...world, held })).toBe(refusal);
  });

  it('is given again after it ended', () => {
    const ended = { ...unit, untilOn: day('2026-10-23') };
    expect(refusalOfPlace(given, { ...world, held: ended })).toBeNull();
  });

  it.each([
    ['no_place', today, null],
    ['in_future', day('2026-11-25'), unit],
    ['before_current', day('2026-08-31'), unit],
    [null, day('2026-09-01'), unit],
  ] as const)('ends or not: %s', (refusal, endedOn, held) => {
    expect(refusalOfPlaceEnd(endedOn, { ...world, held })).toBe(refusal);
  });
});
