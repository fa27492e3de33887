import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audience, audiences } from '../../../kernel/access.ts';
import { audiencesOpen, heardKinds, heardTables } from './heard-records.ts';

const note = { kind: 'contact-note', audience: 'staff', part: 'worry' } as const;

describe('who else may be given a record', () => {
  it('is only whom one writes for, and only by whom one wrote for (rule access-4)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...heardKinds),
        fc.constantFrom(...audiences),
        fc.subarray<Audience>([...audiences]),
        (kind, audience, writes) => {
          const open = audiencesOpen({ kind, audience, part: null }, { writes });
          if (!writes.includes(audience)) expect(open).toEqual([]);
          expect(open.every((one) => writes.includes(one) && one !== audience)).toBe(true);
          expect(open.every((one) => heardTables[kind].takes.some((taken) => taken === one))).toBe(true);
        },
      ),
    );
  });

  it('is nobody for those who write nothing', () => {
    expect(audiencesOpen(note, { writes: [] })).toEqual([]);
  });

  it('is nobody for a teacher, whose notes stay notes', () => {
    expect(audiencesOpen({ ...note, audience: 'notes' }, { writes: ['notes'] })).toEqual([]);
  });

  it.each(['court', 'safeguarding'])('is nobody for an alert of the kind %s', (part) => {
    expect(audiencesOpen({ kind: 'alert', audience: 'sensitive', part }, { writes: [...audiences] })).toEqual(
      [],
    );
  });

  it('leaves out leaders for the safeguarding lead', () => {
    const writes = ['notes', 'staff', 'health', 'sensitive'] as const;
    expect(audiencesOpen(note, { writes })).toEqual(['notes', 'sensitive']);
  });
});
