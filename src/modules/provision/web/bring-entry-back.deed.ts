import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { bringEntryBack } from '../commands/keep-entry.ts';
import { findEntry } from '../queries/get-catalogue.ts';
import { entryHref, entryStale, OfEntry } from './of-entry.ts';

/** Puts a withdrawn entry back. */
export default deed({
  path: '/provision/catalogue/:entryKey/bring-back',
  params: OfEntry,
  may: 'provision.manage',
  from: ({ entryKey }) => `/provision/catalogue/${entryKey}`,
  load: ({ tx, params }) => findEntry(tx, params.entryKey),
  submit: async ({ tx, subject: entry }) => {
    if (!entry.isWithdrawn) return goTo(entryHref(entry));
    const done = await bringEntryBack(tx, entry);
    return done.ok ? goTo(entryHref(entry), 'In the catalogue again') : refuse(entryStale);
  },
});
