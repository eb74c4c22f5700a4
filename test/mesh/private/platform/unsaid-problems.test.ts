import { Istio, Linkerd } from '../../../../lib';
import { unsaidProblems } from '../../../../lib/mesh/private/platform/unsaid-problems';

const istio = { inMesh: true, provider: Istio.mesh()._provider, place: 'shop' };
const linkerd = { inMesh: true, provider: Linkerd.mesh()._provider, place: 'shop' };

const ours = (name: string) => `shop: "${name}" is set by the mesh. Leave it out; inMesh: false keeps the pods of a namespace out of the mesh.`;
const theirs = (said: string, product: string) => `shop: "${said}" would also add its pods to ${product}, but a pod can be in only one mesh. Leave it out, or set inMesh: false.`;

test('what the mesh has no word for can be said', () => {
  expect(unsaidProblems({ annotations: { 'example.com/owner': 'shop' }, labels: { 'team': 'shop', 'pod-security.kubernetes.io/audit': 'restricted' } }, istio)).toEqual([]);
});

test.each([
  [{ 'istio-injection': 'enabled', 'istio.io/rev': '1-30' }, istio, [ours('istio-injection'), ours('istio.io/rev')]],
  [{ 'linkerd.io/inject': 'enabled' }, istio, [theirs('linkerd.io/inject: enabled', 'Linkerd')]],
  [{ 'linkerd.io/inject': 'disabled' }, istio, []],
  [{ 'linkerd.io/inject': 'enabled' }, { ...istio, inMesh: false }, []],
  [{ 'linkerd.io/inject': 'enabled' }, linkerd, [ours('linkerd.io/inject')]],
  [{ 'istio-injection': 'enabled' }, linkerd, [theirs('istio-injection: enabled', 'Istio')]],
])('[F001] [F003] [F004] of %j', (said, details, problems) => {
  const extra = { ...said };
  expect(unsaidProblems({ annotations: {}, labels: extra }, details)).toEqual(problems);
  expect(unsaidProblems({ annotations: extra, labels: {} }, details)).toEqual(problems);
});

test.each(['enforce', 'warn'])('pod security has a word of its own, %s', mode => {
  const name = `pod-security.kubernetes.io/${mode}`;
  expect(unsaidProblems({ annotations: {}, labels: { [name]: 'restricted' } }, istio)).toEqual([
    `shop: "${name}" has its own option. Set ${mode}: PodSecurity.RESTRICTED.`,
  ]);
});
