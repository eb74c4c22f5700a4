import { answersTo, questionCrd, questionObject } from '../../../scripts/record-cel/question-crd';

const questions = [
  { schema: { type: 'integer' }, self: 5, rule: { rule: 'self == 5' } },
  { schema: { type: 'string' }, self: 'a', rule: { rule: 'self == "b"', message: 'must be b' } },
];

test('a question is a field with its rule', () => {
  const { spec } = questionCrd(questions) as { spec: { versions: ReadonlyArray<{ schema: { openAPIV3Schema: unknown } }> } };
  expect(spec.versions[0].schema.openAPIV3Schema).toEqual({
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: {
          q0: { 'type': 'integer', 'x-kubernetes-validations': [{ rule: 'self == 5' }] },
          q1: { 'type': 'string', 'x-kubernetes-validations': [{ rule: 'self == "b"', message: 'must be b' }] },
        },
      },
    },
  });
});

test('the object has the values in these fields', () => {
  expect(questionObject(questions)).toEqual({
    apiVersion: 'cel.example.com/v1', kind: 'Question', metadata: { name: 'question' }, spec: { q0: 5, q1: 'a' },
  });
});

test('a complaint about a field is the answer to its question', () => {
  expect(answersTo(questions, [['spec.q1.x', 'must be b']])).toEqual([null, ['.x', 'must be b']]);
});
