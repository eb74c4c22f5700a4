import path from 'node:path';
import { OWNERSHIP_LIST, ownershipText, readOwnershipList } from '../../../lib/synth/private/ownership-list';
import { fill, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

function read(text: string): string[] {
  fill(temporary.path, { [OWNERSHIP_LIST]: text });
  return [...readOwnershipList(temporary.path).files];
}

test('a list is a sorted text of one path a line, which says what it is', () => {
  expect(ownershipText(['shop/b.yaml', 'shop/a.yaml', 'Z.yaml', 'a.yaml'])).toBe(`\
# The files that cdk8s-mesh renders into this folder; it replaces and removes no other. Commit this list along with them.
Z.yaml
a.yaml
shop/a.yaml
shop/b.yaml
`);
});

test('what is written is read', () => {
  const files = ['a.yaml', 'shop/Service.web.k8s.yaml', 'gr%C3%B6%C3%9Fe'];
  const text = ownershipText(files);
  fill(temporary.path, { [OWNERSHIP_LIST]: text });
  expect(readOwnershipList(temporary.path)).toEqual({ text, files: new Set(files), provided: new Set() });
});

test('what the files need and do not hold stands before them, and is read', () => {
  const text = ownershipText(['a.yaml'], ['Service shop/web', 'Secret shop/tls']);
  fill(temporary.path, { [OWNERSHIP_LIST]: text });
  expect(text.split('\n').slice(1)).toEqual(['# provided: Secret shop/tls', '# provided: Service shop/web', 'a.yaml', '']);
  expect(readOwnershipList(temporary.path)).toEqual({ text, files: new Set(['a.yaml']), provided: new Set(['Secret shop/tls', 'Service shop/web']) });
});

test('line ends of Windows, empty lines, comments and a missing end of line do not matter', () => {
  expect(read('# comment\r\n\r\na.yaml\r\n  b.yaml  \n#\nc.yaml')).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
});

test('a list in which a merge left both sides names the files of both', () => {
  expect(read('a.yaml\n<<<<<<< HEAD\nb.yaml\n||||||| 1234567\n=======\nc.yaml\n>>>>>>> branch/of-somebody\n')).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
});

test('an empty list is one', () => {
  expect(read('')).toEqual([]);
});

test.each(['../outside.yaml', '/etc/passwd', 'shop/../../outside.yaml', '..', '.', '.git/config', 'C:\\boot.ini', 'a//b', 'a\0b', '<<<<<<<', '{"files": []}'])('fails on the line %j', line => {
  expect(() => read(`# comment\na.yaml\n${line}\n`)).toThrow(`${path.join(temporary.path, OWNERSHIP_LIST)}:3: ${JSON.stringify(line)} is not the path of a file that cdk8s-mesh writes. Expected a path below the folder, with "/". Remove the line.`);
});
