import type { DraftPart } from '#src/modules/plans/index.ts';
import type { TagKind } from '#src/ui/tag.tsx';
import { PartList } from '#src/ui/workbench.tsx';
import { type Content, contentsOf, type Editor, partHref, planHref } from './plan-editor.ts';

const kinds: Readonly<Record<Content['state'], TagKind>> = {
  'not started': 'watch',
  'in progress': 'warn',
  complete: 'good',
  'not needed': 'watch',
};

/** The parts and targets of a plan: to be written while they may be, else to be found on the page. */
export function Contents({
  plan,
  found,
  canWrite,
  at,
}: Pick<Editor, 'plan' | 'found'> & { canWrite: boolean; at: DraftPart | 'whole' }) {
  const { pupilId } = plan;
  const own = contentsOf(plan, found).map(({ part, label, state }) => ({
    label,
    href: canWrite ? partHref(pupilId, part) : `#${part}`,
    state: { words: state, kind: kinds[state] },
    isCurrent: at === part,
  }));
  const whole = { label: 'The whole plan', href: planHref(pupilId), isCurrent: at === 'whole' };
  const more = { label: 'Set a target', href: partHref(pupilId, 'new'), isCurrent: at === 'new' };
  return <PartList label="Parts of the plan" parts={[whole, ...own, ...(canWrite ? [more] : [])]} />;
}
