export { vagueWording, wordingRules } from './domain/vague-wording.ts';
