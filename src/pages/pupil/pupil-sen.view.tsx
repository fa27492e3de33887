import type { Actor } from '#src/kernel/access.ts';
import { longDate, monthYear } from '#src/kernel/dates.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import {
  heldSince,
  needLabel,
  placeLabel,
  type SenRecord,
  statusWords,
} from '#src/modules/register/index.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { HeardBy } from './heard-by.view.tsx';

/** What a pupil finds hard, in the census's words and in their own. */
export function Needs({ sen, actor }: { sen: SenRecord; actor: Actor }) {
  return (
    <Card title="Needs">
      {sen.needs.length === 0 ? (
        <p class="quiet">No need is recorded.</p>
      ) : (
        <ActionList
          items={sen.needs.map((need) => ({
            label: (
              <>
                <b>{needLabel(need.senType)}</b>
                {need.ownWords !== null && `: ${need.ownWords}`}
              </>
            ),
            why: (
              <>
                {[
                  `since ${monthYear(heldSince([...sen.needs, ...sen.pastNeeds], need))}`,
                  need.toldBy === null ? '' : `told by ${need.toldBy}`,
                  need.source,
                ]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                <HeardBy
                  pupilId={sen.pupilId}
                  of={{ kind: 'need', recordId: need.needId, audience: need.audience }}
                  actor={actor}
                />
              </>
            ),
            ...(need.rank === 1 ? { end: <Tag kind="watch">primary</Tag> } : {}),
          }))}
        />
      )}
    </Card>
  );
}

export function Strengths({ sen, forename, actor }: { sen: SenRecord; forename: string; actor: Actor }) {
  return (
    <Card title={`What ${forename} does well`}>
      {sen.strengths.length === 0 ? (
        <p class="quiet">No strength is recorded yet.</p>
      ) : (
        <ActionList
          items={sen.strengths.map((strength) => ({
            label: strength.words,
            why: (
              <>
                {[
                  strength.toldBy === null ? '' : `told by ${strength.toldBy}`,
                  `since ${monthYear(strength.fromOn)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                <HeardBy
                  pupilId={sen.pupilId}
                  of={{ kind: 'strength', recordId: strength.strengthId, audience: strength.audience }}
                  actor={actor}
                />
              </>
            ),
          }))}
        />
      )}
    </Card>
  );
}

/** How it came to be so: coming to the school, and each status with its reason, the newest first. */
export function Story({ sen, pupil, actor }: { sen: SenRecord; pupil: Pupil; actor: Actor }) {
  const { enrolment } = pupil;
  const { specialPlace } = sen;
  return (
    <Card title="Story">
      <ActionList
        items={[
          ...(specialPlace === null
            ? []
            : [
                {
                  label: placeLabel[specialPlace.kind],
                  why: `since ${longDate(specialPlace.fromOn)} · ${specialPlace.source}`,
                },
              ]),
          ...sen.statuses.map((entry) => ({
            label: `${statusWords(entry)}${entry.reason === null ? '' : `: ${entry.reason}`}`,
            why: (
              <>
                {[
                  `${longDate(entry.fromOn)}${entry.untilOn === null ? '' : ` to ${longDate(entry.untilOn)}`}`,
                  entry.parentsToldOn === null ? '' : `parents told ${longDate(entry.parentsToldOn)}`,
                  entry.source,
                ]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                <HeardBy
                  pupilId={sen.pupilId}
                  of={{ kind: 'status', recordId: entry.statusId, audience: entry.audience }}
                  actor={actor}
                />
              </>
            ),
          })),
          ...(enrolment === null
            ? []
            : [{ label: 'Came to the school', why: `${longDate(enrolment.fromOn)} · ${enrolment.source}` }]),
        ]}
      />
      <p class="small">
        <a href={`/pupils/${pupil.pupilId}/status/history`}>Every status, with those withdrawn</a>
      </p>
    </Card>
  );
}
