import { noAttempt } from '#src/kernel/form.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag, type TagKind } from '#src/ui/tag.tsx';
import { signedWords } from '../domain/signature.ts';
import {
  aboutPicture,
  aboutViews,
  faceWords,
  offeredTo,
  questionOf,
  type VoiceAnswer,
  verdictWords,
} from '../domain/voice-answers.ts';
import { type LinkState, linkState, linkStateWords, type VoiceLink } from '../domain/voice-link.ts';
import type { SignedBeside } from '../queries/list-signed-words.ts';
import { londonDay } from './london-day.ts';

const stateTag: Readonly<Record<LinkState, TagKind>> = {
  waiting: 'watch',
  opened: 'good',
  guessed: 'late',
  stopped: 'watch',
  expired: 'watch',
};

type LinksProps = {
  readonly links: readonly VoiceLink[];
  readonly now: Date;
  readonly href: string;
  readonly mayWrite: boolean;
};

/** Who has a link, whether they opened it and when, and how to stop it. */
export function Links({ links, now, href, mayWrite }: LinksProps) {
  return (
    <Card title="Links">
      {links.length === 0 ? (
        <p>Nobody has a link yet. A parent reads, answers and signs through one, without an account.</p>
      ) : (
        <DataTable
          caption="Links to this plan"
          columns={[
            { key: 'who', label: 'For', isRowHead: true },
            { key: 'state', label: 'State' },
            { key: 'until', label: 'Until' },
            { key: 'deeds', label: 'Do' },
          ]}
          rows={links.map((link) => ({
            who: `${link.forName} (${link.relationship})`,
            state: <State link={link} now={now} />,
            until: londonDay(link.untilAt),
            deeds: mayWrite ? <LinkDeeds link={link} now={now} href={href} /> : '–',
          }))}
          isStacked
        />
      )}
      {mayWrite && (
        <div class="buttons">
          <LinkButton href={`${href}/new`}>Make a link</LinkButton>
          <LinkButton href={`${href}/device`} kind="second">
            Open the pupil’s page on this device
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

function State({ link, now }: { link: VoiceLink; now: Date }) {
  const state = linkState(link, now);
  return (
    <>
      <Tag kind={stateTag[state]}>{linkStateWords[state]}</Tag>
      {link.openedAt !== null && <span class="why">{`First opened ${timeWords(link.openedAt)}`}</span>}
      {link.stoppedWhy !== null && <span class="why">{link.stoppedWhy}</span>}
    </>
  );
}

function LinkDeeds({ link, now, href }: { link: VoiceLink; now: Date; href: string }) {
  const state = linkState(link, now);
  if (state !== 'waiting' && state !== 'opened') return <>–</>;
  const own = `${href}/links/${link.voiceLinkId}`;
  return (
    <>
      {link.delivery !== 'this_device' && (
        <PostForm
          action={`${own}/code`}
          attempt={noAttempt}
          submit={`New code for ${link.relationship}`}
          kind="second"
        />
      )}
      <a href={`${own}/stop`}>
        Stop<span class="govuk-visually-hidden">{` the link of ${link.forName}`}</span>
      </a>
    </>
  );
}

const saidLine = ({ verdict, face, words }: VoiceAnswer): string =>
  [verdict === null ? null : verdictWords[verdict], face === null ? null : faceWords[face], words]
    .filter((part) => part !== null)
    .join(' · ');

const aboutWords = (answer: VoiceAnswer): string => {
  const question = questionOf(answer.about);
  if (question !== null) return question;
  if (answer.about === aboutViews) return 'Views';
  if (answer.about === aboutPicture) return 'A picture';
  return answer.about.startsWith('target:') ? 'A target' : 'A part of the plan';
};

const joinAt = { parent_views: 'join-parent-views', pupil_views: 'join-pupil-views' } as const;
const joinLabel = {
  parent_views: 'Put the parents’ views into the plan',
  pupil_views: 'Put the pupil’s views into the plan',
};

type SaidProps = {
  readonly answers: readonly VoiceAnswer[];
  readonly href: string;
  readonly mayWrite: boolean;
};

/** What was said, in the words that were given, and what the author can do with it. */
export function Said({ answers, href, mayWrite }: SaidProps) {
  const waiting = answers.filter(({ decision }) => decision === null);
  const offered = (['parent_views', 'pupil_views'] as const).filter((kind) =>
    waiting.some((one) => offeredTo(one) === kind),
  );
  const toRead = waiting.filter((one) => offeredTo(one) === null);
  return (
    <Card title="What they said">
      {answers.length === 0 ? (
        <p>Nothing yet. What the parents or the pupil say comes here, and is yours to put into the plan.</p>
      ) : (
        <DataTable
          caption="Answers"
          columns={[
            { key: 'who', label: 'Who', isRowHead: true },
            { key: 'about', label: 'About' },
            { key: 'said', label: 'Said' },
            { key: 'state', label: 'State' },
          ]}
          rows={answers.map((one) => ({
            who: `${one.byName}, ${londonDay(one.givenAt)}`,
            about: aboutWords(one),
            said: (
              <>
                {saidLine(one)}
                {one.documentId !== null && <a href={`/documents/${one.documentId}`}>Open the picture</a>}
              </>
            ),
            state: one.decision === null ? 'New' : one.decision === 'joined' ? 'In the plan' : 'Read',
          }))}
          isStacked
        />
      )}
      {mayWrite && (
        <>
          {offered.map((kind) => (
            <p key={kind}>
              <LinkButton href={`${href}/${joinAt[kind]}`}>{joinLabel[kind]}</LinkButton>
            </p>
          ))}
          {toRead.length > 0 && (
            <PostForm
              action={`${href}/read`}
              attempt={noAttempt}
              submit={
                toRead.length === 1 ? 'I have read the comment' : `I have read the ${toRead.length} comments`
              }
              kind="second"
            />
          )}
        </>
      )}
    </Card>
  );
}

/** Who signed, when and what. */
export function Signatures({ signed }: { signed: readonly SignedBeside[] }) {
  return (
    <Card title="Signatures">
      {signed.length === 0 && <p>Nobody has signed yet.</p>}
      {signed.map(({ signature, beside }) => (
        <div key={signature.planSignatureId}>
          <p>
            {signedWords(signature, londonDay(signature.signedOn))}
            {signature.documentId !== null && (
              <>
                {' · '}
                <a href={`/documents/${signature.documentId}`}>The signed page</a>
              </>
            )}
          </p>
          <p class="small quiet">{`${beside}.`}</p>
        </div>
      ))}
    </Card>
  );
}
