/** What the school can be behind with for a pupil. The plans say with what; the register shows it. */
export const behindKinds = ['review', 'meetings', 'no_plan', 'unshared'] as const;
export type Behind = (typeof behindKinds)[number];

export const behindLabel: Readonly<Record<Behind, string>> = {
  review: 'Review late',
  meetings: 'Too few meetings with parents',
  no_plan: 'No plan',
  unshared: 'Plan not shared with parents',
};

export const behindOf = (text: string): Behind => {
  const kind = behindKinds.find((known) => known === text);
  if (kind === undefined) throw new Error(`Unknown kind ${text}`);
  return kind;
};
