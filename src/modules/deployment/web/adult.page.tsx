import { may } from '#src/kernel/access.ts';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { FullWeek, NamedAdult } from '../domain/full-week.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { getWeek } from '../queries/get-week.ts';
import { type AdultSkill, listAdultSkills } from '../queries/list-skills.ts';
import { AdultWeekTable } from './adult-week-table.view.tsx';
import { adultHref, OfAdult } from './of-adult.ts';
import { hoursWords, shownOf } from './team-words.ts';

type Subject = {
  readonly adult: NamedAdult;
  readonly week: FullWeek;
  readonly skills: readonly AdultSkill[];
  readonly today: SchoolDate;
};

type SkillsGiven = { adult: NamedAdult; skills: readonly AdultSkill[]; today: string; mayManage: boolean };

function Skills({ adult, skills, today, mayManage }: SkillsGiven) {
  return (
    <Card title="Skills">
      {skills.length === 0 && <p>None recorded.</p>}
      <ul class="list">
        {skills.map((skill) => (
          <li key={skill.adultSkillId}>
            <span>{skill.untilOn !== null && skill.untilOn < today && <Tag kind="late">Ran out</Tag>}</span>
            <span>
              {skill.name}
              <span class="small">
                {` since ${middleDate(skill.fromOn)}${skill.untilOn === null ? '' : `, until ${middleDate(skill.untilOn)}`}`}
              </span>
            </span>
            {mayManage && (
              <form method="post" action={`/team/skills/${skill.adultSkillId}/withdraw`}>
                <SubmitButton kind="second">
                  Take back<span class="govuk-visually-hidden">{`: ${skill.name}`}</span>
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayManage && <a href={`${adultHref(adult.staffId)}/skills/new`}>Add a skill</a>}
    </Card>
  );
}

/** The week of one adult: the SENCO sees everybody's, others their own. */
export default page({
  path: '/team/adults/:staffId',
  params: OfAdult,
  may: 'week.read',
  section: 'Team',
  title: ({ adult }: Subject) => `The week of ${adult.name}`,
  about: ({ week }: Subject) => pupilsOfWeek(week),
  load: async ({ tx, params: { staffId } }): Promise<Subject | null> => {
    const whole = await getWeek(tx, tx.scope.today);
    const adult = whole.adults.find((one) => one.staffId === staffId);
    if (adult === undefined) return null;
    const placements = whole.placements.filter((one) => one.staffId === staffId);
    const given = new Set(placements.map(({ demandId }) => demandId));
    const demands = whole.demands.filter(({ demandId }) => given.has(demandId));
    const week = { ...whole, adults: [adult], placements, demands, points: [] };
    return { adult, week, skills: await listAdultSkills(tx, staffId), today: tx.scope.today };
  },
  view: ({ subject: { adult, week, skills, today }, actor }) => {
    const mayManage = may(actor, 'week.manage');
    const shown = shownOf(week);
    const minutes = shown
      .flatMap(({ slots }) => slots)
      .reduce((sum, { from, until }) => sum + until - from, 0);
    const address = adultHref(adult.staffId);
    return (
      <>
        <BackLink href="/team">Back to the week</BackLink>
        <PageHead
          title={adult.name}
          lead={`${adult.post} · ${hoursWords(minutes)} placed of ${hoursWords(adult.minutes)}`}
          actions={
            <>
              {mayManage && <LinkButton href={`${address}/week`}>Change when they are there</LinkButton>}
              <ExportMenu
                ways={[
                  { label: 'Week on A4', href: `${address}/week.pdf` },
                  { label: 'Card on A6', href: `${address}/card.pdf` },
                ]}
              />
            </>
          }
        />
        <AdultWeekTable week={week} adult={adult} shown={shown} />
        <Columns
          side={
            mayManage && (
              <Card title="More">
                <p>
                  <a href={`${address}/apart`}>Keep apart from a pupil</a>
                </p>
                <p>
                  <a href={`${address}/end`}>Take out of the week</a>
                </p>
              </Card>
            )
          }
        >
          <Skills adult={adult} skills={skills} today={today} mayManage={mayManage} />
        </Columns>
      </>
    );
  },
});
