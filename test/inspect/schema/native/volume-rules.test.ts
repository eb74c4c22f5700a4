import { judgeAll } from '../../../support/judge-native';

const judge = (...volumes: readonly object[]): readonly string[] =>
  judgeAll('v1', 'Pod', { containers: [{ name: 'web', image: 'b' }], volumes }).map(line => line.replace('spec.', ''));

test('a volume has a name of its own and one source', () => {
  expect(judge({ name: 'a_b' }, { name: 'a', emptyDir: {}, secret: { secretName: 's' } }, { name: 'a', configMap: { name: 'c' } })).toEqual([
    'volumes[0].name: format: the name "a_b" is not a valid DNS label: use lowercase letters, digits and "-", starting and ending with a letter or digit',
    'volumes[1]: one-of: emptyDir and secret are mutually exclusive (one source of the volume)',
    'volumes[2].name: duplicate: duplicate name "a" (each name only once)',
  ]);
});

test.each(['secret', 'configMap', 'downwardAPI', 'projected'])('files of a %s have a mode', source => {
  const files = { name: 'a', secretName: 'a', sources: [] };
  const own = Object.entries(files).filter(([key]) => (key === OWN[source]));
  const of = (defaultMode: number): object => ({ name: 'v', [source]: { ...Object.fromEntries(own), defaultMode } });
  expect(judge(of(0o777), { ...of(0), name: 'w' })).toEqual([]);
  expect(judge(of(644), { ...of(-1), name: 'w' })).toEqual([
    `volumes[0].${source}.defaultMode: bounds: defaultMode is 644 (0 to 0777, which is 511); write it in octal: 0644, which is 420`,
    `volumes[1].${source}.defaultMode: bounds: defaultMode is -1 (0 to 0777, which is 511)`,
  ]);
});

const OWN: Readonly<Record<string, string>> = { configMap: 'name', secret: 'secretName', projected: 'sources' };

test('and so has each of them', () => {
  const items = [{ key: 'a', path: 'a', mode: 999 }];
  const fields = [{ path: 'a', mode: 999, fieldRef: { fieldPath: 'metadata.name' } }];
  expect(judge({ name: 'v', secret: { secretName: 's', items } }, { name: 'w', projected: { sources: [{ configMap: { name: 'c', items } }, { downwardAPI: { items: fields } }] } })).toEqual([
    'volumes[0].secret.items[0].mode: bounds: mode is 999 (0 to 0777, which is 511)',
    'volumes[1].projected.sources[0].configMap.items[0].mode: bounds: mode is 999 (0 to 0777, which is 511)',
    'volumes[1].projected.sources[1].downwardAPI.items[0].mode: bounds: mode is 999 (0 to 0777, which is 511)',
  ]);
});

test('a source says which object it is', () => {
  expect(judge({ name: 'a', secret: {} }, { name: 'b', configMap: {} }, { name: 'c', projected: { sources: [{ secret: {} }, { configMap: {} }] } }, { name: 'd', ephemeral: {} })).toEqual([
    'volumes[0].secret.secretName: required: secretName is missing (a string)',
    'volumes[1].configMap.name: required: name is missing (a string)',
    'volumes[2].projected.sources[0].secret.name: required: name is missing (a string)',
    'volumes[2].projected.sources[1].configMap.name: required: name is missing (a string)',
    'volumes[3].ephemeral.volumeClaimTemplate: required: volumeClaimTemplate is missing (an object)',
  ]);
});
