import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';
import { type TrainingNeed, trainingNeeds } from '../domain/insight/training-needs.ts';
import { getWeek } from '../queries/get-week.ts';
import { listSkillNames, listSkillsHeld } from '../queries/list-skills-held.ts';
import { TeamTabs } from './team-tabs.view.tsx';
import { hours } from './time-rows.ts';

const address = '/team/training';
const columns = [
  { key: 'skill', label: 'Skill', isRowHead: true },
  { key: 'state', label: 'How it stands' },
  { key: 'asked', label: 'Hours a week ask for it', isNumber: true },
  { key: 'open', label: 'Of these without anybody', isNumber: true },
  { key: 'holders', label: 'Who has it' },
] as const;

const states: Readonly<Record<TrainingNeed['state'], readonly [TagKind, string]>> = {
  nobody: ['late', 'Nobody has it'],
  ending: ['warn', 'Runs out soon'],
  one: ['warn', 'One alone has it'],
  enough: ['good', 'Enough have it'],
};

const holder = ({ name, untilOn }: TrainingNeed['holders'][number]): string =>
  untilOn === null ? name : `${name} (until ${middleDate(untilOn)})`;

/** Which training is needed: the skills that the week asks for against those that its adults have. */
export default page({
  path: address,
  params: z.object({}),
  may: 'team.read',
  about: { none: 'Skills of staff and hours that ask for them, no pupil' },
  section: 'Team',
  title: 'Training that is needed',
  load: async ({ tx }) => {
    const { today } = tx.scope;
    const { week, skills, held } = await tx.scope.together({
      week: (part) => getWeek(part, today),
      skills: (part) => listSkillNames(part),
      held: (part) => listSkillsHeld(part, today),
    });
    return trainingNeeds(week, { skills, held, today });
  },
  view: ({ subject, actor }) => (
    <>
      <PageHead
        title="Training that is needed"
        lead="Skills that the week asks for against those that its adults have"
      />
      <TeamTabs actor={actor} current={address} />
      {subject.length === 0 ? (
        <EmptyState title="No help in the week asks for a skill">
          <p>
            Say of a demand which skill it needs, and of adults which they have: what is missing stands here.
          </p>
        </EmptyState>
      ) : (
        <Sheet label="Training">
          <DataTable
            caption="Skills that are asked for and who has them"
            columns={columns}
            rows={subject.map((one) => {
              const [kind, words] = states[one.state];
              return {
                skill: one.skill,
                state: <Tag kind={kind}>{words}</Tag>,
                asked: hours(one.asked),
                open: hours(one.open),
                holders: one.holders.length === 0 ? '–' : one.holders.map(holder).join(', '),
              };
            })}
          />
        </Sheet>
      )}
    </>
  ),
});
