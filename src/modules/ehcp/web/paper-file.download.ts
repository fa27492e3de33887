import type { Route } from '#src/platform/http/route.ts';
import { findPaper } from '../commands/open-paper.ts';
import { sittingIn } from './paper-cookie.ts';

const path = '/papers/:token/file';

/** The paper that a link leads to, once its code was given; else back to the code. */
const route: Route = {
  path,
  methods: ['GET'],
  may: 'open',
  mount: (app, program) => {
    app.get(path, async (web) => {
      const token = web.req.param('token');
      const file = await findPaper(program, token, sittingIn(web, program));
      if (file === null) return web.redirect(`/papers/${encodeURIComponent(token)}`, 303);
      return web.body(await program.files.readWhole(file.storeName ?? ''), 200, {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="review.pdf"',
      });
    });
  },
};
export default route;
