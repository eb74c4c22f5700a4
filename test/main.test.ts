import { renderedBy } from './support/run-app';
import { refusals } from './support/valid';

const rendered = renderedBy('main.ts');

test('main.ts renders an environment a folder', () => {
  expect(Object.keys(rendered)).toEqual(['dev/namespaces.k8s.yaml', 'dev/shop.k8s.yaml', 'prod/namespaces.k8s.yaml', 'prod/shop.k8s.yaml']);
});

test('the environments differ by the weights of the canary alone', () => {
  const [dev, prod] = ['dev', 'prod'].map(name => rendered[`${name}/shop.k8s.yaml`].split('\n'));
  const differing = dev.flatMap((line, number) => line === prod[number] ? [] : [[line.trim(), prod[number].trim()]]);
  expect(differing).toEqual([['weight: 50', 'weight: 90'], ['weight: 50', 'weight: 10']]);
  expect(dev).toHaveLength(prod.length);
  expect(rendered['dev/namespaces.k8s.yaml']).toBe(rendered['prod/namespaces.k8s.yaml']);
});

test('an API server takes it', () => {
  expect(refusals(rendered)).toEqual([]);
});

test('prod looks like this', () => {
  expect(rendered['prod/shop.k8s.yaml']).toMatchSnapshot();
});
