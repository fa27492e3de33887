import { z } from 'zod';
import { noAttempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Tag } from '#src/ui/tag.tsx';
import type { SchoolTemplate } from '../domain/plan-template.ts';
import { listPlanTemplates } from '../queries/list-plan-templates.ts';
import { TemplateParts } from './template-fields.view.tsx';
import { originWords, templateHref, templatesHref } from './template-of-school.ts';

/** The faces of the plan that the school works with: the shipped ones, changed ones and its own. */
export default page({
  path: '/school/plan-templates',
  params: z.object({}),
  may: 'school.manage',
  about: { none: 'It shows templates, no pupil' },
  section: 'School',
  title: 'Templates of plans',
  load: async ({ tx }): Promise<readonly SchoolTemplate[]> => listPlanTemplates(tx),
  view: ({ subject }) => (
    <>
      <BackLink href="/school">School</BackLink>
      <PageHead
        title="Templates of plans"
        lead="A plan is written once. A template says which parts of it are shown, in which order and under which names."
        actions={<LinkButton href={`${templatesHref}/new`}>New template</LinkButton>}
      />
      {subject.map((template) => (
        <Template key={template.templateKey} template={template} />
      ))}
    </>
  ),
});

function Template({ template }: { template: SchoolTemplate }) {
  const { name, lead, origin, withdrawnWhy, isProposed } = template;
  const href = templateHref(template);
  const about = <span class="govuk-visually-hidden">{` ${name}`}</span>;
  return (
    <Card title={name}>
      <p class="small">
        <Tag kind={withdrawnWhy === null ? 'good' : 'watch'}>
          {withdrawnWhy === null ? originWords[origin] : 'Withdrawn'}
        </Tag>{' '}
        {isProposed && <Tag kind="warn">Proposed, not law</Tag>}
      </p>
      {lead !== null && <p>{lead}</p>}
      {withdrawnWhy !== null && <p>{`Withdrawn: ${withdrawnWhy}`}</p>}
      <TemplateParts template={template} />
      <p>
        <a href={href}>Change{about}</a>
        {withdrawnWhy === null && (
          <>
            {' · '}
            <a href={`${href}/withdraw`}>Withdraw{about}</a>
          </>
        )}
      </p>
      {(withdrawnWhy !== null || origin === 'changed') && (
        <PostForm
          action={`${href}/restore`}
          attempt={noAttempt}
          submit={withdrawnWhy === null ? 'Back to the shipped one' : 'Offer it again'}
        />
      )}
    </Card>
  );
}
