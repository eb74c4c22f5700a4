import { Chart, Testing } from 'cdk8s';
import { Check, CheckedServices } from '../../../lib/istio/private/checked-services';

const pods = { namespace: 'shop', service: 'orders' };

function asked(check: Check, service = { name: 'orders', namespace: 'shop' }): boolean {
  const chart = new Chart(Testing.app(), 'shop');
  const services = new CheckedServices();
  services.add(chart, () => check);
  return services.asksMore(chart, service);
}

test('to say who may call is no more than that', () => {
  expect(asked({ action: 'allow', pods })).toBe(false);
});

test.each<[string, Check]>([
  ['denies', { action: 'deny', pods }],
  ['notes', { action: 'audit', pods }],
  ['asks somebody', { action: { ask: 'opa' }, pods }],
  ['reads tokens', { pods }],
])('a service that %s asks more', (_, check) => {
  expect(asked(check)).toBe(true);
  expect(asked(check, { name: 'orders', namespace: 'batch' })).toBe(false);
  expect(asked(check, { name: 'web', namespace: 'shop' })).toBe(false);
});

test('what is said in another app says nothing here', () => {
  const services = new CheckedServices();
  services.add(new Chart(Testing.app(), 'shop'), () => ({ action: 'deny', pods }));
  expect(services.asksMore(new Chart(Testing.app(), 'shop'), { name: 'orders', namespace: 'shop' })).toBe(false);
});
