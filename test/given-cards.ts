import type { PupilId } from '#src/kernel/ids.ts';
import { type CardLine, findCard, writeCard } from '#src/modules/plans/index.ts';
import * as given from './given.ts';
import * as givenPupils from './given-pupils.ts';
import { granted } from './given-school.ts';

/** Lines as a test gives them: `{ must: ['Say it in fewer words'] }`. */
type Said = Partial<Record<CardLine['kind'], readonly string[]>>;

/** Writes a pupil's lesson card anew with these lines. */
export const card = (school: given.School, pupilId: PupilId, said: Said): Promise<boolean> =>
  given.inSchool(school, async (tx) => {
    const held = await findCard(tx, pupilId);
    if (held === null) throw new Error('a pupil');
    const lines = (['must', 'should'] as const).flatMap((kind) =>
      (said[kind] ?? []).map((words, at) => ({ kind, position: at + 1, words, origin: 'own' as const })),
    );
    return granted(await writeCard(tx, { card: held, lines }));
  });

/** A class of one pupil with a card, their teacher, and a pupil of another class. */
export async function taughtClass() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const teacher = await given.person(school, 'teacher');
  const groupId = await givenPupils.taughtBy(school, pupilId, teacher.personId);
  const elsewhere = await givenPupils.pupil(school, { forename: 'Elias', surname: 'Elsewhere' });
  await card(school, pupilId, {
    must: ['One instruction at a time', 'Autism: warn of changes'],
    should: ['Tells stories well'],
  });
  await card(school, elsewhere, { must: ['Sit by the window'] });
  return { school, pupilId, teacher, groupId, elsewhere, path: `/classes/${groupId}/card` };
}
