import { type Member, may } from '#src/kernel/access.ts';
import { getSchool } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Figures, figuresOf } from '../domain/register-figures.ts';
import type { RegisterFilter } from '../domain/register-filter.ts';
import {
  choicesIn,
  filterLines,
  groupLines,
  type InCare,
  isToBeTold,
  type LineGroup,
  type RegisterChoices,
  type RegisterLine,
} from '../domain/register-lines.ts';
import { listFigures } from '../queries/list-figures.ts';
import { listInCare } from '../queries/list-in-care.ts';
import { listRegisterLines } from '../queries/list-register-lines.ts';

/** The figures above the register, for those who see all of the school. */
export type SchoolFigures = {
  readonly phase: string;
  readonly hasSpecialPlaces: boolean;
  readonly figures: Figures;
  /** On SEN support, no day noted on which the parents were told; null where the view does not hold them all. */
  readonly untold: number | null;
};

/** The register as one person sees it: what the filters leave, and what they can choose among. */
export type RegisterView = {
  readonly filter: RegisterFilter;
  readonly shown: readonly RegisterLine[];
  readonly groups: readonly LineGroup[] | null;
  readonly choices: RegisterChoices;
  readonly inCare: InCare;
  readonly figures: SchoolFigures | null;
  readonly mayChange: boolean;
  readonly mayImport: boolean;
};

/** Reads the lines once and filters them here: what can be chosen comes from the same lines. */
export async function loadView(tx: Tx, actor: Member, filter: RegisterFilter): Promise<RegisterView> {
  const lines = await listRegisterLines(tx, filter.show);
  const inCare = await listInCare(tx);
  const shown = filterLines(lines, filter, inCare);
  return {
    filter,
    shown,
    groups: groupLines(shown, filter.group),
    choices: choicesIn(lines, filter),
    inCare,
    figures: await loadFigures(tx, actor, filter.show === 'register' ? lines : null),
    mayChange: may(actor, 'register.change'),
    mayImport: may(actor, 'import.run'),
  };
}

async function loadFigures(
  tx: Tx,
  actor: Member,
  onRegister: readonly RegisterLine[] | null,
): Promise<SchoolFigures | null> {
  if (actor.reach !== 'school' || !actor.sees.includes('figures')) return null;
  const { phase, hasSenUnit, hasResourcedProvision } = await getSchool(tx);
  const figures = figuresOf(await listFigures(tx), { hidesSmall: false });
  const hasSpecialPlaces = hasSenUnit || hasResourcedProvision;
  return { phase, hasSpecialPlaces, figures, untold: onRegister?.filter(isToBeTold).length ?? null };
}

/** Which of the lists beside the register this school has anything for. */
export const listsBeside = ({ figures, shown }: RegisterView) => ({
  specialPlaces: (figures?.hasSpecialPlaces ?? false) || shown.some((line) => line.specialPlace !== null),
  placements: figures?.phase === 'alternative' || shown.some((line) => line.referringSchool !== null),
});
