import { z } from 'zod';
import { SchoolDate, shortDay } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { logSession } from '../commands/log-session.ts';
import { timeWords } from '../domain/provision-words.ts';
import { holdsOn } from '../domain/run.ts';
import { logForm } from '../domain/session.form.ts';
import { LogFields } from './log-fields.view.tsx';
import { pupilsOf } from './of-run.ts';
import { loadDue, logWords, OfSlot, sessionTold } from './of-session.ts';

type Subject = NonNullable<Awaited<ReturnType<typeof loadDue>>>;
const Search = z.object({
  on: SchoolDate.nullable().catch(null).default(null),
  state: z.enum(['held', 'cancelled']).catch('held').default('held'),
});

/** Says what became of a session that is due: who was missing, or why it did not happen. */
export default page({
  path: '/provision/slots/:slotId/log',
  params: OfSlot,
  search: Search,
  may: 'provision.log',
  section: 'Provision',
  title: 'Log a session',
  about: ({ full }: Subject): readonly PupilId[] => pupilsOf(full),
  form: logForm,
  load: ({ tx, actor, params, search }) => loadDue(tx, actor, { slotId: params.slotId, on: search.on }),
  goOn: ({ logged }: Subject) => (logged === null ? null : `/provision/sessions/${logged.sessionId}/change`),
  view: ({ subject: { full, planned }, attempt, search }) => (
    <div class="narrow">
      <PageHead
        title="Log a session"
        lead={`${full.run.name} · ${shortDay(planned.on)}${planned.startsAt === null ? '' : ` at ${timeWords(planned.startsAt)}`}`}
      />
      <PostForm attempt={attempt} submit="Log" cancel={{ href: '/provision/today' }}>
        <LogFields
          attempt={attempt}
          pupils={full.pupils.filter((place) => holdsOn(place, planned.on))}
          session={null}
          state={search.state}
          plannedMinutes={planned.minutes}
        />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full, planned }, values }) => {
    const { slotId, on } = planned;
    const done = await logSession(tx, { ...sessionTold(values), full, slotId, on });
    return done.ok ? goTo('/provision/today', 'Logged') : refuse(logWords[done.refusal]);
  },
});
