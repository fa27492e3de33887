import { page } from '#src/platform/http/page.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../../pupil/pupil-head.ts';
import { type FaceOfPupil, findFace, OfIssuedFace, PrintSearch } from './face-of-pupil.ts';
import { FacePage } from './face-page.view.tsx';

type Subject = PupilHead & { readonly shown: FaceOfPupil };

/** An issued plan, seen through a template. */
export default page({
  path: '/pupils/:pupilId/plan/issued/:number/faces/:templateKey',
  params: OfIssuedFace,
  search: PrintSearch,
  may: 'plan.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil, shown }: Subject) => `${shown.face.name} ${shown.number} of ${fullName(pupil)}`,
  load: async ({ tx, actor, params: { pupilId, templateKey, number } }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, pupilId);
    if (head === null) return null;
    const shown = await findFace(tx, actor, { pupil: head.pupil, templateKey, number });
    return shown === null ? null : { ...head, shown };
  },
  view: ({ subject, actor, search }) => (
    <FacePage head={subject} shown={subject.shown} isLarge={search.print === 'large'} actor={actor} />
  ),
});
