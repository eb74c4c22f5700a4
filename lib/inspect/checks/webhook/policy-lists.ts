import { isObject } from '../../is-object';
import type { Field } from '../../mesh/field';
import type { Judgement, Problem } from '../check';
import { broken } from './broken';
import { byField } from './by-field';
import { refusal } from './webhook-rules';

/** The rule about texts of a policy that say nothing. */
export const emptyValue = refusal('policy-value-empty', 'A list of a policy contains an empty string, which matches nothing.');

/** What is wrong with a text of a list, which is not empty; undefined when nothing is. */
export type TextProblem = (text: string, field: Field) => Problem | undefined;

/** The names of lists, each with the one that says the opposite: `ports` and `notPorts`. */
export function withOpposites(names: readonly string[]): string[] {
  return names.flatMap(name => [name, opposite(name)]);
}

function opposite(name: string): string {
  return `not${name[0].toUpperCase()}${name.slice(1)}`;
}

/** The lists of these names that hold something. */
export function listsOf(field: Field, names: readonly string[]): Field[] {
  return names.map(name => field.at(name)).filter(({ isFilled }) => isFilled);
}

/** Whether one of the lists of these names holds something. */
export function hasList(field: Field, names: ReadonlySet<string>): boolean {
  const { value } = field;
  return isObject(value) && Object.keys(value).some(name => names.has(name) && field.at(name).isFilled);
}

/** Judges the texts of lists by the names of these, and of those that say the opposite. */
export function byList(problems: Readonly<Record<string, TextProblem>>): (mapping: Field) => Judgement {
  return byField(Object.fromEntries(Object.entries(problems).flatMap(([name, problem]) => {
    const judge = (list: Field): Judgement => texts(list, problem);
    return [[name, judge], [opposite(name), judge]];
  })));
}

/** What is said of the texts of a list. */
export function* texts(list: Field, problemOf: TextProblem): Judgement {
  for (const item of list.items()) {
    const { text } = item;
    const problem = text === undefined || text === '' ? undefined : problemOf(text, item);
    if (text === '') {
      yield broken(emptyValue, item, 'an empty string matches nothing', 'remove it, or write the intended value');
    } else if (problem !== undefined) {
      yield problem;
    }
  }
}

/** Of a list that may name everything. */
export function anything(): undefined {
  return undefined;
}
