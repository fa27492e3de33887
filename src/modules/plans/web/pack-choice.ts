import type { Member } from '#src/kernel/access.ts';
import type { Option } from '#src/kernel/form.ts';
import { GroupId, type PersonId } from '#src/kernel/ids.ts';
import { type Group, listGroups } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { wholeSchool } from '../domain/plan-pack.form.ts';
import { isOffered, type SchoolTemplate } from '../domain/plan-template.ts';
import { listPlanTemplates } from '../queries/list-plan-templates.ts';

/** What a pack can be made of. */
export type PackChoice = { readonly templates: readonly SchoolTemplate[]; readonly groups: readonly Group[] };

export const packsHref = '/school/packs';

export const loadTemplates = async (tx: Tx): Promise<readonly SchoolTemplate[]> =>
  (await listPlanTemplates(tx)).filter(isOffered);

export const loadPackChoice = async (tx: Tx): Promise<PackChoice> => ({
  templates: await loadTemplates(tx),
  groups: await listGroups(tx, tx.scope.today),
});

export const templateOptions = (templates: readonly SchoolTemplate[]): readonly Option[] =>
  templates.map(({ templateKey, name }) => ({ value: templateKey, label: name }));

const everyone = (actor: Pick<Member, 'reach'>): string =>
  actor.reach === 'school' ? 'The whole school' : 'All pupils whose plans I may read';

export const groupOptions = (groups: readonly Group[], actor: Member): readonly Option[] => [
  { value: wholeSchool, label: everyone(actor) },
  ...groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
];

/** Whose plans a pack holds, in words without a pupil's name; null where the school has no such group. */
export function whose(
  groups: readonly Group[],
  typed: string,
  actor: Member,
): { readonly title: string; readonly groupId: GroupId | null } | null {
  if (typed === wholeSchool) return { title: everyone(actor), groupId: null };
  const group = groups.find(({ groupId }) => groupId === typed);
  return group === undefined ? null : { title: group.name, groupId: GroupId.parse(group.groupId) };
}

/** A job that makes the pack, for whoever asks. */
export const jobOf = (actor: Member, planPackId: string) => ({
  schoolId: actor.schoolId,
  planPackId,
  personId: actor.personId satisfies PersonId,
});

export const noPlansWords = 'None of these pupils has an issued plan that you may read.';
export const noTemplateWords = 'Select one of the templates that are offered';
