import type { Problem } from '../../../../../lib/inspect/checks/check';
import { policyTargets } from '../../../../../lib/inspect/checks/webhook/primitives/target-refs';
import { Field } from '../../../../../lib/inspect/mesh/field';

const gateway = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'gate' };

function slugs(spec: object): string[] {
  return [...policyTargets(Field.root(spec))].map(problem => (problem as Problem).rule.slug);
}

describe('what a policy holds for', () => {
  test.each([
    [{}, []],
    [{ selector: {}, targetRefs: [] }, []],
    [{ targetRef: { kind: 'Service', name: 'cart' } }, []],
    [{ targetRefs: [gateway, { group: 'networking.istio.io', kind: 'ServiceEntry', name: 'bank' }] }, []],
    [{ selector: {}, targetRefs: [gateway] }, ['several-targets']],
    [{ targetRefs: [null, { ...gateway, name: '' }] }, ['null-item', 'target-without-name']],
    [{ targetRef: { ...gateway, namespace: 'web' } }, ['target-with-namespace']],
    [{ targetRef: { kind: 'Pod', name: 'cart' } }, ['target-kind']],
  ])('%j', (spec, expected) => {
    expect(slugs(spec)).toEqual(expected);
  });
});
