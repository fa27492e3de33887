export { hashOfCode } from './commands/voice-code.ts';
export { codeFrom, codeWords, mostTries } from './domain/voice-link.ts';
export { listSignedWords } from './queries/list-signed-words.ts';
