import type { z } from 'zod';
import type { Member, Permission } from '#src/kernel/access.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { recordView } from '../audit/record.ts';
import type { Program } from '../program.ts';
import { pass } from './gate.ts';
import { type About, type Asked, pupilsIn, type Route } from './route.ts';

export type Sent = {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly fileName?: string;
  /** Instead of the usual ones: how a file of somebody else's making is shown. */
  readonly headers?: Readonly<Record<string, string>>;
};

type Download<P extends z.ZodType, S, Q extends z.ZodType> = {
  readonly path: string;
  readonly params: P;
  readonly search?: Q;
  readonly may: Permission;
  readonly about: About<S>;
  readonly load: (asked: Asked<z.output<P>, z.output<Q>> & { actor: Member }) => Promise<S | null>;
  readonly send: (subject: S, program: Program) => Sent | Promise<Sent>;
};

/** A page with another content type: the same query, permission and view record. */
export function download<P extends z.ZodType, S, Q extends z.ZodType = z.ZodObject>(
  of: Download<P, S, Q>,
): Route {
  return {
    path: of.path,
    methods: ['GET'],
    may: of.may,
    mount: (app, program) => {
      app.get(of.path, async (web) => {
        const passed = await pass(web, program, of);
        if (passed instanceof Response) return passed;
        const { params, search } = passed;
        const subject = await passed.enter(true, async (tx, actor) => {
          const found = await of.load({ tx, actor, params, search, program });
          if (found === null) throw new NotFound();
          await recordView(tx, of.path, pupilsIn(of.about, found));
          return found;
        });
        const { type, body, fileName, headers: own } = await of.send(subject, program);
        const headers: Record<string, string> = { ...own, 'content-type': type };
        if (fileName !== undefined) headers['content-disposition'] = `attachment; filename="${fileName}"`;
        return web.body(body, 200, headers);
      });
    },
  };
}
