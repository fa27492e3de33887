import { describe, expect, it } from 'vitest';
import { programActor } from '#src/kernel/access.ts';
import { findSchoolByUrn } from '#src/modules/school/index.ts';
import * as given from '#test/given.ts';
import { uniqueEmail } from '#test/http.ts';
import { program } from '#test/worker-database.ts';
import { addSchoolToTrust } from './add-school-to-trust.ts';

describe('adding a school to a trust', () => {
  it('is refused to whoever has no role in the trust, whatever else they may', async () => {
    const school = await given.school({ inTrust: true });
    const { personId } = await given.person(school, 'senco');
    const outsider = { ...programActor(school.schoolId), personId };
    const urn = String(800_000 + Math.floor(Math.random() * 90_000));
    const result = await given.as(outsider, (tx) =>
      addSchoolToTrust(tx, program, {
        school: { name: 'Meadow', urn, laestab: '2092345', phase: 'infant' },
        senco: { name: 'Mrs Vole', email: uniqueEmail() },
      }),
    );
    expect(result).toEqual({ ok: false, refusal: 'not_of_the_trust' });
    expect(await findSchoolByUrn(program, urn)).toBeNull();
  });
});
