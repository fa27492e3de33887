import { withPeople } from './demo-people.ts';
import { DEMO_TRUST } from './demo-plans.ts';
import { demoSchools } from './demo-schools.ts';
import type { DemoOptions, DemoTrust } from './demo-trust.ts';

/**
 * A believable trust that does not exist, as plain data; no clock, no database, no file. Left to itself: a
 * primary, a secondary with a sixth form and a base for autism, and an alternative provision. The rates are
 * those that were published for England. Same seed and day, same trust. For very many schools take `demoSchools` one by one.
 */
export function makeDemoTrust(options: DemoOptions): DemoTrust {
  const { schools, people } = withPeople([...demoSchools(options)], options);
  return { name: DEMO_TRUST.name, uid: DEMO_TRUST.uid, schools, people };
}
