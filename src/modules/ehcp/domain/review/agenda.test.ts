import { describe, expect, it } from 'vitest';
import { agendaOf } from './agenda.ts';

const facts = {
  preparesForAdulthood: false,
  isBeforeMove: false,
  isStatutory: true,
  people: [
    { name: 'Mrs Okafor', capacity: 'parent' as const, answer: 'comes' as const },
    { name: 'Dr Hart', capacity: 'health' as const, answer: 'cannot' as const },
  ],
  outcomes: ['Reads a page aloud'],
  lines: ['10 minutes daily', 'One visit a term'],
};
const titles = (more: Partial<typeof facts>) => agendaOf({ ...facts, ...more }).map(({ title }) => title);

describe('the agenda of a review (rule ar-9)', () => {
  it('hears the pupil first, and goes through every outcome and every line', () => {
    const items = agendaOf(facts);
    expect(items.map(({ title }) => title).slice(0, 3)).toEqual([
      'Welcome: who is here, and who sends words',
      'What the pupil says',
      'What the family says',
    ]);
    expect(items[0]?.points.at(-1)).toMatch(/^Dr Hart, .*: does not come$/);
    expect(items.find(({ title }) => title.includes('Section E'))?.points).toEqual(facts.outcomes);
    expect(items.find(({ title }) => title.includes('Section F'))?.points).toEqual(facts.lines);
    expect(items.at(-1)?.title).toBe('Who does what, by when');
    expect(items.every(({ why }) => why !== '')).toBe(true);
  });

  it('adds what the law asks in Year 9 and before a move, and nothing of the authority to a termly meeting', () => {
    expect(titles({})).not.toContain('Preparing for adulthood');
    expect(titles({ preparesForAdulthood: true })).toContain('Preparing for adulthood');
    expect(titles({ isBeforeMove: true })).toContain('The next school or place');
    expect(titles({})).not.toContain('The next school or place');
    expect(titles({ isStatutory: false }).join()).not.toMatch(/recommended|Health|budget/);
    expect(titles({}).join()).toMatch(/Health.*budget.*recommended/);
  });
});
