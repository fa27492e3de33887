import { describe, expect, test } from 'vitest';
import { newId, PersonId } from '#src/kernel/ids.ts';
import { type InvitedFacts, whoIsInvited } from './who-is-invited.ts';

const facts = (given: Partial<InvitedFacts> = {}): InvitedFacts => ({
  kind: 'annual',
  holder: 'parent',
  pupilName: 'Ada Okafor',
  carers: [
    { carerId: 'c1', name: 'Mrs Okafor', relationship: 'mother', email: 'm@home.example', whyNot: null },
  ],
  authority: { name: 'Northshire', email: 'send@northshire.example' },
  head: null,
  staff: [{ personId: PersonId.parse(newId()), name: 'Mr Hill' }],
  isInCare: false,
  referringSchool: null,
  ...given,
});
const required = (given: Partial<InvitedFacts>) =>
  whoIsInvited(facts(given))
    .filter((one) => one.isRequired)
    .map((one) => one.capacity);

describe('who is invited (rule ar-3)', () => {
  test('by law: the parent, the head, the authority, health and social care', () => {
    expect(required({})).toEqual(['parent', 'head', 'authority', 'health', 'social_care']);
  });

  test('the young person, once the rights are theirs, in place of the parent', () => {
    expect(required({ holder: 'young_person' })).toEqual([
      'young_person',
      'head',
      'authority',
      'health',
      'social_care',
    ]);
    const parent = whoIsInvited(facts({ holder: 'young_person' })).find((one) => one.capacity === 'parent');
    expect(parent).toMatchObject({ isRequired: false, why: expect.stringContaining('agreement') });
  });

  test('never a carer whose contact a court limits', () => {
    const carers = [
      { carerId: 'c2', name: 'Mr X', relationship: 'father', email: 'x@x.example', whyNot: 'A court' },
    ];
    expect(required({ carers })).toEqual(['head', 'authority', 'health', 'social_care']);
    expect(whoIsInvited(facts({ carers })).find((one) => one.carerId === 'c2')?.whyNot).toBe('A court');
  });

  test('the referring school, the care team and the next place where there are any', () => {
    const all = whoIsInvited(facts({ kind: 'phase_transfer', isInCare: true, referringSchool: 'Hill High' }));
    expect(all.map((one) => one.capacity)).toEqual(
      expect.arrayContaining(['care_team', 'referring_school', 'next_place']),
    );
    expect(whoIsInvited(facts()).map((one) => one.capacity)).not.toContain('next_place');
  });

  test('to a termly meeting the parents, the pupil and staff alone, and nobody by law', () => {
    const met = whoIsInvited(facts({ kind: 'termly', referringSchool: 'Hill High' }));
    expect(met.map((one) => one.capacity)).toEqual(['pupil', 'parent', 'staff']);
    expect(met.some((one) => one.isRequired)).toBe(false);
  });
});
