import type { Member } from '#src/kernel/access.ts';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PupilBand } from '../../pupil/pupil-band.view.tsx';
import type { PupilHead } from '../../pupil/pupil-head.ts';
import { FaceSheet } from './face.view.tsx';
import { type FaceOfPupil, faceHref } from './face-of-pupil.ts';

type FacePageProps = {
  readonly head: PupilHead;
  readonly shown: FaceOfPupil;
  readonly isLarge: boolean;
  readonly actor: Member;
};

/** One face of a plan, with the others a click away, and the ways to take it along. On paper only the face itself. */
export function FacePage({ head, shown, isLarge, actor }: FacePageProps) {
  const { face, templates, number } = shown;
  const { pupilId } = head.pupil;
  const href = faceHref(pupilId, number, face.templateKey);
  const print = isLarge ? '?print=large' : '';
  return (
    <>
      <div class="not-on-paper">
        <PupilBand head={head} actor={actor} tab="Plan" />
        <PageHead
          title={face.name}
          lead={face.mark}
          actions={
            <>
              <a class="button" href={`${href}/plan.pdf${print}`}>
                PDF
              </a>
              <a class="button second" href={`${href}/plan.docx${print}`}>
                Word
              </a>
            </>
          }
        />
        <ChipNav
          label="The same plan as"
          links={templates.map(({ templateKey, name }) => ({
            label: name,
            href: `${faceHref(pupilId, number, templateKey)}${print}`,
            isCurrent: templateKey === face.templateKey,
          }))}
        />
        <p class="small">
          <a href={isLarge ? href : `${href}?print=large`}>{isLarge ? 'Ordinary print' : 'Large print'}</a>
          {' · '}
          <a href={`/pupils/${pupilId}/plan${number === null ? '' : `/issued/${number}`}`}>
            {number === null ? 'Back to the plan' : `Back to number ${number}`}
          </a>
        </p>
      </div>
      <FaceSheet face={face} isLarge={isLarge} />
      <p class="on-paper small">{`Printed by ${actor.knownAs} on ${head.at}: confidential`}</p>
    </>
  );
}
