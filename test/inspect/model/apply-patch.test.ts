import { merged, withOperations } from '../../../lib/inspect/model/apply-patch';

test.each([
  ['replaces', { op: 'replace', path: '/spec/hosts/1', value: 'x' }, { spec: { hosts: ['a', 'x'], size: 1 } }],
  ['adds to a mapping', { op: 'add', path: '/spec/tls', value: { mode: 'SIMPLE' } }, { spec: { hosts: ['a', 'b'], size: 1, tls: { mode: 'SIMPLE' } } }],
  ['adds into a list', { op: 'add', path: '/spec/hosts/1', value: 'x' }, { spec: { hosts: ['a', 'x', 'b'], size: 1 } }],
  ['adds behind a list', { op: 'add', path: '/spec/hosts/-', value: 'x' }, { spec: { hosts: ['a', 'b', 'x'], size: 1 } }],
  ['removes a field', { op: 'remove', path: '/spec/size' }, { spec: { hosts: ['a', 'b'] } }],
  ['removes an item', { op: 'remove', path: '/spec/hosts/0' }, { spec: { hosts: ['b'], size: 1 } }],
  ['names keys with signs', { op: 'add', path: '/spec/a~1b~0c', value: 1 }, { spec: { 'hosts': ['a', 'b'], 'size': 1, 'a/b~c': 1 } }],
  ['replaces the last item', { op: 'replace', path: '/spec/hosts/-1', value: 'x' }, { spec: { hosts: ['a', 'x'], size: 1 } }],
  ['copies', { op: 'copy', from: '/spec/hosts/0', path: '/spec/name' }, { spec: { hosts: ['a', 'b'], size: 1, name: 'a' } }],
  ['moves', { op: 'move', from: '/spec/hosts/0', path: '/spec/hosts/1' }, { spec: { hosts: ['b', 'a'], size: 1 } }],
  ['moves nothing that is not there', { op: 'move', from: '/spec/other', path: '/spec/size' }, { spec: { hosts: ['a', 'b'], size: 1 } }],
  ['changes nothing at the root', { op: 'replace', path: '', value: null }, { spec: { hosts: ['a', 'b'], size: 1 } }],
  ['changes nothing behind the end of a list', { op: 'add', path: '/spec/hosts/7', value: 'x' }, { spec: { hosts: ['a', 'b'], size: 1 } }],
  ['changes nothing at what is no place of a list', { op: 'add', path: '/spec/hosts/foo', value: 'x' }, { spec: { hosts: ['a', 'b'], size: 1 } }],
  ['changes nothing by a test', { op: 'test', path: '/spec/size', value: 2 }, { spec: { hosts: ['a', 'b'], size: 1 } }],
  ['changes nothing where there is no such place', { op: 'replace', path: '/other/size/x', value: 2 }, { spec: { hosts: ['a', 'b'], size: 1 } }],
  ['changes nothing by what is none', 'remove', { spec: { hosts: ['a', 'b'], size: 1 } }],
])('an operation %s', (_, operation, expected) => {
  const value = { spec: { hosts: ['a', 'b'], size: 1 } };
  expect(withOperations(value, [operation])).toEqual(expected);
  expect(value).toEqual({ spec: { hosts: ['a', 'b'], size: 1 } });
});

test('operations come one after the other', () => {
  expect(withOperations({}, [{ op: 'add', path: '/a', value: {} }, { op: 'add', path: '/a/b', value: 1 }])).toEqual({ a: { b: 1 } });
});

const containers = [{ name: 'app', image: 'a', env: [{ name: 'X', value: '1' }], args: ['a', 'b'] }, { name: 'log', image: 'b' }];

test.each([
  ['fields', { size: 2, more: { b: 1 } }, false, { size: 2, more: { a: 1, b: 1 }, containers }],
  ['null', { size: null }, false, { more: { a: 1 }, containers }],
  ['lists, which it takes whole', { containers: [{ name: 'x' }] }, false, { size: 1, more: { a: 1 }, containers: [{ name: 'x' }] }],
  ['a mapping in place of another', { more: { $patch: 'replace', c: 1 } }, false, { size: 1, more: { c: 1 }, containers }],
  ['a mapping that goes', { more: { $patch: 'delete' } }, false, { size: 1, containers }],
  ['items by their names', { containers: [{ name: 'app', image: 'c', env: [{ name: 'Y', value: '2' }], args: ['c'] }, { name: 'new' }] }, true, {
    size: 1, more: { a: 1 }, containers: [
      { name: 'app', image: 'c', env: [{ name: 'Y', value: '2' }, { name: 'X', value: '1' }], args: ['c'] }, { name: 'new' }, { name: 'log', image: 'b' },
    ],
  }],
  ['an item that goes', { containers: [{ name: 'log', $patch: 'delete' }] }, true, { size: 1, more: { a: 1 }, containers: containers.slice(0, 1) }],
])('a merge takes %s', (_, patch, isBuiltIn, expected) => {
  expect(merged({ size: 1, more: { a: 1 }, containers }, patch, isBuiltIn)).toEqual(expected);
});

test('items may take the place of all', () => {
  expect(merged({ containers }, { containers: [{ $patch: 'replace' }, { name: 'new' }] }, true)).toEqual({ containers: [{ name: 'new' }] });
});

test('ports of one number differ by their protocols, and items without a key are added', () => {
  const ports = [{ port: 53, protocol: 'UDP' }, { port: 53 }];
  expect(merged({ ports }, { ports: [{ port: 53, protocol: 'UDP', name: 'dns' }, { name: 'x' }] }, true)).toEqual({
    ports: [{ port: 53, protocol: 'UDP', name: 'dns' }, { name: 'x' }, { port: 53 }],
  });
});

test('very deep paths take no time', () => {
  const operations = Array.from({ length: 5000 }, (_, index) => ({ op: 'add', path: '/a'.repeat(index + 1), value: {} }));
  const begin = performance.now();
  withOperations({}, operations);
  expect(performance.now() - begin).toBeLessThan(2000);
});

test('an object can be deleted', () => {
  expect(merged({ size: 1 }, { $patch: 'delete' }, false)).toBeUndefined();
});

test('names of JavaScript are keys as any', () => {
  expect(merged({}, JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'), false)).toEqual(JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'));
});
