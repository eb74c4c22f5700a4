import type { KubeObject } from '../../../lib/inspect/model/kube-object';
import type { Patch } from '../../../lib/inspect/model/kustomize-step';
import { patched } from '../../../lib/inspect/model/patched-object';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

const document = new YamlDocument(new SourceFile('a.yaml', ''), { start: 0, end: 0, behindMarker: false });
const written: KubeObject = { value: { kind: 'Car', metadata: { name: 'a' }, color: 'red' }, document, path: [] };

const paint = (name: string, color: string): Patch => ({
  matches: (_, called) => called.some(one => one.name === name), apply: value => ({ ...value, color }), places: [['color']],
});

test('patches are applied one after the other, to what they are for', () => {
  const [blue, green] = [paint('a', 'blue'), paint('b', 'green')];
  const { value, kustomized } = patched(written, [blue, green])!;
  expect([value, kustomized]).toEqual([{ ...written.value, color: 'blue' }, { written, patches: [blue] }]);
  expect(patched(written, [green])).toBe(written);
});

test('a patch may mean the name that an object has by then, and not one that it gets later', () => {
  const naming = { namespace: 'shop', prefix: 'dev-', suffix: '' };
  const steps = [paint('dev-a', 'blue'), naming, paint('dev-a', 'green'), paint('a', 'white')];
  expect(patched(written, steps)!.kustomized!.patches).toEqual([steps[2], steps[3]]);
  expect(patched(written, steps)!.value.color).toBe('white');
});

test('a patch that nobody knows changes nothing here, and is remembered', () => {
  const unknown: Patch = { matches: () => true, places: [] };
  expect(patched(written, [unknown])).toEqual({ ...written, kustomized: { written, patches: [unknown] } });
});

test('what a patch deletes is gone for the next ones', () => {
  const never = jest.fn(() => true);
  expect(patched(written, [{ matches: () => true, apply: () => undefined, places: [[]] }, { matches: never, places: [] }])).toBeUndefined();
  expect(never).not.toHaveBeenCalled();
});
