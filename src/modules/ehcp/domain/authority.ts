/** What an authority asks to be sent with a request, in its own words. It is the authority's wish, never a condition. */
export const askKinds = ['cycles', 'costs', 'form', 'advice', 'views', 'other'] as const;
export type AskKind = (typeof askKinds)[number];

export type AuthorityAsk = { readonly words: string; readonly kind: AskKind };

/** What an authority does its own way: only what differs from what is usual. None of it is law. */
export type AuthorityRules = {
  readonly draftWeek?: number | undefined;
  readonly askAdviceDays?: number | undefined;
  readonly asks: readonly AuthorityAsk[];
};

export type Authority = {
  readonly authorityId: string;
  /** Its number in the list of local authorities; null where it is not in there. */
  readonly code: string | null;
  readonly name: string;
  readonly teamContact: string | null;
  readonly teamEmail: string | null;
  readonly teamPost: string | null;
  readonly teamPhone: string | null;
  readonly rules: AuthorityRules;
  readonly isWithdrawn: boolean;
  readonly version: number;
};
