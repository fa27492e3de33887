/** The source of what a person wrote here; a file's facts name the file. Imports leave such facts alone. */
export const ownSource = 'Sendero';
