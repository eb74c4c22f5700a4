import { readCrds } from '../../../scripts/imports/read-crds';
import { widgetCrd } from '../../support/widget-crd';

const widget = widgetCrd();
const gadget = widgetCrd({ kind: 'Gadget' });

const readOne = (text: string): unknown => readCrds([{ name: 'crds.yaml', text }]);

/** Reads the widget with a few fields of its spec replaced. */
const readWidget = (spec: object): unknown => readOne(JSON.stringify({ ...widget, spec: { ...widget.spec, ...spec } }));

test('each file gives its CRDs in their order: documents, with lists expanded and empty ones left out', () => {
  const files = [
    { name: 'b.yaml', text: `---\n${JSON.stringify(widget)}\n---\n---\n${JSON.stringify(gadget)}\n` },
    { name: 'a.json', text: JSON.stringify({ kind: 'List', items: [widgetCrd({ group: 'other.example.com' })] }) },
  ];
  expect([...readCrds(files)]).toEqual([['b.yaml', [widget, gadget]], ['a.json', [widgetCrd({ group: 'other.example.com' })]]]);
});

test('fails when a file is no YAML', () => {
  expect(() => readOne('{{- if .Values.crds }}\na: b\n{{- end }}\n'))
    .toThrow(/^crds\.yaml: cannot be read as YAML: [^\n]+ \(1:3\); Helm templates have to be rendered first \(helm template\)$/);
});

test.each([
  ['nothing', '# only a comment\n', 'crds.yaml: contains no CustomResourceDefinition; leave the file out'],
  ['another object', 'apiVersion: v1\nkind: Service\n', 'crds.yaml: v1 Service is not a CustomResourceDefinition of apiextensions.k8s.io/v1; give files of CRDs only'],
  [
    'a CRD of an API that Kubernetes has removed', 'apiVersion: apiextensions.k8s.io/v1beta1\nkind: CustomResourceDefinition\n',
    'crds.yaml: apiextensions.k8s.io/v1beta1 CustomResourceDefinition is not a CustomResourceDefinition of apiextensions.k8s.io/v1; give files of CRDs only',
  ],
  [
    'an object without version', 'kind: CustomResourceDefinition\n',
    'crds.yaml: no apiVersion, CustomResourceDefinition is not a CustomResourceDefinition of apiextensions.k8s.io/v1; give files of CRDs only',
  ],
  ['a text', 'hello\n', 'crds.yaml: a document without kind is not a CustomResourceDefinition of apiextensions.k8s.io/v1; give files of CRDs only'],
  [
    'a CRD without spec', 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n',
    'crds.yaml: CustomResourceDefinition: spec.group is undefined, expected a DNS name such as networking.istio.io',
  ],
])('fails when a file holds %s', (_, text, message) => {
  expect(() => readOne(text)).toThrow(new Error(message));
});

test.each(['../outside', 'nodots', 'Upper.example.com', 'a..b', 5])('fails when the group is %j, since a file is named after it', group => {
  expect(() => readWidget({ group }))
    .toThrow(new Error(`crds.yaml: widgets.example.com: spec.group is ${JSON.stringify(group)}, expected a DNS name such as networking.istio.io`));
});

test.each([
  ['no kind', { names: { plural: 'widgets' } }],
  ['no names', { names: undefined }],
  ['no versions', { versions: undefined }],
  ['no version that is served', { versions: [{ name: 'v1', served: false, storage: true }] }],
])('fails when a CRD has %s', (_, spec) => {
  expect(() => readWidget(spec)).toThrow(new Error('crds.yaml: widgets.example.com: needs spec.names.kind and at least one version that is served'));
});

test('fails when a CRD stands in two files', () => {
  const text = JSON.stringify(widget);
  expect(() => readCrds([{ name: 'a.yaml', text }, { name: 'b.yaml', text }]))
    .toThrow(new Error('b.yaml: example.com/Widget is defined in a.yaml already; give each CRD once'));
});
