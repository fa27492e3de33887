import { dayWords, type SchoolDate } from '#src/kernel/dates.ts';
import { type CardLink, lendCard, lendCardForm, lendDaysAhead } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { findLentClass, type LentClass, lendHref, OfClass } from './lent-class.ts';

type Subject = LentClass & { readonly today: SchoolDate };

const wording = {
  in_past: 'The day must be today or later',
  too_far: `The day must be within ${lendDaysAhead} days`,
} as const;

/** Lends the card of a class to a supply teacher for one day. */
export default page({
  path: '/classes/:groupId/card/lend',
  params: OfClass,
  may: 'card.lend',
  about: { none: 'It shows a form and the links of a class, no pupil' },
  section: 'Pupils',
  title: 'Lend the card to a supply teacher',
  form: lendCardForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const lent = await findLentClass(tx, params.groupId);
    return lent === null ? null : { ...lent, today: tx.scope.today };
  },
  view: ({ subject: { group, links, today }, attempt }) => (
    <div class="narrow">
      <BackLink href={`/classes/${group.groupId}/card`}>Back to the lesson card</BackLink>
      <PageHead
        title="Lend the card to a supply teacher"
        lead={`${group.name}. First names and what to do; no diagnosis, no type of need, no status`}
      />
      {links.length > 0 && (
        <Card title="Links of this class">
          <ul class="list plain">
            {links.map((link) => (
              <li key={link.cardLinkId}>
                <div>
                  <a href={`${lendHref(group.groupId)}/${link.cardLinkId}`}>
                    {link.lentTo ?? 'Supply teacher'}, {link.onDay === today ? 'today' : dayWords(link.onDay)}
                  </a>
                  <span class="why">{whyOf(link)}</span>
                </div>
                <div class="end">
                  <Tag kind={link.isStopped ? 'watch' : 'good'}>{link.isStopped ? 'Stopped' : 'Works'}</Tag>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <PostForm attempt={attempt} submit="Make the link" cancel={{ href: `/classes/${group.groupId}/card` }}>
        <Card>
          <FormField of={lendCardForm.fields.onDay} attempt={attempt} value={today} />
          <FormField of={lendCardForm.fields.lentTo} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { group, today }, values, program }) => {
    const { onDay = today, lentTo = null } = values;
    const done = await lendCard(tx, {
      groupId: group.groupId,
      onDay,
      lentTo,
      secret: program.settings.secret,
    });
    if (!done.ok) return refuse({ onDay: wording[done.refusal] });
    return goTo(`${lendHref(group.groupId)}/${done.value}`, 'Link made');
  },
});

const whyOf = ({ lentBy, openedCount }: CardLink): string => {
  const times = openedCount === 1 ? 'opened once' : `opened ${openedCount} times`;
  return [`lent by ${lentBy ?? 'Sendero'}`, openedCount === 0 ? 'not opened yet' : times].join(' · ');
};
