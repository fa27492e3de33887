import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { phases } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { findOwnTrust, type Trust, type TrustSchool } from '../queries/find-trust.ts';

const columns = [
  { key: 'name', label: 'School', isRowHead: true },
  { key: 'urn', label: 'URN' },
  { key: 'phase', label: 'Phase' },
] as const;

const row = (school: TrustSchool) => ({
  name: school.name,
  urn: school.urn,
  phase: phases.find((phase) => phase.value === school.phase)?.label ?? school.phase,
});

/** The schools of the trust above this school, for those with a role in it. */
export default page({
  path: '/trust',
  params: z.object({}),
  may: 'trust.read',
  about: { none: 'It shows schools, no pupil' },
  section: 'School',
  title: (trust: Trust) => trust.name,
  load: ({ tx, actor }) => findOwnTrust(tx, actor.personId),
  view: ({ subject, actor }) => (
    <>
      <PageHead
        title={subject.name}
        lead={<a href="/schools">Go to another school of the trust</a>}
        actions={
          may(actor, 'trust.manage') && (
            <>
              <LinkButton href="/trust/signing-in" kind="second">
                Signing in
              </LinkButton>
              <LinkButton href="/trust/schools/new">Add a school</LinkButton>
            </>
          )
        }
      />
      <Sheet label="Schools of the trust">
        <DataTable caption="Schools of the trust" columns={columns} rows={subject.schools.map(row)} />
      </Sheet>
    </>
  ),
});
