import { longDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { TextAreaField } from '#src/ui/text-area-field.tsx';
import { TickField } from '#src/ui/tick-field.tsx';
import { answerRows } from '../domain/ask.form.ts';
import type { AskItem } from '../domain/ask.ts';
import { lastLine } from '../domain/evidence.ts';
import { sectionWords } from '../domain/plan.ts';
import { planHref } from './plan-of-pupil.ts';

type Placed = { readonly item: AskItem; readonly row: number };

/** What is asked, a card a pupil, with what is known already beside each. */
export function AskedCards({ items, attempt }: { items: readonly AskItem[]; attempt: Attempt }) {
  const placed = items.map((item, at) => ({ item, row: at + 1 }));
  const pupils = [...new Set(items.map((item) => item.pupilId))];
  return (
    <>
      {pupils.map((pupilId) => {
        const own = placed.filter(({ item }) => item.pupilId === pupilId);
        return own[0] === undefined ? null : (
          <PupilCard key={pupilId} first={own[0].item} placed={own} attempt={attempt} />
        );
      })}
    </>
  );
}

type CardProps = { readonly first: AskItem; readonly placed: readonly Placed[]; readonly attempt: Attempt };

function PupilCard({ first, placed, attempt }: CardProps) {
  const { forename, surname, className, reviewOn, pupilId } = first;
  const facts = [className ?? '', reviewOn === null ? '' : `review ${longDate(reviewOn)}`].filter(Boolean);
  return (
    <Card title={`${forename} ${surname}`}>
      <p class="small quiet">
        {facts.join(' · ')} <a href={planHref(pupilId)}>The plan</a>
      </p>
      {placed.map((one) => (
        <Item key={one.item.askItemId} {...one} attempt={attempt} />
      ))}
    </Card>
  );
}

/** What was typed of an item, wherever it stood when it was typed. */
function typedOf(
  { values }: Attempt,
  { askItemId }: AskItem,
): Readonly<Record<'words' | 'nothing' | 'version', unknown>> {
  const row = answerRows.find((one) => values[`item${one}`] === askItemId);
  const part = (name: string) => (row === undefined ? undefined : values[`${name}${row}`]);
  return { words: part('words'), nothing: part('nothing'), version: part('version') };
}

function Item({ item, row, attempt }: Placed & { readonly attempt: Attempt }) {
  const typed = typedOf(attempt, item);
  const version = item.kind === 'part' ? item.version : 0;
  const held = item.kind === 'part' ? item.held : null;
  const isStale = typed.version !== undefined && Number(typed.version) !== version;
  return (
    <>
      <HiddenField name={`item${row}`} value={item.askItemId} />
      <HiddenField name={`version${row}`} value={String(version)} />
      {isStale && (
        <Inset>
          <b>On record now:</b> {held ?? 'nothing'}
        </Inset>
      )}
      <TextAreaField
        name={`words${row}`}
        label={labelOf(item)}
        hint={hintOf(item)}
        error={attempt.errors[`words${row}`]}
        value={typeof typed.words === 'string' ? typed.words : (held ?? undefined)}
        rows={item.kind === 'part' ? 4 : 2}
      />
      {item.kind === 'target' && (
        <p class="small">
          <b>Last:</b> {lastLine(item.last, item.baseline)}
        </p>
      )}
      <TickField
        name={`nothing${row}`}
        label={`Nothing to say of ${item.kind === 'part' ? 'this part' : 'this target'}`}
        isTicked={typed.nothing === 'yes' || typed.nothing === 'on'}
      />
    </>
  );
}

const labelOf = (item: AskItem): string =>
  item.kind === 'part' ? sectionWords[item.part].label : `How is this going: ${item.words}`;

const hintOf = (item: AskItem): string | undefined => {
  if (item.kind === 'part') return sectionWords[item.part].hint;
  return item.success === null ? undefined : `Success looks like: ${item.success}`;
};
