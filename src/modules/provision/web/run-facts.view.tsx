import { type Actor, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { type Entry, keyOf } from '../domain/catalogue.ts';
import { mayLog } from '../domain/log-session.policy.ts';
import { minutesAWeek } from '../domain/planned.ts';
import {
  areaWords,
  chargeWords,
  minutesInWords,
  timeWords,
  weekdayWords,
} from '../domain/provision-words.ts';
import type { Slot } from '../domain/run.ts';
import { runHref } from './of-run.ts';
import type { RunSubject } from './run-subject.ts';

type Props = { subject: RunSubject; actor: Actor };

const mayChange = (actor: Actor): boolean => may(actor, 'provision.manage');

const spell = ({ fromOn, untilOn }: Pick<Slot, 'fromOn' | 'untilOn'>): string =>
  untilOn === null ? `from ${middleDate(fromOn)}` : `${middleDate(fromOn)} to ${middleDate(untilOn)}`;

/** Its places in the week. */
export function WeekCard({ subject: { account, today }, actor }: Props) {
  const { run, slots } = account.full;
  const current = slots.filter((slot) => slot.untilOn === null || slot.untilOn >= today);
  return (
    <Card title="In the week">
      {current.length === 0 ? (
        <p class="quiet">No time in the week yet, so no session is due.</p>
      ) : (
        <ActionList
          items={current.map((slot) => ({
            label: `${weekdayWords[slot.weekday] ?? ''}${slot.startsAt === null ? '' : ` ${timeWords(slot.startsAt)}`}, ${slot.minutes} minutes`,
            why: [slot.place ?? run.place, spell(slot)].filter(Boolean).join(' · '),
            end: mayChange(actor) && (
              <a href={`/provision/slots/${slot.slotId}/end`}>
                End<span class="govuk-visually-hidden">{` ${weekdayWords[slot.weekday] ?? ''}`}</span>
              </a>
            ),
          }))}
        />
      )}
      <p class="small">
        {`${minutesInWords(minutesAWeek(slots, today))} a week. `}
        {mayChange(actor) && <a href={`${runHref(run.runId)}/slots/new`}>Add a time</a>}
      </p>
    </Card>
  );
}

/** Who runs it. */
export function StaffCard({ subject: { account, today }, actor }: Props) {
  const { run, staff } = account.full;
  const current = staff.filter((one) => one.untilOn === null || one.untilOn >= today);
  return (
    <Card title="Run by">
      {current.length === 0 ? (
        <p class="quiet">Nobody yet. Who runs it sees its pupils and logs its sessions.</p>
      ) : (
        <ActionList
          items={current.map((one) => ({
            label: one.name,
            why: [one.share === 'lead' ? 'Runs it' : 'Helps', spell(one)].join(', '),
            end: mayChange(actor) && (
              <a href={`/provision/run-staff/${one.runStaffId}/end`}>
                End<span class="govuk-visually-hidden">{` for ${one.name}`}</span>
              </a>
            ),
          }))}
        />
      )}
      {mayChange(actor) && (
        <p class="small">
          <a href={`${runHref(run.runId)}/staff/new`}>Add somebody</a>
        </p>
      )}
    </Card>
  );
}

/** What else is said of it. */
export function DetailsCard({ subject: { account, today }, actor }: Props) {
  const { run, staff } = account.full;
  return (
    <Card title="Details">
      <SummaryList
        rows={[
          { key: 'Areas of need', value: run.areas.map((area) => areaWords[area]).join(', ') || 'Not said' },
          { key: 'Place', value: run.place ?? 'Not said' },
          { key: 'Who comes in', value: run.entryRule ?? 'Not said' },
          { key: 'When it is done', value: run.exitRule ?? 'Not said' },
          { key: 'Review on', value: run.reviewOn === null ? 'Not set' : middleDate(run.reviewOn) },
          { key: 'Cost', value: chargeWords[run.charge] },
          ...(run.endedWhy === null ? [] : [{ key: 'Why it ended', value: run.endedWhy }]),
        ]}
      />
      {mayLog(actor, staff, today) && (
        <p class="small">
          <a href={`${runHref(run.runId)}/extra`}>Log an extra session</a>
          {mayChange(actor) && (
            <>
              {' · '}
              <a href={`${runHref(run.runId)}/withdraw`}>Take back, entered by mistake</a>
            </>
          )}
        </p>
      )}
    </Card>
  );
}

/** The entry of the catalogue that it was made of. */
export function EntryCard({ entry }: { entry: Entry | null }) {
  if (entry === null) return null;
  return (
    <Card title="From the catalogue">
      <p>
        <a href={`/provision/catalogue/${keyOf(entry)}`}>{entry.name}</a>
      </p>
      <p class="small quiet">{entry.evidence ?? 'No evidence is named.'}</p>
      {entry.measure !== null && <p class="small quiet">{`Measured by: ${entry.measure}`}</p>}
    </Card>
  );
}
