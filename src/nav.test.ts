import { describe, expect, it } from 'vitest';
import type { Member } from './kernel/access.ts';
import { newId, PersonId, SchoolId } from './kernel/ids.ts';
import { permissionsOf, roleNames } from './modules/identity/domain/roles.ts';
import { nav } from './nav.ts';

const inOrder = ['Today', 'Pupils', 'Provision', 'Reviews', 'Team', 'Insight', 'School'];

describe('the menu', () => {
  it.each(roleNames)('names each part once, in the order of the design: %s', (role) => {
    const actor: Member = {
      personId: PersonId.parse(newId()),
      schoolId: SchoolId.parse(newId()),
      roles: [role],
      permissions: permissionsOf([role]),
      reach: 'school',
      sees: [],
      writes: [],
      knownAs: 'Somebody',
      schoolName: 'Larkfield',
      hasOtherSchools: false,
    };
    const labels = nav(actor).map(({ label }) => label);
    expect(labels).toEqual(inOrder.filter((label) => labels.includes(label)));
  });
});
