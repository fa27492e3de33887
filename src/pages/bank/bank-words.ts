export const staleBankWords =
  'Somebody changed this entry while you were writing. Nothing was overwritten: compare the two and save again if yours is right';
