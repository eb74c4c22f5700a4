import path from 'node:path';
import { readCrds } from '../../lib/cli/crd-files';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';
import { fill, temporaryFolder } from '../support/folder';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));
const folder = temporaryFolder();

/** A CRD as JSON, which is YAML too, with this schema of `wheels` on its last line but one. */
const crd = (kind: string, wheels = '{"type": "integer"}'): string => `{"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
"metadata": {"name": "cars.example.com"},
"spec": {"group": "example.com", "scope": "Namespaced", "names": {"kind": "${kind}", "plural": "cars"},
"versions": [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema": {"properties":
{"wheels": ${wheels}}
}}}]}}
`;
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: orders}\n';

/** The kinds that are read from these files. */
function kindsIn(files: Readonly<Record<string, string>>, ...places: string[]): string[] {
  fill(folder.path, files);
  return readCrds(places.map(place => path.join(folder.path, place)), schemas).map(({ spec }) => spec.names.kind);
}

/** Why the definitions in `crds/a.yaml` are not taken. */
function refusal(text: string): string {
  try {
    return kindsIn({ 'crds/a.yaml': text }, 'crds').join(', ');
  } catch (error) {
    return (error as Error).message.replace(`${folder.path}/`, '');
  }
}

test('CRDs come from all places, out of lists and from between other objects', () => {
  const list = `kind: List\napiVersion: v1\nitems:\n- ${crd('Bus').replaceAll('\n', '\n  ')}\n`;
  expect(kindsIn({ 'a.yaml': `${service}---\n${crd('Car')}---\n${list}`, 'more/b.json': crd('Tram') }, 'a.yaml', 'more')).toEqual(['Car', 'Bus', 'Tram']);
});

test('each place has to hold one', () => {
  expect(refusal(service)).toMatch(/^--crds crds: contains no CustomResourceDefinition of apiextensions.k8s.io\/v1: name a file or folder that does$/);
  expect(() => kindsIn({ 'a.yaml': crd('Car'), 'b.yaml': service }, 'a.yaml', 'b.yaml')).toThrow(/b\.yaml: contains no CustomResourceDefinition/);
});

test.each([
  ['what is expected and the repair', '{"type": "Integer"}', '5:13: invalid type "Integer", expected "object", "array", "string", "integer", "number" or "boolean": did you mean "integer"?'],
  ['a wrong type, whose message names the right one', '{"x-kubernetes-validations": {}}', '5:13: x-kubernetes-validations must be a list, not an object: make it a list item, with "- " in front'],
  ['a defect for which nobody knows a repair', 'null', '5:2: wheels must be a schema, not null: fix the definition, or remove it'],
])('a malformed CRD is refused: %s', (_, wheels, reason) => {
  expect(refusal(crd('Car', wheels))).toBe(`crds/a.yaml:${reason}`);
  expect(refusal(`kind: List\napiVersion: v1\nitems:\n- ${crd('Car', wheels)}`)).toContain('crds/a.yaml:8:');
});

test('a file that cannot be read as YAML is refused, with the place', () => {
  expect(refusal(`${service}---\n{"a": 1, "a": 2}\n`)).toMatch(/^crds\/a\.yaml:5:10: .*"a"/);
  expect(refusal('a: [')).toBe('crds/a.yaml:1:4: the bracket that opens here is not closed: close the bracket');
});
