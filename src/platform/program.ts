import type { Member } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Auth } from './auth/auth.ts';
import type { Throttle } from './auth/throttle.ts';
import type { Clock } from './clock/clock.ts';
import type { Database } from './db/connect.ts';
import type { FindActor, Reaction, Tx } from './db/scope.ts';
import type { Files } from './files/files.ts';
import type { Scanner } from './files/scanner.ts';
import type { Jobs } from './jobs/queue.ts';
import type { Post } from './mail/mail.ts';
import type { Settings } from './settings.ts';

export type NavItem = { readonly label: string; readonly href: string };

/** Everything that a running Sendero is made of, put together once at the start and handed to what needs it. */
export type Program = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly database: Database;
  readonly auth: Auth;
  readonly throttles: Readonly<
    Record<'signIn' | 'address' | 'apiRequest' | 'apiChange' | 'wrongToken', Throttle>
  >;
  readonly post: Post;
  readonly jobs: Jobs;
  readonly files: Files;
  /** Null where no virus scanner is set up. */
  readonly scanner: Scanner | null;
  readonly reactions: readonly Reaction[];
  readonly findActor: FindActor<Member>;
  /** Asked before anything about one pupil opens; stops whoever must say something first. */
  readonly beforePupil: (tx: Tx, pupilId: PupilId) => Promise<void>;
  /** The menu of somebody: only what they may open. */
  readonly nav: (actor: Member) => readonly NavItem[];
  readonly assets: Readonly<Record<'css' | 'js' | 'offline' | 'signOut' | 'worker', readonly string[]>>;
};

/** What `asPerson` and `inScope` ask of a program. */
export const scopeOf = (program: Program) => ({
  db: program.database.app,
  clock: program.clock,
  reactions: program.reactions,
});
