import type { Member } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import type { Part, Review } from '../queries/find-review.ts';
import { count, counted, fileWords } from './import-words.ts';

const where = (review: Review, part: Part): string => `/imports/${review.kept.importId}?show=${part}#parts`;

function Figures({ review }: { review: Review }) {
  const { counts, sizes } = review;
  const linked = (part: Part, label: string, figure: number) => ({
    figure: count(figure),
    label,
    href: figure > 0 ? where(review, part) : undefined,
  });
  return (
    <Strip
      figures={[
        linked('new', 'New', sizes.new),
        linked('changed', 'Changed', sizes.changed),
        { figure: count(counts.unchanged), label: 'Unchanged' },
        linked('missing', 'Missing from this file', sizes.missing),
        linked('unread', 'Cannot be read', sizes.unread),
        linked('decide', 'To decide', counts.toDecide),
      ]}
    />
  );
}

function Origin({ review }: { review: Review }) {
  const { kept, by } = review;
  const { header } = kept;
  const from = header.senderName ?? header.senderLaestab;
  return (
    <SummaryList
      rows={[
        { key: 'File', value: `${fileWords(kept)}${header.isPartial ? ', partial' : ''}` },
        ...(header.format === 'ctf'
          ? [
              { key: 'From', value: from === null ? 'A school that the file does not name' : from },
              { key: 'Version', value: header.ctfVersion ?? 'Not said' },
            ]
          : []),
        ...(header.sheet === null
          ? []
          : [
              {
                key: 'Sheet read',
                value:
                  header.otherSheets.length === 0
                    ? header.sheet
                    : `${header.sheet}; not read: ${header.otherSheets.join(', ')}`,
              },
            ]),
        { key: 'Speaks of', value: middleDate(header.givenOn) },
        { key: 'Brought', value: `${timeWords(kept.uploadedAt)}, by ${by}` },
      ]}
    />
  );
}

/** What the role of whoever looks leaves out of a file, said before it is taken in. */
function LeftToSenco({ review, actor }: { review: Review; actor: Member }) {
  const { kinds, format } = review.kept.header;
  const hasMore =
    format === 'ctf' || kinds.some((kind) => ['sen', 'attendance', 'suspensions'].includes(kind));
  if (review.kept.state !== 'reviewing' || !hasMore || actor.writes.includes('staff')) return null;
  return (
    <Inset>
      SEN statuses and needs, attendance, suspensions and what else only staff may see are left out: your role
      may not write them. A SENCO who brings the same file takes that part in.
    </Inset>
  );
}

/** What the file is, what is in it, and what to know before taking it in. */
export function AboutFile({ review, actor }: { review: Review; actor: Member }) {
  const { kept, sameFile } = review;
  const aboutWhole = kept.problems.filter(({ row, level }) => row === null && level === 'warning');
  return (
    <>
      <Figures review={review} />
      <Origin review={review} />
      {sameFile !== null && (
        <Inset>
          The very same file was taken in before
          {sameFile.committedAt === null ? '' : `, on ${timeWords(sameFile.committedAt)}`}:{' '}
          <a href={`/imports/${sameFile.importId}`}>that import</a>.
        </Inset>
      )}
      {kept.header.isPartial && (
        <Inset>
          The file is partial: it tells little of each pupil, and what it leaves out stays as it is.
        </Inset>
      )}
      <LeftToSenco review={review} actor={actor} />
      {aboutWhole.map(({ column, message, todo }) => (
        <Inset key={`${column}${message}`}>
          {column === null ? '' : `${column}: `}
          {message} {todo}
        </Inset>
      ))}
    </>
  );
}

const takeWords = ({ counts }: Review): string =>
  `Take in ${count(counts.toAdd)} new and ${count(counts.toChange)} changed`;

function SetAside({ review }: { review: Review }) {
  return (
    <form method="post" action={`/imports/${review.kept.importId}/set-aside`}>
      <SubmitButton kind="second">Set aside</SubmitButton>
    </form>
  );
}

/** The one deed of a review, with what it leaves out; and the way not to do it. */
export function TakeIn({ review, attempt }: { review: Review; attempt: Attempt }) {
  const { kept, counts } = review;
  if (kept.state !== 'mapping' && kept.state !== 'reviewing') return null;
  // Scores and provision are read by their headings alone.
  const isTable = kept.columns.length > 0;
  const columns = `/imports/${kept.importId}/columns`;
  const isAny = counts.toAdd + counts.toChange > 0;
  return (
    <>
      {kept.state === 'reviewing' && isAny && (
        <>
          <Unsaid review={review} />
          <PostForm attempt={attempt} submit={takeWords(review)}>
            <HiddenField name="version" value={String(kept.version)} />
          </PostForm>
        </>
      )}
      {kept.state === 'reviewing' && !isAny && (
        <p>
          Nothing in this file would change what Sendero holds
          {counts.toDecide > 0 ? ' before you decide' : ''}.
        </p>
      )}
      {kept.state === 'mapping' && <p>Say first what the columns mean.</p>}
      <ButtonRow>
        {isTable && (
          <LinkButton href={columns} kind={kept.state === 'mapping' ? 'first' : 'second'}>
            {kept.state === 'mapping' ? 'Check the columns' : 'Change the columns'}
          </LinkButton>
        )}
        <SetAside review={review} />
      </ButtonRow>
    </>
  );
}

function Unsaid({ review }: { review: Review }) {
  const { toDecide, withOurs } = review.counts;
  const left = [
    ...(toDecide === 0 ? [] : [`${counted(toDecide, 'record')} to decide will be left out.`]),
    ...(withOurs === 0
      ? []
      : [
          `In ${counted(withOurs, 'record')} the file differs from what somebody wrote in Sendero: that stays.`,
        ]),
  ];
  return left.length === 0 ? null : <p>{left.join(' ')}</p>;
}
