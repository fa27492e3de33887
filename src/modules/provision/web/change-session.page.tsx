import { shortDay } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeSession } from '../commands/log-session.ts';
import { holdsOn } from '../domain/run.ts';
import { logForm } from '../domain/session.form.ts';
import { LogFields } from './log-fields.view.tsx';
import { pupilsOf, runHref } from './of-run.ts';
import { loadLogged, logWords, OfSession, sessionTold } from './of-session.ts';

type Subject = NonNullable<Awaited<ReturnType<typeof loadLogged>>>;

/** Adds a note to a session that was logged, or says otherwise what became of it. */
export default page({
  path: '/provision/sessions/:sessionId/change',
  params: OfSession,
  may: 'provision.log',
  section: 'Provision',
  title: 'A session',
  about: ({ full }: Subject): readonly PupilId[] => pupilsOf(full),
  form: logForm,
  load: ({ tx, actor, params }) => loadLogged(tx, actor, params),
  view: ({ subject: { full, session }, attempt }) => (
    <div class="narrow">
      <PageHead title="A session" lead={`${full.run.name} · ${shortDay(session.on)}`} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: runHref(full.run.runId) }}>
        <LogFields
          attempt={attempt}
          pupils={full.pupils.filter((place) => holdsOn(place, session.on))}
          session={session}
          state={session.state}
          plannedMinutes={session.plannedMinutes}
        />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { full, session }, values }) => {
    const { version } = values;
    const done = await changeSession(tx, { ...sessionTold(values), full, session, version });
    return done.ok ? goTo('/provision/today', 'Saved') : refuse(logWords[done.refusal]);
  },
});
