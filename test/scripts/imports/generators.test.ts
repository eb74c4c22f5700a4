import { installedGenerators } from '../../../scripts/imports/generators';

test('the generators are cdk8s-cli as package.json pins it, the part of it that writes types, and the script itself', () => {
  const { devDependencies } = jest.requireActual<{ devDependencies: Record<string, string> }>('../../../package.json');
  expect(installedGenerators()).toEqual({
    'cdk8s-cli': devDependencies['cdk8s-cli'],
    'json2jsii': expect.stringMatching(/^\d+\.\d+\.\d+$/),
    'scripts/imports.ts': expect.stringMatching(/^\d+$/),
  });
});
