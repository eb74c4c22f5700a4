import { allowsNamespace } from '../../../lib/inspect/mesh/allowed-namespaces';
import { Field } from '../../../lib/inspect/mesh/field';
import { kube } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const listener = (namespaces: object): Field => Field.root({ allowedRoutes: { namespaces } });
const ofTeam = listener({ from: 'Selector', selector: { matchLabels: { team: 'shop' } } });
const shop = kube('Namespace shop labels: {team: shop}');

test.each([
  ['all of its own namespace', { listener: Field.root({}), asking: 'edge', yaml: '', isTaken: true }],
  ['none of another', { listener: Field.root({}), asking: 'shop', yaml: '', isTaken: false }],
  ['all of all', { listener: listener({ from: 'All' }), asking: 'shop', yaml: '', isTaken: true }],
  ['nothing', { listener: listener({ from: 'None' }), asking: 'edge', yaml: '', isTaken: false }],
  ['those with labels', { listener: ofTeam, asking: 'shop', yaml: shop, isTaken: true }],
  ['none without them', { listener: ofTeam, asking: 'web', yaml: kube('Namespace web'), isTaken: false }],
  ['nobody knows, of labels that are not shown', { listener: ofTeam, asking: 'shop', yaml: '', isTaken: undefined }],
  ['those with a name, without labels', { listener: listener({ from: 'Selector', selector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }), asking: 'shop', yaml: '', isTaken: true }],
])('a listener takes %s', (_, { listener: field, asking, yaml, isTaken }) => {
  expect(allowsNamespace(objectSet(yaml), field, { own: 'edge', asking })).toBe(isTaken);
});
