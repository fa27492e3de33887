import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { ActionList } from '#src/ui/action-list.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { listLetterTemplates } from '../queries/list-letter-templates.ts';

/** The letters that the school writes to families. */
export default page({
  path: '/school/letters',
  params: z.object({}),
  may: 'school.manage',
  section: 'School',
  title: 'Letters to families',
  about: { none: 'It shows letters with places to fill in, no pupil' },
  load: ({ tx }) => listLetterTemplates(tx),
  view: ({ subject }) => (
    <div class="narrow">
      <BackLink href="/school">School</BackLink>
      <PageHead
        title="Letters to families"
        lead="Open a letter to put it into your own words. To send one, open a pupil’s plan, With the family."
        actions={<LinkButton href="/school/letters/new">Write a letter of our own</LinkButton>}
      />
      <Card>
        <ActionList
          items={subject.map(({ letterKind, title, version, isShipped, words }) => ({
            label: title,
            href: `/school/letters/${letterKind}`,
            why: `${words.replace(/\s+/g, ' ').slice(0, 120)}…`,
            end: (
              <Tag kind="watch">
                {isShipped ? (version === 0 ? 'As shipped' : 'In your words') : 'Your own'}
              </Tag>
            ),
          }))}
        />
      </Card>
    </div>
  ),
});
