import type { Judgement } from '../../../../lib/inspect/checks/check';
import { byField } from '../../../../lib/inspect/checks/webhook/by-field';
import { refusal } from '../../../../lib/inspect/checks/webhook/webhook-rules';
import { Field } from '../../../../lib/inspect/mesh/field';

const rule = refusal('test', 'A field is there.');

function* judge({ path, text }: Field, mapping: Field, context: string): Judgement {
  yield { rule, path, message: `${text ?? ''} in ${mapping.path.join('.')}, ${context}` };
}

const judgeFields = byField<string>({ host: judge, port: judge });
const messages = (value: unknown): string[] => (
  [...judgeFields(Field.root({ spec: value }).at('spec'), 'asked')].map(one => ('message' in one ? `${one.path.join('.')}: ${one.message}` : ''))
);

describe('fields, each judged by its name', () => {
  test('are judged where they are there, in the order of the judges', () => {
    expect(messages({ port: 'b', host: 'a', other: 'c' })).toEqual(['spec.host: a in spec, asked', 'spec.port: b in spec, asked']);
  });

  test.each([
    ['null', { host: null }], ['undefined', { host: undefined }], ['a name that nobody judges', { constructor: 'a' }],
    ['a list', ['host']], ['a text', 'host'], ['nothing', undefined],
  ])('are not judged in %s', (_, value) => {
    expect(messages(value)).toEqual([]);
  });
});
