import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { type Carer, listCarersOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';
import { Needs, Story, Strengths } from './pupil-sen.view.tsx';
import { Alerts, Facts, Family, Next } from './pupil-side.view.tsx';

type Subject = PupilHead & { readonly carers: readonly Carer[] };

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
    const carers = may(actor, 'contacts.read') ? await listCarersOf(tx, [params.pupilId]) : [];
    return { ...head, carers };
  },
  view: ({ subject, actor }) => {
    const { pupil, sen, alerts, carers, today } = subject;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Summary" />
        <Columns
          side={
            <>
              <Next head={subject} actor={actor} />
              <Alerts alerts={alerts} actor={actor} today={today} />
              {may(actor, 'contacts.read') && <Family carers={carers} pupil={pupil} />}
              <Facts pupil={pupil} />
            </>
          }
        >
          {sen !== null && (
            <>
              <Needs sen={sen} />
              <Strengths sen={sen} forename={pupil.name.forename} />
              <Story sen={sen} pupil={pupil} />
            </>
          )}
        </Columns>
      </>
    );
  },
});
