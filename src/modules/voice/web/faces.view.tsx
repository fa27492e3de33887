import { type Face, faces, faceWords, feelQuestion } from '../domain/voice-answers.ts';

/** The line of the mouth, from a deep frown to a broad smile. */
const mouths: Readonly<Record<Face, string>> = {
  1: 'M16 36 Q24 24 32 36',
  2: 'M16 34 Q24 29 32 34',
  3: 'M16 32 H32',
  4: 'M16 30 Q24 36 32 30',
  5: 'M14 28 Q24 42 34 28 Z',
};

function FaceDrawing({ face }: { face: Face }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="21" class="skin" />
      <circle cx="17" cy="19" r="2.6" class="eye" />
      <circle cx="31" cy="19" r="2.6" class="eye" />
      <path d={mouths[face]} class={face === 5 ? 'mouth wide' : 'mouth'} />
    </svg>
  );
}

/** One of five faces, each with its word. */
export function Faces({ chosen }: { chosen: string | undefined }) {
  return (
    <fieldset class="govuk-fieldset faces" id="feel">
      <legend class="govuk-fieldset__legend">{feelQuestion}</legend>
      <div class="row">
        {faces.map((face) => (
          <label key={face}>
            <input type="radio" name="feel" value={String(face)} checked={chosen === String(face)} />
            <FaceDrawing face={face} />
            <span>{faceWords[face]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
