import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import type { Plan, Section, Target } from '#src/modules/plans/index.ts';

export const onDay = (day: string): SchoolDate => schoolDate(day);

const written = (kind: Section['kind'], words: string): Section => ({
  kind,
  words,
  mark: 'complete',
  version: 1,
});

/** A target that keeps every written rule. */
export const target = (given: Partial<Target> = {}): Target => ({
  targetId: newId(),
  area: 'cognition',
  words: 'Reads 40 words of the list aloud without help',
  baseline: 'Reads 12 of them',
  success: '40 of 50 on three days',
  byOn: onDay('2026-12-18'),
  position: 1,
  version: 1,
  review: null,
  strategies: [{ words: 'Precision teaching for 10 minutes', who: 'the class teacher', howOften: 'daily' }],
  ...given,
});

/** A plan that keeps every written rule. */
export const plan = (given: Partial<Plan> = {}): Plan => ({
  planId: newId(),
  pupilId: PupilId.parse(newId()),
  cycle: 1,
  state: 'draft',
  begunOn: onDay('2026-09-14'),
  reviewOn: onDay('2026-12-18'),
  sharedOn: null,
  sharedWith: null,
  issuedOn: null,
  version: 1,
  sections: [
    written('strengths', 'She remembers stories and tells them well.'),
    written('pupil_views', 'I like it when somebody reads with me.'),
    written('parent_views', 'She tires of homework. She loves cooking.'),
    written('hopes', 'She reads a recipe by herself.'),
    written('barriers', 'The sounds in words are hard to hear apart.'),
    written('help', 'Say it again in fewer words.'),
  ],
  targets: [target()],
  ...given,
});
