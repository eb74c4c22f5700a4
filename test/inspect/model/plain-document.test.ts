import { plainOffset } from '../../../lib/inspect/model/plain-document';
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
  expect(TEXT.slice(plainOffset(plain, path)).split('\n')[0]).toBe(line);

  const written = TEXT.replaceAll('\n', '\r\n');
  const asOnWindows = readPlain(written, { start: 0, end: written.length, behindMarker: false })!;
  expect(written.slice(plainOffset(asOnWindows, path)).split('\r\n')[0]).toBe(line);
});
