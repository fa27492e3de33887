import { codeList } from './codes.ts';

/** What a language is to a pupil in a Common Transfer File. Labels from general knowledge. */
export const languageType = codeList({
  name: 'language_type',
  source: 'Common Transfer File; general knowledge',
  codes: [
    { code: 'F', label: 'First language' },
    { code: 'M', label: 'Main/other language used at home' },
    { code: 'H', label: 'Home language' },
    { code: 'T', label: 'Tuition language' },
    { code: 'S', label: 'Second language' },
    { code: 'C', label: 'Correspondence language' },
    { code: 'U', label: 'Language used in ... (unverified)', status: 'unverified' },
    { code: 'V', label: '(unverified)', status: 'unverified' },
    { code: 'W', label: '(unverified)', status: 'unverified' },
  ],
});
