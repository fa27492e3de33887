import { z } from 'zod';
import { type Member, may } from '#src/kernel/access.ts';
import { type Card, type ClassReading, listCardsBeside, listClassReading } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card as Paper } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ReadTag } from './lesson-card.view.tsx';

type Subject = { readonly classes: readonly ClassReading[]; readonly beside: readonly Card[] };

/** The classes with their lesson cards, and who has still to read them; below, pupils whom one supports in no class. */
export default page({
  path: '/cards',
  params: z.object({}),
  may: 'plan.read',
  about: ({ beside }: Subject) => beside.map((card) => card.pupilId),
  section: 'Pupils',
  title: 'Lesson cards',
  load: async ({ tx, actor }): Promise<Subject> => ({
    classes: await listClassReading(tx, 'all'),
    beside: actor.reach === 'school' ? [] : await listCardsBeside(tx),
  }),
  view: ({ subject: { classes, beside }, actor }) => (
    <>
      <PageHead
        title="Lesson cards"
        lead="What each pupil needs in a lesson: three must-knows, up to five should-knows"
      />
      {classes.length === 0 && beside.length === 0 && (
        <EmptyState title="No lesson card yet">
          <p>A card is made from a pupil’s plan: open the pupil, then Lesson card.</p>
        </EmptyState>
      )}
      {classes.length > 0 && (
        <Sheet label="Classes with lesson cards">
          <DataTable
            caption="Classes with lesson cards"
            columns={[
              { key: 'name', label: 'Class', isRowHead: true },
              { key: 'cards', label: 'Cards', isNumber: true },
              { key: 'without', label: 'Plan, no card', isNumber: true },
              { key: 'toRead', label: 'You have to read', isNumber: true },
              ...(seesWho(actor) ? [{ key: 'waiting' as const, label: 'Not read yet by' }] : []),
            ]}
            rows={classes.map((one) => ({
              name: <a href={`/classes/${one.groupId}/card`}>{one.name}</a>,
              cards: one.cards,
              without: one.without,
              toRead: one.toRead,
              waiting: waitingWords(one),
            }))}
          />
        </Sheet>
      )}
      {beside.length > 0 && (
        <Paper title="Pupils you support">
          <ul class="list plain">
            {beside.map((card) => (
              <li key={card.pupilId}>
                <a href={`/pupils/${card.pupilId}/card`}>{`${card.forename} ${card.surname}`}</a>
                <ReadTag card={card} />
              </li>
            ))}
          </ul>
        </Paper>
      )}
    </>
  ),
});

/** Who has not read is for those who see that plans are worked with: they ask, in person. */
const seesWho = (actor: Member): boolean => may(actor, 'plan.issue');

/** `Mrs Doyle (2 of 5) · Mr Adeyemi does not sign in`, or that everybody has. */
const waitingWords = ({ cards, waiting, silent }: ClassReading): string => {
  if (cards === 0) return '–';
  const late = waiting.map((one) => `${one.name} (${one.cards} of ${cards})`).join(', ');
  const away =
    silent.length === 0 ? '' : `${silent.join(', ')} ${silent.length === 1 ? 'does' : 'do'} not sign in`;
  return [late, away].filter(Boolean).join(' · ') || 'Everybody has';
};
