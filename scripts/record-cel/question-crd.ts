import type { Question } from './questions';
import type { Complaint } from './tables';

export const GROUP = 'cel.example.com';

/** A CRD in which each question is a field with its rule. */
export function questionCrd(questions: readonly Question[]): object {
  const properties = Object.fromEntries(questions.map(({ schema, rule }, place) => [`q${place}`, { ...schema, 'x-kubernetes-validations': [rule] }]));
  return {
    apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: `questions.${GROUP}` },
    spec: {
      group: GROUP, scope: 'Namespaced', names: { plural: 'questions', kind: 'Question' },
      versions: [{
        name: 'v1', served: true, storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties } } } },
      }],
    },
  };
}

/** The object of that CRD which asks them. */
export function questionObject(questions: readonly Question[]): Readonly<Record<string, unknown>> {
  return {
    apiVersion: `${GROUP}/v1`, kind: 'Question', metadata: { name: 'question' },
    spec: Object.fromEntries(questions.map(({ self }, place) => [`q${place}`, self])),
  };
}

/** The answer to each question, among what is wrong with the object; null where nothing is. */
export function answersTo(questions: readonly Question[], complaints: readonly Complaint[]): ReadonlyArray<Complaint | null> {
  const byPlace = new Map(complaints.map(([field, message]): [number, Complaint] => {
    const [, place, rest] = /^spec\.q(\d+)(.*)$/.exec(field)!;
    return [Number(place), [rest, message]];
  }));
  return questions.map((_, place) => byPlace.get(place) ?? null);
}
