import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listHolders } from '#src/modules/identity/index.ts';
import { type Carer, type ContactNote, listCarersOf, listLastContacts } from '#src/modules/pupils/index.ts';
import {
  type Concern,
  findRegisterLine,
  listConcernsOf,
  type RegisterLine,
} from '#src/modules/register/index.ts';
import { listTasksOf, type Task } from '#src/modules/tasks/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PupilBand } from './pupil-band.view.tsx';
import { Concerns } from './pupil-concerns.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';
import { Needs, Story, Strengths } from './pupil-sen.view.tsx';
import { Alerts, Facts, Family, LastSpoke, Next, OpenTasks } from './pupil-side.view.tsx';

type Subject = PupilHead & {
  readonly carers: readonly Carer[];
  readonly tasks: readonly Task[];
  readonly contacts: readonly ContactNote[];
  readonly concerns: readonly Concern[];
  /** What the register says of the plan; for those who write plans. */
  readonly line: RegisterLine | null;
  /** Whom to ask of a safeguarding file; asked only where one is held. */
  readonly leads: readonly string[];
};

export default page({
  path: '/pupils/:pupilId',
  params: z.object({ pupilId: PupilId }),
  may: 'pupil.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => fullName(pupil),
  load: async ({ tx, actor, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const { pupilId } = params;
    const isFlagged = head.alerts.some((alert) => alert.kind === 'safeguarding');
    const beside = await tx.scope.together({
      carers: async (asked) => (may(actor, 'contacts.read') ? listCarersOf(asked, [pupilId]) : []),
      tasks: async (asked) => (may(actor, 'task.own') ? listTasksOf(asked, pupilId) : []),
      contacts: (asked) => listLastContacts(asked, pupilId, 3),
      concerns: async (asked) => (may(actor, 'concern.raise') ? listConcernsOf(asked, pupilId) : []),
      line: async (asked) => (may(actor, 'plan.write') ? findRegisterLine(asked, pupilId) : null),
      leads: async (asked) => (isFlagged ? listHolders(asked, 'safeguarding_lead') : []),
    });
    return { ...head, ...beside };
  },
  view: ({ subject, actor }) => {
    const { pupil, sen, alerts, carers, tasks, contacts, concerns, line, leads, today } = subject;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Summary" />
        <Columns
          side={
            <>
              <Next head={subject} actor={actor} line={line} />
              <LastSpoke contacts={contacts} actor={actor} />
              <OpenTasks tasks={tasks} actor={actor} />
              <Alerts alerts={alerts} actor={actor} today={today} leads={leads} />
              {may(actor, 'contacts.read') && <Family carers={carers} pupil={pupil} />}
              <Facts pupil={pupil} />
            </>
          }
        >
          {sen !== null && (
            <>
              <Needs sen={sen} actor={actor} />
              <Concerns concerns={concerns} actor={actor} />
              <Strengths sen={sen} forename={pupil.name.forename} actor={actor} />
              <Story sen={sen} pupil={pupil} actor={actor} />
            </>
          )}
        </Columns>
      </>
    );
  },
});
