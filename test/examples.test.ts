import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { contentsOf } from './support/folder';
import { renderedBy } from './support/run-app';
import { refusals } from './support/valid';

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'existing-project.ts': ['shop.k8s.yaml'],
  'one-file-per-object.ts': [
    'billing/Gateway.gateway.networking.k8s.io.web.yaml', 'billing/Gateway.networking.istio.io.web.yaml', 'billing/ServiceAccount.web.yaml',
    'shop/Gateway.gateway.networking.k8s.io.web.yaml', 'shop/Gateway.networking.istio.io.web.yaml', 'shop/ServiceAccount.web.yaml',
  ],
};

const [folders, programs] = [true, false].map(isFolder => readdirSync('examples').filter(name => statSync(`examples/${name}`).isDirectory() === isFolder).sort());
/** Those with a package.json are projects of their own, which need the package installed: test/package/teams.test.ts builds them. */
const ours = folders.filter(folder => !existsSync(`examples/${folder}/package.json`));

test('every example is tested', () => {
  expect(Object.keys(EXAMPLES)).toEqual(programs);
});

test.each(Object.entries(EXAMPLES))('%s renders its files, and an API server takes them', (example, files) => {
  const rendered = renderedBy(`examples/${example}`);
  expect(Object.keys(rendered)).toEqual(files);
  expect(refusals(rendered)).toEqual([]);
});

test.each(ours)('%s renders what lies beside it, and an API server takes it', folder => {
  const rendered = renderedBy(`examples/${folder}/main.ts`);
  const committed = Object.entries(contentsOf(`examples/${folder}/dist`)).filter(([file]) => path.basename(file) !== '.cdk8s-mesh');
  expect(rendered).toEqual(Object.fromEntries(committed));
  expect(refusals(objectsIn(rendered))).toEqual([]);
});

/** Without what lies beside the objects: a runbook, and values for an installer. */
function objectsIn(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([file]) => file.endsWith('.yaml') && !file.split('/').includes('install')));
}
