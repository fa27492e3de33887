import type { Member } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { RegisterFilter } from '../domain/register-filter.ts';
import { countSentence } from '../domain/register-lines.ts';
import { loadView, type RegisterView } from './register-view.ts';
import { filterWords } from './register-words.ts';

/** The register as it leaves the school in a file: what it shows, and who made it when. */
export type RegisterFile = {
  readonly view: RegisterView;
  readonly today: SchoolDate;
  readonly title: string;
  /** What was chosen, and how many that leaves. */
  readonly shows: string;
  readonly madeBy: string;
};

export async function loadFile(tx: Tx, actor: Member, filter: RegisterFilter): Promise<RegisterFile> {
  const view = await loadView(tx, actor, filter);
  return {
    view,
    today: tx.scope.today,
    title: `SEND register, ${actor.schoolName}`,
    shows: `${filterWords(view.filter).join(' · ')}: ${countSentence(view.shown)}`,
    madeBy: `Made by ${actor.knownAs} on ${timeWords(tx.scope.clock.now())}`,
  };
}

export const pupilsOf = ({ view }: RegisterFile) => view.shown.map((line) => line.pupilId);
