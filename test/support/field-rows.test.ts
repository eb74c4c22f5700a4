import { claimsOf, fieldRowsOf, rowProblems } from './field-rows';

const FIELDS = ['spec.http[].timeout', 'spec.http[].fault.delay', 'spec.http[].fault.abort'];

function rowsWith(...lines: string[]): ReturnType<typeof fieldRowsOf> {
  return fieldRowsOf(['## networking.istio.io', '### VirtualService', '| field | call |', '|---|---|', ...lines].join('\n'));
}

function problems(...lines: string[]): readonly string[] {
  return rowProblems('networking.istio.io/VirtualService', FIELDS, rowsWith(...lines));
}

const TIMEOUT = '| `spec.http[].timeout` | `a.timeout()` (of one route: its options) |';

test('a row has its headings, its fields, and one of a call, a likeness and a reason', () => {
  const rows = rowsWith(TIMEOUT, '| `spec.a`<br>`spec.b.*` | none: Nobody needs it. |', '| `spec.c.*` | as `spec.b.*`, with `y.` for `x.` |', '## Marks', '| `a/b` | `c()` |');

  expect(rows.map(({ section, fields, call, reason, like }) => [section, fields, call ?? reason ?? like])).toEqual([
    ['networking.istio.io/VirtualService', ['spec.http[].timeout'], 'a.timeout()'],
    ['networking.istio.io/VirtualService', ['spec.a', 'spec.b.*'], 'Nobody needs it.'],
    ['networking.istio.io/VirtualService', ['spec.c.*'], { fields: 'spec.b.*', from: 'x.', to: 'y.' }],
    ['Marks', ['a/b'], 'c()'],
  ]);
});

describe('rowProblems', () => {
  test('is content when each field has one row, a narrow one before a wide one', () => {
    expect(problems(TIMEOUT, '| `spec.http[].fault.*` | none: Nobody needs it. |', '| `spec.http[].fault.delay` | `a.delay()` |')).toEqual([]);
  });

  test('says what to do for a field without a row', () => {
    expect(problems(TIMEOUT, '| `spec.http[].fault.delay` | `a.delay()` |')).toEqual([
      'networking.istio.io/VirtualService spec.http[].fault.abort: has no row. Write one under this heading: the call that renders it, '
      + 'or "none: " with the reason and what to do instead.',
    ]);
  });

  test.each([
    ['a field that there is not', '| `spec.http[].timeOut` | `a.timeout()` |', 'spec.http[].timeOut: no such field in the schema. Remove it from its row, or mend its name.'],
    ['a second row of one field', TIMEOUT, 'spec.http[].timeout: 2 rows claim it. Leave one.'],
    ['a row that is never meant', '| `spec.http[].fault.abort.*` | `a()` |', 'spec.http[].fault.abort.*: no such field in the schema. Remove it from its row, or mend its name.'],
  ])('finds %s', (_, line, problem) => {
    expect(problems(TIMEOUT, '| `spec.http[].fault.*` | `a.fault()` |', line)).toEqual([`networking.istio.io/VirtualService ${problem}`]);
  });

  test('finds a wide row that narrower ones have emptied', () => {
    const narrow = '| `spec.http[].fault.delay`<br>`spec.http[].fault.abort` | `a.fault()` |';
    expect(problems(TIMEOUT, narrow, '| `spec.http[].fault.*` | none: Nobody needs it. |')).toEqual([
      'networking.istio.io/VirtualService spec.http[].fault.*: narrower rows speak of all that it means. Remove it.',
    ]);
  });
});

test('claimsOf gives each field of a call, also of one that is said like another, and none for a reason', () => {
  const rows = rowsWith('| `spec.all.a` | `x.a(1); x.b()` |', '| `spec.all.*` | none: Nobody needs it. |', '| `spec.ports[].*` | as `spec.all.*`, with `x.onPort(80).` for `x.` |');

  expect(claimsOf('networking.istio.io/VirtualService', ['spec.all.a', 'spec.all.c', 'spec.ports[].a', 'spec.ports[].c'], rows)).toEqual([
    { section: 'networking.istio.io/VirtualService', field: 'spec.all.a', call: 'x.a(1); x.b()' },
    { section: 'networking.istio.io/VirtualService', field: 'spec.ports[].a', call: 'x.onPort(80).a(1); x.onPort(80).b()' },
  ]);
});
