import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { restorePlanTemplate } from '../commands/keep-plan-template.ts';
import { loadTemplate, OfTemplate, staleWords, templatesHref } from './template-of-school.ts';

/** Offers a withdrawn template again; takes a changed one back to the shipped one. */
export default deed({
  path: '/school/plan-templates/:templateKey/restore',
  params: OfTemplate,
  may: 'school.manage',
  from: () => templatesHref,
  load: ({ tx, params }) => loadTemplate(tx, params),
  submit: async ({ tx, subject }) => {
    if (subject.withdrawnWhy === null && subject.origin !== 'changed') {
      return refuse('This template stands as it should.');
    }
    const done = await restorePlanTemplate(tx, subject);
    return done.ok ? goTo(templatesHref, 'Template restored') : refuse(staleWords);
  },
});
