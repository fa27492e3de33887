import { middleDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/modules/provision/index.ts';
import type { Action } from '#src/ui/action-list.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { TodayItems } from './today-items.ts';

const address = '/provision/today';

/** One's own sessions of today, and how many of the days before nobody has logged. */
export function sessionItems({ sessions }: TodayItems): readonly Action[] {
  if (sessions === null) return [];
  const { today, notLogged, since } = sessions;
  return [
    ...today.map(({ startsAt, name, minutes, place }) => ({
      when: startsAt === null ? 'today' : timeWords(startsAt),
      label: name,
      href: address,
      why: [place, `${minutes} minutes`].filter(Boolean).join(' · '),
      end: <Tag kind="watch">Session</Tag>,
    })),
    ...(notLogged === 0
      ? []
      : [
          {
            when: 'any time',
            label: `${notLogged} ${notLogged === 1 ? 'session is' : 'sessions are'} not logged`,
            href: address,
            why: since === null ? undefined : `The oldest is of ${middleDate(since)}`,
            end: <Tag kind="warn">Not logged</Tag>,
          },
        ]),
  ];
}
