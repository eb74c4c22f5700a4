import { readPlain } from '../../../lib/inspect/model/plain-reader';

const TEXT = 'kind: A\nspec:\n  "ports":\n  - name: http\n    port: 1\n  - {name: grpc}\n  text: |\n    x\n';

test.each([
  [[], 'kind: A'],
  [['spec'], 'spec:'],
  [['spec', 'ports'], '"ports":'],
  [['spec', 'ports', 0], 'name: http'],
  [['spec', 'ports', 0, 'port'], 'port: 1'],
  [['spec', 'ports', 1], '{name: grpc}'],
  [['spec', 'ports', 1, 'name'], 'name: grpc}'],
  [['spec', 'text'], 'text: |'],
  [['spec', 'ports', 2, 'name'], '"ports":'],
  [['spec', 'ports', 'name'], '"ports":'],
  [['kind', 0], 'kind: A'],
  [['status'], 'kind: A'],
])('%j begins at %s', (path, line) => {
  const plain = readPlain(`---\n${TEXT}`, { start: 4, end: 4 + TEXT.length, behindMarker: false })!;
  expect(TEXT.slice(plain.offsetOf(path)).split('\n')[0]).toBe(line);

  const written = TEXT.replaceAll('\n', '\r\n');
  const asOnWindows = readPlain(written, { start: 0, end: written.length, behindMarker: false })!;
  expect(written.slice(asOnWindows.offsetOf(path)).split('\r\n')[0]).toBe(line);
});

test('in a long List each place is found, however its lines end', () => {
  const items = Array.from({ length: 700 }, (_, index) => `- kind: K${index}\n  spec:\n    port: ${index}\n`);
  const text = `kind: List\nitems:\n${items.join('')}last: x\n`;
  for (const written of [text, text.replaceAll('\n', '\r\n')]) {
    const plain = readPlain(written, { start: 0, end: written.length, behindMarker: false })!;
    const beginnings = items.map((_, index) => ['kind', 'spec'].map(key => written.slice(plain.offsetOf(['items', index, key])).split(/\r?\n/, 2)));
    expect(beginnings).toEqual(items.map((_, index) => [[`kind: K${index}`, '  spec:'], ['spec:', `    port: ${index}`]]));
    expect(written.slice(plain.offsetOf(['last']))).toMatch(/^last: x/);
  }
});
