export type SentLink = { readonly address: string; readonly isMailed: boolean };

/** The only time that a link is shown: afterwards Sendero knows no more than its hash. */
export const linkWords = ({ address, isMailed }: SentLink): string =>
  `${isMailed ? 'Invitation sent.' : 'The mail could not be sent.'} To hand it over yourself, this link is shown only now: ${address}`;
