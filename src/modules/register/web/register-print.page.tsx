import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { filterAddress, parseFilter } from '../domain/register-filter.ts';
import { countSentence } from '../domain/register-lines.ts';
import { RegisterTable } from './register-table.view.tsx';
import { loadView } from './register-view.ts';
import { showLabel } from './register-words.ts';

/** The register as it goes on paper: the same filters, no links, who printed it and when at its head. */
export default page({
  path: '/pupils/print',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseFilter),
  may: 'register.read',
  section: 'Pupils',
  title: 'SEND register to print',
  load: async ({ tx, actor, search }) => ({
    view: await loadView(tx, actor, search),
    at: timeWords(tx.scope.clock.now()),
  }),
  about: ({ view }) => view.shown.map((line) => line.pupilId),
  view: ({ subject: { view, at }, actor }) => (
    <div class="landscape">
      <BackLink href={filterAddress(view.filter)}>Back to the register</BackLink>
      <PageHead
        title={`SEND register, ${actor.schoolName}`}
        lead={`${showLabel[view.filter.show]}: ${countSentence(view.shown)}. Printed by ${actor.knownAs} on ${at}: SEND register, confidential.`}
      />
      <Sheet label="SEND register">
        <RegisterTable
          lines={view.shown}
          groups={view.groups}
          filter={view.filter}
          inCare={view.inCare}
          mayChange={false}
          isPlain
        />
      </Sheet>
    </div>
  ),
});
