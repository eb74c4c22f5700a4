import { kindProblem } from '../../../lib/inspect/checks/own-kinds';

test.each([
  ['VirtualService', '"VirtualService" is not a known kind. Write networking.istio.io/VirtualService'],
  ['Gateway', '"Gateway" is not a known kind. Write gateway.networking.k8s.io/Gateway or networking.istio.io/Gateway'],
  ['service', '"service" is not a known kind. Write Service'],
  ['apps/deployment', '"apps/deployment" is not a known kind. Write apps/Deployment'],
  ['networking.istio.io/v1/VirtualService', '"networking.istio.io/v1/VirtualService" contains a version, but kinds are named without one. Write networking.istio.io/VirtualService'],
])('%s is none that objects have', (kind, problem) => {
  expect(kindProblem(kind)).toBe(problem);
});

test.each(['Service', 'apps/Deployment', 'networking.istio.io/Gateway', 'acme.com/Service', 'Car'])('%s may be one', kind => {
  expect(kindProblem(kind)).toBeUndefined();
});
