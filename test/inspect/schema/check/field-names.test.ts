import { Context } from '../../../../lib/inspect/schema/check/context';
import { namesSpelledLike } from '../../../../lib/inspect/schema/check/field-names';
import { SchemaNode } from '../../../../lib/inspect/schema/node';

const nodes: readonly SchemaNode[] = [{ t: 'o', p: { timeOut: 1, ports: 1 } }, { t: 'o', p: { time_out: 0, timeOut: 0, timeouts: 0 } }];
const context = { nodes, metadata: { nodes: [{ t: 'o', p: { 'labels': 0, 'time-out': 0 } }], root: 0 } } as unknown as Context;

test('names are found wherever they stand, each once, those of the metadata last', () => {
  expect(namesSpelledLike(context, 'TimeOut')).toEqual(['timeOut', 'time_out', 'time-out']);
  expect(namesSpelledLike(context, 'LABELS')).toEqual(['labels']);
});

test('a word that is spelled otherwise has none, whatever objects inherit', () => {
  expect(['timeot', 'constructor', ''].map(word => namesSpelledLike(context, word))).toEqual([[], [], []]);
});
