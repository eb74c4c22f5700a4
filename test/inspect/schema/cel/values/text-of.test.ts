import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { CelList } from '../../../../../lib/inspect/schema/cel/values/cel-list';
import { CelType } from '../../../../../lib/inspect/schema/cel/values/cel-type';
import { toDuration } from '../../../../../lib/inspect/schema/cel/values/duration';
import { textOf } from '../../../../../lib/inspect/schema/cel/values/text-of';
import { Timestamp } from '../../../../../lib/inspect/schema/cel/values/timestamp';
import { Uint } from '../../../../../lib/inspect/schema/cel/values/uint';
import type { CelValue } from '../../../../../lib/inspect/schema/cel/values/value';

test.each<[CelValue, string]>([
  [1n, '1'], [1e6, '1e+06'], [Uint.of(1n), '1'], ['a', 'a'], [true, 'true'], [null, 'null'], [Buffer.from('é'), 'é'], [Buffer.from('\ufeffa'), '\ufeffa'],
  [toDuration('1m'), '60s'], [Timestamp.of(0n), '1970-01-01T00:00:00Z'], [CelType.of(1n), 'int'], [CelList.of([1n]), 'list'],
])('%p is written %s', (value, text) => {
  expect(textOf(value)).toBe(text);
});

test('fails on bytes that are no text', () => {
  expect(() => textOf(new Uint8Array([0xff]))).toThrow(new CelError('invalid UTF-8 in bytes, cannot convert to string'));
});
