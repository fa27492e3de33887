import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { withdrawAdultSkill } from '../commands/keep-skill.ts';
import { findAdultSkill } from '../queries/list-skills.ts';
import { adultHref } from './of-adult.ts';

/** Takes back a skill that was recorded of an adult. */
export default deed({
  path: '/team/skills/:adultSkillId/withdraw',
  params: z.object({ adultSkillId: z.uuid() }),
  may: 'week.manage',
  from: () => '/team/adults',
  load: ({ tx, params }) => findAdultSkill(tx, params.adultSkillId),
  submit: async ({ tx, subject }) =>
    (await withdrawAdultSkill(tx, subject))
      ? goTo(adultHref(subject.staffId), 'Skill taken back')
      : refuse('It was taken back already'),
});
