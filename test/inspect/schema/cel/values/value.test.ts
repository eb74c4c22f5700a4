import { CelList } from '../../../../../lib/inspect/schema/cel/values/cel-list';
import { Uint } from '../../../../../lib/inspect/schema/cel/values/uint';
import { kindOf } from '../../../../../lib/inspect/schema/cel/values/value';
import type { CelValue } from '../../../../../lib/inspect/schema/cel/values/value';

test.each<[CelValue, string]>([
  [true, 'bool'], [1n, 'int'], [1, 'double'], ['a', 'string'], [null, 'null_type'], [new Uint8Array(1), 'bytes'], [Uint.of(1n), 'uint'], [CelList.of([]), 'list'],
])('the type of %p is %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind);
});
