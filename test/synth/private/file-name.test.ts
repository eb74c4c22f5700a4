import fc from 'fast-check';
import { fileName, isFilePath } from '../../../lib/synth/private/file-name';

test('parts are joined by dots', () => {
  expect(fileName(['team', 'shop'], '.k8s.yaml')).toBe('team.shop.k8s.yaml');
  expect(fileName(['Gateway', 'networking.istio.io', 'web'], '')).toBe('Gateway.networking.istio.io.web');
});

test.each([
  ['a/b', 'a%2Fb'], ['../../etc/passwd', '%2E.%2F..%2Fetc%2Fpasswd'], ['C:\\x', 'C%3A%5Cx'], ['a\0b', 'a%00b'], ['system:node', 'system%3Anode'], ['a b\n', 'a%20b%0A'],
  ['größe', 'gr%C3%B6%C3%9Fe'], ['日本', '%E6%97%A5%E6%9C%AC'], ['😀', '%F0%9F%98%80'], ['100%', '100%25'], ['a%2Fb', 'a%252Fb'],
])('the foreign characters of %j are escaped', (part, name) => {
  expect(fileName([part], '.yaml')).toBe(`${name}.yaml`);
});

test.each([['.hidden', '%2Ehidden'], ['.', '%2E'], ['..', '%2E%2E'], ['end.', 'end%2E']])('%j is neither hidden nor a way to another folder', (part, name) => {
  expect(fileName([part], '')).toBe(name);
});

test('a name of nothing is not hidden by its extension', () => {
  expect(fileName([''], '.yaml')).toBe('%2Eyaml');
});

test('an extension is escaped as well', () => {
  expect(fileName(['a'], '/../../x')).toBe('a%2F..%2F..%2Fx');
});

test('a name that is too long is cut and gets a digest of the whole', () => {
  const [one, other] = ['y', 'z'].map(end => fileName(['Service', 'x'.repeat(300) + end], '.k8s.yaml'));
  expect(one).toMatch(/^Service\.x{216}\.[0-9a-f]{16}\.k8s\.yaml$/);
  expect([one, other].map(name => name.length)).toEqual([250, 250]);
  expect(one).not.toBe(other);
});

test('no name is cut that a file system takes with room for a suffix of other tools', () => {
  expect(fileName(['x'.repeat(245)], '.yaml')).toBe(`${'x'.repeat(245)}.yaml`);
  expect(fileName(['x'.repeat(246)], '.yaml')).toMatch(/^x{228}\.[0-9a-f]{16}\.yaml$/);
});

test.each([0, 1, 2])('a name is not cut within an escaped character, %i off', offset => {
  expect(fileName(['x'.repeat(offset) + '/'.repeat(200)], '.yaml')).toMatch(/^x*(?:%2F)+\.[0-9a-f]{16}\.yaml$/);
});

test('fails when the extension leaves no room for a name that is cut', () => {
  expect(() => fileName(['x'.repeat(300)], `.${'y'.repeat(100)}`))
    .toThrow(`outputFileExtension ".${'y'.repeat(100)}": leaves no room for the file name; at most 100 characters are allowed. Shorten it.`);
});

test('whatever the parts are, the name is a single one, and different short parts have different names', () => {
  const parts = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
  fc.assert(fc.property(parts, parts, (one, other) => {
    const [first, second] = [one, other].map(part => fileName([part], '.yaml'));
    expect([isFilePath(first), first.includes('/'), Buffer.from(first).length <= 255]).toEqual([true, false, true]);
    expect(first === second).toBe(one === other);
  }), { numRuns: 2000, seed: 1 });
});

test.each(['a.yaml', 'shop/Service.web.yaml', 'a/b/c', '-', '%2E'])('%j is the path of a file of ours', file => {
  expect(isFilePath(file)).toBe(true);
});

test.each(['', '/', '/etc/passwd', '../a', 'a/../b', 'a/..', './a', 'a//b', 'a/', '.git/config', 'a b', 'a\\b', 'C:/a', 'a\0', 'a.', 'ä', 'x'.repeat(251)])('%j is not', file => {
  expect(isFilePath(file)).toBe(false);
});

test.each([
  ['con', 'con.yaml', '%63on.yaml'], ['AUX', 'AUX.yaml', '%41UX.yaml'], ['a port', 'com1.yaml', '%63om1.yaml'], ['a device without an extension', 'nul', '%6Eul'],
])('%s is a device on Windows, so it is escaped', (_, name, expected) => {
  expect(fileName([name], '')).toBe(expected);
  expect(isFilePath(expected)).toBe(true);
});

test.each(['console.yaml', 'com10.yaml', 'my.con.yaml'])('%s is none', name => {
  expect(fileName([name], '')).toBe(name);
});
