import type { VNode } from 'preact';
import type { Account, TakenSession, Told, Waiting } from '../../modules/provision/domain/offline/outbox.ts';
import type { Held } from './box.ts';
import type { Hitch } from './send.ts';

/**
 * The form that is open, drawn once: drawn anew with the screen, it would forget what is being typed.
 */
export type Opened = { readonly of: string; readonly form: VNode } | null;

export type Acts = {
  readonly tell: (session: TakenSession, told: Told) => void;
  /** Opens the form of a session, for who was missing or for why it did not happen. */
  readonly open: (session: TakenSession, state: Account['state']) => void;
  readonly close: () => void;
  readonly drop: (waiting: Waiting) => void;
  readonly sayAgain: (session: TakenSession, waiting: Waiting) => void;
  readonly forgetLost: () => void;
  readonly send: () => void;
};

export type Seen = {
  readonly held: Held | null;
  readonly hitch: Hitch | null;
  readonly isAsking: boolean;
  readonly opened: Opened;
  readonly today: string;
  /** How many taps of other people wait on this device. */
  readonly others: number;
  readonly acts: Acts;
};

export const keyOf = ({ slotId, on }: Pick<TakenSession, 'slotId' | 'on'>): string => `${slotId}-${on}`;

/** Which button of a form was pressed. */
export const pressed = (event: SubmitEvent): string => {
  event.preventDefault();
  return event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
};
