import { form, text } from '#src/kernel/form.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import {
  type BulkRefusal,
  doBulkChange,
  findBulkChange,
  markOf,
  mayUndoBulk,
  planBulkChange,
} from '#src/modules/register/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { aboutMany, OfBulkChange } from './draft-of.ts';
import { type Laid, LaidOut } from './laid-out.view.tsx';
import { deeds, severalAddress } from './several-words.ts';
import { WhatCame } from './what-came.view.tsx';

/** The mark of the plan that was on the page: what is agreed to is what was read. */
const agreeForm = form({ seen: text({ label: 'Seen', max: 40, kind: 'hidden' }) });

const wording: Readonly<Record<BulkRefusal, string>> = {
  not_a_draft: 'This was done already. Nothing was done twice',
  plan_changed:
    'Somebody changed one of these pupils meanwhile. Nothing was done: look at what would change now, and go on if it is right',
  nobody_changes: 'Nobody would change. Choose other pupils, or something else',
};

/** What a change would come to for each pupil, until it is agreed to; afterwards what came of it, and the way back. */
export default page({
  path: '/pupils/several/:bulkChangeId',
  params: OfBulkChange,
  may: 'register.change',
  section: 'Pupils',
  title: 'What would change',
  form: agreeForm,
  load: async ({ tx, params }): Promise<Laid | null> => {
    const change = await findBulkChange(tx, params.bulkChangeId);
    if (change === null) return null;
    const isOpen = change.state === 'draft' && change.given !== null;
    const plan = isOpen ? await planBulkChange(tx, change, change.given) : [];
    const names = isOpen ? new Map() : await listNamesOf(tx, change.pupilIds);
    return { change, plan, mark: markOf(plan), names, mayUndo: mayUndoBulk(change, tx.scope.today) };
  },
  about: aboutMany,
  goOn: ({ change }) =>
    change.state === 'draft' && change.given === null
      ? `${severalAddress(change.bulkChangeId)}/${deeds[change.kind].path}`
      : null,
  view: ({ subject, attempt }) =>
    subject.change.state === 'draft' ? (
      <LaidOut laid={subject} attempt={attempt} />
    ) : (
      <WhatCame laid={subject} />
    ),
  submit: async ({ tx, subject: { change }, values }) => {
    const did = await doBulkChange(tx, change, values.seen);
    return did.ok
      ? goTo(severalAddress(change.bulkChangeId), 'Done. It can be undone today')
      : refuse(wording[did.refusal]);
  },
});
