import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { beginDocument } from '../commands/work-on-document.ts';
import { kindOfSlug } from '../domain/document-kinds.ts';
import { presentYear } from '../queries/find-document.ts';
import { findPublication } from '../queries/list-publications.ts';
import { documentHref, OfKind, publishedHref } from './document-of-school.ts';

/** Begins the document of this school year. */
export default deed({
  path: '/school/published/:document/begin',
  params: OfKind,
  may: 'school.manage',
  from: () => publishedHref,
  load: async ({ params }) => kindOfSlug(params.document),
  submit: async ({ tx, subject: kind }) => {
    const last = await findPublication(tx, kind);
    const begun = await beginDocument(tx, {
      kind,
      firstYear: presentYear(tx),
      last: last?.content ?? null,
    });
    return begun.ok ? goTo(documentHref(kind), 'Begun') : refuse('It was begun already');
  },
});
