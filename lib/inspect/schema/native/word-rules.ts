import { Findings } from '../check/findings';
import { addNotInEnum } from '../check/misfits';
import { Fields, textOf } from './steps';

/** Says of the text at a field that it is none of the words that stand there. */
export function checkWordAt(fields: Fields, key: string, findings: Findings, words: readonly string[]): void {
  const word = textOf(fields[key]);
  if (word !== undefined && !words.includes(word)) {
    findings.path.push(key);
    addNotInEnum(findings, word, words);
    findings.path.pop();
  }
}
