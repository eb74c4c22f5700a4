import { companionFiles, CompanionWish } from '../../../lib/synth/private/companion-files';

const wish = (path: string, owner = 'shop/web', text: string | undefined = 'text'): CompanionWish => ({ owner, companion: { path, content: () => text } });
const namesOf = (wishes: CompanionWish[], objects: string[] = ['shop.k8s.yaml']): string[] => [...companionFiles(wishes, objects).keys()];

test('files stand beside objects, in the order of the tree; one without a text is none', () => {
  const wishes = [wish('RUNBOOK.md'), wish('install/values.yaml', 'mesh', 'a: 1\n'), { owner: 'mesh', companion: { path: 'NOTES.md', content: () => undefined } }];
  expect([...companionFiles(wishes, ['shop.k8s.yaml'])]).toEqual([['RUNBOOK.md', 'text'], ['install/values.yaml', 'a: 1\n']]);
});

test('fails when two would share a file, with both paths; the case of a name does not tell them apart', () => {
  expect(() => namesOf([wish('install/a.txt', 'one'), wish('install/a.txt', 'two')]))
    .toThrow(new Error('two: would write install/a.txt, which conflicts with one. Rename one of the two.'));
  expect(() => namesOf([wish('readme.md', 'one'), wish('README.md', 'two')]))
    .toThrow(new Error('two: would write README.md, which conflicts with one. Rename one of the two.'));
});

test('fails where objects are', () => {
  expect(() => namesOf([wish('shop/orders')], ['shop/orders']))
    .toThrow(new Error('shop/web: would write shop/orders, which conflicts with the file shop/orders with objects. Rename one of the two.'));
});

test('fails when a file would have the name of a folder, or lie below a file', () => {
  expect(() => namesOf([wish('install/a.txt', 'one'), wish('install', 'two')])).toThrow(/^two: would write install, which conflicts with one\./);
  expect(() => namesOf([wish('install', 'one'), wish('install/a.txt', 'two')])).toThrow(/^two: would write install\/a\.txt, which conflicts with one\./);
});

test.each(['values.yaml', 'values.JSON', 'kustomization.yml'])('fails where kubectl apply would read %s', name => {
  expect(() => namesOf([wish(name)])).toThrow(new Error(
    `shop/web: would write ${name}, which is not a Kubernetes object, into a folder that kubectl apply -f reads. Put it into its own folder, such as "install/${name}".`,
  ));
});

test('fails in a folder with objects, as that of a namespace is', () => {
  const objects = ['install/ConfigMap.settings.k8s.yaml'];
  expect(() => namesOf([wish('install/values.yaml')], objects)).toThrow(/^shop\/web: would write install\/values\.yaml, which is not a Kubernetes object/);
  expect(namesOf([wish('install/values.txt'), wish('install/istiod/values.yaml')], objects)).toEqual(['install/values.txt', 'install/istiod/values.yaml']);
});

test.each(['../x.md', '/etc/x.md', 'a//b.md', '.hidden', 'a b.md', ''])('fails on the path %j', path => {
  expect(() => namesOf([wish(path)])).toThrow(`shop/web: ${JSON.stringify(path)} is not a valid path below the output folder.`);
});
