export { listSignedWords } from './queries/list-signed-words.ts';
