import { findBulkChange, undoBulkChange } from '#src/modules/register/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { OfBulkChange } from './draft-of.ts';
import { severalAddress } from './several-words.ts';

const wording = {
  too_late: 'This can be undone once, on the day on which it was done.',
  all_changed: 'Every one of these pupils was changed since. Nothing was undone.',
} as const;

/** Takes a change of several pupils back as one. */
export default deed({
  path: '/pupils/several/:bulkChangeId/undo',
  params: OfBulkChange,
  may: 'register.change',
  from: ({ bulkChangeId }) => severalAddress(bulkChangeId),
  load: ({ tx, params }) => findBulkChange(tx, params.bulkChangeId),
  submit: async ({ tx, subject }) => {
    const did = await undoBulkChange(tx, subject);
    if (!did.ok) return refuse(wording[did.refusal]);
    const { left } = did.value;
    const words = left === 0 ? 'Undone' : `Undone, but for ${left} who changed since`;
    return goTo(severalAddress(subject.bulkChangeId), words);
  },
});
