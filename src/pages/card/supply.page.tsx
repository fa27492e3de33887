import { dayWords } from '#src/kernel/dates.ts';
import { form } from '#src/kernel/form.ts';
import { placeOf } from '#src/modules/identity/index.ts';
import { type OpenedCard, openCardLink } from '#src/modules/plans/index.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { LinesOfKind } from './lesson-card.view.tsx';

type Subject = { readonly is: 'dead' | 'slow' } | { readonly is: 'open'; readonly card: OpenedCard };

/** A dead link counts against the place it comes from, so that guessing is slow; a good one does not. */
async function load({ web, program }: { web: Web; program: Program }): Promise<Subject> {
  const { address } = program.throttles;
  const place = placeOf(web);
  if ((await address.tries(place)) !== null) return { is: 'slow' };
  const card = await openCardLink(program, web.req.param('token') ?? '');
  if (card === null) return { is: 'dead' };
  await address.giveBack(place);
  return { is: 'open', card };
}

/** Where a supply teacher's link leads: first names and what to do, for one day, and no way on from there. */
export default openPage({
  path: '/supply/:token',
  may: 'open',
  title: 'Lesson card',
  form: form({}),
  load,
  view: ({ subject }) =>
    subject.is === 'open' ? <Shown card={subject.card} /> : <Dead isSlow={subject.is === 'slow'} />,
});

function Shown({ card: { className, onDay, cards } }: { card: OpenedCard }) {
  return (
    <>
      <PageHead title={`${className}: lesson card`} lead={`${dayWords(onDay)}, until midnight`} />
      {cards.length === 0 && (
        <EmptyState title="Nothing special is written for this class">
          <p>Ask at the office if you are not sure.</p>
        </EmptyState>
      )}
      <div class="lesson-cards">
        {cards.map(({ name, must, should, leftOut }) => (
          <section key={name} class="card">
            <h2>{name}</h2>
            <LinesOfKind kind="must" words={must} />
            <LinesOfKind kind="should" words={should} />
            {leftOut > 0 && (
              <p class="small quiet">
                {`${leftOut === 1 ? 'One more line is' : `${leftOut} more lines are`} told in person: ask the class teacher or the SENCO.`}
              </p>
            )}
          </section>
        ))}
      </div>
      <p class="small quiet">
        Please keep this to yourself, and to this lesson. That it was opened is recorded.
      </p>
    </>
  );
}

/** The same for a link of another day, a stopped one and a guess. */
function Dead({ isSlow }: { isSlow: boolean }) {
  return isSlow ? (
    <PageHead title="Too many links were tried" lead="Wait a quarter of an hour and open your link again." />
  ) : (
    <PageHead
      title="This link does not work any more"
      lead="A link works on one day. Ask whoever gave it to you, or the office, for another."
    />
  );
}
