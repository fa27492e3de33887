import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { gzipSync } from 'node:zlib';
import { type CompiledQuery, sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import type { BenchSchool } from './bench-school.ts';
import { median } from './line.ts';

export type PageFigures = {
  readonly status: number;
  /** The server's own time, without the client's: milliseconds, the median of all runs. */
  readonly whole: number;
  readonly draw: number;
  /** The statements of the page itself: without session, scope, membership and view record. */
  readonly own: readonly CompiledQuery[];
  readonly compressedBytes: number;
};

const isLogEvent = (message: unknown): message is { query: CompiledQuery } =>
  typeof message === 'object' && message !== null && 'query' in message;

/** Statements that every page has: the scope, who asks, and that it was looked at. */
const isEveryPages = ({ sql: text }: CompiledQuery): boolean =>
  /^(begin|commit|set local|start transaction)/i.test(text.trim()) ||
  /insert into "views"/.test(text) ||
  /from schools s\s+left join members/.test(text) ||
  /from "reach"/.test(text);

/** Asks for a page many times, in this process, signed in, and tells what it took. */
export async function measurePage(school: BenchSchool, path: string, runs: number): Promise<PageFigures> {
  const statements: CompiledQuery[] = [];
  const draws: number[] = [];
  const onSql = (message: unknown) => void (isLogEvent(message) && statements.push(message.query));
  const whole: number[] = [];
  const onAnswer = (message: unknown) => void whole.push(Number(message));
  const onDraw = (message: unknown) => void draws.push(Number(message));
  subscribe('sendero:sql', onSql);
  const first = await school.ask(path);
  unsubscribe('sendero:sql', onSql);
  for (let i = 0; i < Math.min(runs, 40); i++) await school.ask(path);
  subscribe('sendero:draw', onDraw);
  subscribe('sendero:answer', onAnswer);
  for (let i = 0; i < runs; i++) await school.ask(path);
  unsubscribe('sendero:answer', onAnswer);
  unsubscribe('sendero:draw', onDraw);
  return {
    status: first.status,
    whole: median(whole),
    draw: draws.length === 0 ? 0 : median(draws),
    own: statements.filter((query) => !isEveryPages(query)),
    compressedBytes: gzipSync(first.text).length,
  };
}

/** The statements of a page alone, behind the same walls, in milliseconds: the median of `runs`. */
export function measureStatements(
  school: BenchSchool,
  own: readonly CompiledQuery[],
  runs: number,
): Promise<number> {
  return inScope(scopeOf(school.program), programActor(school.schoolId), async (tx) => {
    const times: number[] = [];
    for (let i = 0; i < runs + 20; i++) {
      const from = performance.now();
      for (const query of own) await tx.executeQuery(query);
      if (i >= 20) times.push(performance.now() - from);
    }
    return median(times);
  });
}

/** One `SELECT 1` there and back, in milliseconds. */
export function measureRoundTrip(school: BenchSchool): Promise<number> {
  return inScope(scopeOf(school.program), programActor(school.schoolId), async (tx) => {
    const times: number[] = [];
    for (let i = 0; i < 300; i++) {
      const from = performance.now();
      await sql`select 1`.execute(tx);
      times.push(performance.now() - from);
    }
    return median(times);
  });
}
