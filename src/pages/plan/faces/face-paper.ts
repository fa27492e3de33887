import type { Member } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { facePdf } from '#src/modules/plans/index.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Sent } from '#src/platform/http/download.ts';
import { type FaceOfPupil, fileNameOf, findFace, paperFooter } from './face-of-pupil.ts';
import { faceWord } from './face-word.ts';

type Asked = { readonly pupilId: PupilId; readonly templateKey: string; readonly number?: number };

/** A face that is made into a file, with what stands at the foot of each of its pages. */
export type FacePaper = {
  readonly pupilId: PupilId;
  readonly shown: FaceOfPupil;
  readonly footer: string;
  readonly isLarge: boolean;
};

/** What a download of a face is made of; null as `findFace`. */
export async function loadFacePaper(
  tx: Tx,
  actor: Member,
  asked: Asked & { readonly print: 'large' | undefined },
): Promise<FacePaper | null> {
  const { pupilId, templateKey, number = null, print } = asked;
  const pupil = await findPupil(tx, pupilId);
  const shown = pupil === null ? null : await findFace(tx, actor, { pupil, templateKey, number });
  if (shown === null) return null;
  return { pupilId, shown, footer: paperFooter(tx, actor), isLarge: print === 'large' };
}

export const aboutPaper = ({ pupilId }: FacePaper): readonly PupilId[] => [pupilId];

export const sendPdf = async ({ shown, footer, isLarge }: FacePaper): Promise<Sent> => ({
  type: 'application/pdf',
  body: await makePdf(facePdf(shown.face, { footer, isLarge })),
  fileName: fileNameOf(shown, 'pdf'),
});

export const sendWord = async ({ shown, footer, isLarge }: FacePaper): Promise<Sent> => ({
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  body: await faceWord(shown.face, { footer, isLarge }),
  fileName: fileNameOf(shown, 'docx'),
});
