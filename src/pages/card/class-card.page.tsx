import { z } from 'zod';
import { type Member, may } from '#src/kernel/access.ts';
import { GroupId } from '#src/kernel/ids.ts';
import {
  type Card,
  isToRead,
  listCardsOfClass,
  readCards,
  readCardsForm,
  shownAs,
  shownVersions,
} from '#src/modules/plans/index.ts';
import { type ClassOfToday, listClasses } from '#src/modules/register/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { CardLines, Changes, ReadTag } from './lesson-card.view.tsx';

type Subject = { readonly group: ClassOfToday; readonly cards: readonly Card[]; readonly at: string };

/** What each pupil of a class needs in the lesson, on one page: read in a minute, and marked as read. */
export default page({
  path: '/classes/:groupId/card',
  params: z.object({ groupId: GroupId }),
  may: 'plan.read',
  section: 'Pupils',
  title: ({ group }: Subject) => `Lesson card of ${group.name}`,
  form: readCardsForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const [group] = await listClasses(tx, params.groupId);
    if (group === undefined) return null;
    const cards = await listCardsOfClass(tx, group.groupId);
    return { group, cards, at: timeWords(tx.scope.clock.now()) };
  },
  about: ({ cards }) => cards.map((card) => card.pupilId),
  view: ({ subject: { group, cards, at }, actor, attempt }) => {
    const href = `/classes/${group.groupId}`;
    const toRead = cards.filter(isToRead);
    return (
      <>
        <BackLink href={href}>Back to the class</BackLink>
        <PageHead
          title={`${group.name}: lesson card`}
          lead={[group.subject, group.staff.join(', ')].filter(Boolean).join(' · ')}
          actions={<Ways href={href} actor={actor} isEmpty={cards.every((card) => card.version === 0)} />}
        />
        <p class="on-paper">{`Printed by ${actor.knownAs} on ${at}: confidential`}</p>
        {cards.length === 0 && (
          <EmptyState title="Nobody in this class has a plan">
            <p>A lesson card is made from a pupil’s plan, in a minute.</p>
          </EmptyState>
        )}
        {toRead.length > 0 && (
          <section class="card next not-on-paper" aria-label="To read">
            <h2>{toRead.length === 1 ? 'One card to read' : `${toRead.length} cards to read`}</h2>
            {toRead
              .filter((card) => card.changes.length > 0)
              .map((card) => (
                <div key={card.pupilId}>
                  <b>{`${card.forename} ${card.surname}`}</b>
                  <Changes changes={card.changes} />
                </div>
              ))}
            <PostForm attempt={attempt} submit="I have read these">
              {toRead.map((card) => (
                <HiddenField key={card.pupilId} name="shown" value={shownAs(card)} />
              ))}
            </PostForm>
          </section>
        )}
        <div class="lesson-cards">
          {cards.map((card) => (
            <PupilCard key={card.pupilId} card={card} actor={actor} />
          ))}
        </div>
      </>
    );
  },
  submit: async ({ tx, subject: { group, cards }, values }) => {
    const count = await readCards(tx, { cards, shown: shownVersions(values.shown), groupId: group.groupId });
    return goTo(`/classes/${group.groupId}/card`, count === 0 ? 'You had read these' : 'Marked as read');
  },
});

/** Paper in three sizes, and the link for a supply teacher. */
function Ways({ href, actor, isEmpty }: { href: string; actor: Member; isEmpty: boolean }) {
  if (isEmpty) return null;
  return (
    <>
      <a href={`${href}/card.pdf`}>A4</a>
      <a href={`${href}/card.pdf?paper=a5`}>A5</a>
      <a href={`${href}/card.pdf?size=large`}>Large print</a>
      {may(actor, 'card.lend') && (
        <LinkButton href={`${href}/card/lend`} kind="second">
          Lend to a supply teacher
        </LinkButton>
      )}
    </>
  );
}

function PupilCard({ card, actor }: { card: Card; actor: Member }) {
  const { pupilId, forename, surname, version, lines } = card;
  return (
    <section class="card">
      <h2>
        <a href={`/pupils/${pupilId}`}>{`${forename} ${surname}`}</a>
      </h2>
      <p class="small not-on-paper">
        <ReadTag card={card} />
      </p>
      <CardLines lines={lines} />
      {version > 0 && lines.length === 0 && <p class="quiet">Nothing special in lessons.</p>}
      {may(actor, 'plan.write') && (
        <p class="small not-on-paper">
          <a href={`/pupils/${pupilId}/card/write`}>
            {version === 0 ? 'Write it from the plan' : 'Change'}
            <span class="govuk-visually-hidden">{`: ${forename} ${surname}`}</span>
          </a>
        </p>
      )}
    </section>
  );
}
