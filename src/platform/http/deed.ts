import type { z } from 'zod';
import type { Member, Permission } from '#src/kernel/access.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { setFlash } from '../auth/session.ts';
import { pass } from './gate.ts';
import { limitBody } from './limits.ts';
import { type Asked, type Outcome, RolledBack, type Route } from './route.ts';

type Deed<P extends z.ZodType, S> = {
  readonly path: string;
  readonly params: P;
  readonly may: Permission;
  /** Where a refusal is said: the page that holds the button. */
  readonly from: (params: z.output<P>) => string;
  readonly load: (asked: Asked<z.output<P>, unknown> & { actor: Member }) => Promise<S | null>;
  readonly submit: (asked: Asked<z.output<P>, unknown> & { actor: Member; subject: S }) => Promise<Outcome>;
};

/** A button that needs no form: undo, withdraw. Posted, done, and back with a word about it. */
export function deed<P extends z.ZodType, S>(of: Deed<P, S>): Route {
  return {
    path: of.path,
    methods: ['POST'],
    may: of.may,
    mount: (app, program) => {
      app.post(of.path, limitBody(), async (web) => {
        const passed = await pass(web, program, of);
        if (passed instanceof Response) return passed;
        const { params, search } = passed;
        try {
          const done = await passed.enter(false, async (tx, actor) => {
            const asked = { tx, actor, params, search, program };
            const subject = await of.load(asked);
            if (subject === null) throw new NotFound();
            const outcome = await of.submit({ ...asked, subject });
            if ('errors' in outcome) throw new RolledBack(subject, outcome.errors);
            return outcome;
          });
          if (done.flash !== null) setFlash(web, done.flash);
          return web.redirect(done.goTo, 303);
        } catch (stop) {
          if (!(stop instanceof RolledBack)) throw stop;
          setFlash(web, Object.values(stop.errors).join(' '));
          return web.redirect(of.from(params), 303);
        }
      });
    },
  };
}
