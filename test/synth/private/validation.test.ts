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
