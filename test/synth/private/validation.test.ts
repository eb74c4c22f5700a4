import { Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { ConstructTree } from '../../../lib/synth/private/construct-tree';
import { validate } from '../../../lib/synth/private/validation';

test('passes when nobody complains', () => {
  const app = Testing.app();
  const construct = new Construct(app, 'fine');
  const asked = jest.fn(() => []);
  construct.node.addValidation({ validate: asked });
  validate(new ConstructTree(app).entries);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('fails with all complaints, in tree order, each with the path of who complains', () => {
  const app = Testing.app();
  const outer = new Construct(app, 'outer');
  new Construct(outer, 'inner').node.addValidation({ validate: () => ['second', 'third'] });
  outer.node.addValidation({ validate: () => ['first'] });
  expect(() => validate(new ConstructTree(app).entries))
    .toThrow('Validation failed with the following errors:\n  [outer] first\n  [outer/inner] second\n  [outer/inner] third');
});

test.each([
  ['shop/orders: has no port', 'shop/orders: has no port'],
  ['shop/orders, route "y": leads nowhere', 'shop/orders, route "y": leads nowhere'],
  ['shop/orders/workload: is not there', 'shop/orders/workload: is not there'],
  ['shop/orders-2: is not there', '[shop/orders] shop/orders-2: is not there'],
  ['needs a port', '[shop/orders] needs a port'],
])('a path is said once: %s', (complaint, said) => {
  const app = Testing.app();
  new Construct(new Construct(app, 'shop'), 'orders').node.addValidation({ validate: () => [complaint] });
  expect(() => validate(new ConstructTree(app).entries)).toThrow(new Error(`Validation failed with the following errors:\n  ${said}`));
});

test('the app has no path to say', () => {
  const app = Testing.app();
  app.node.addValidation({ validate: () => ['shop/vs: has a second owner'] });
  expect(() => validate(new ConstructTree(app).entries)).toThrow(new Error('Validation failed with the following errors:\n  shop/vs: has a second owner'));
});

test('what a construct says that others create has to name objects', () => {
  const app = Testing.app();
  new Construct(app, 'shop').node.addMetadata('cdk8s-mesh/provides', 'Secret shop/tls, shop/key');
  expect(() => validate(new ConstructTree(app).entries))
    .toThrow('Validation failed with the following errors:\n  shop: the metadata "cdk8s-mesh/provides" has "shop/key", which is not an object reference. Write');
});
