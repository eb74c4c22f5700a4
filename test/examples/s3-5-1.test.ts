import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload } from './canonical-workload';

const rendered = renderedBy('examples/S3-5.1/main.ts');

// The document has the programs alone: who calls whom, and at which port.
test.each(['frontend', 'user-service', 'order-service'])('[F103] [F105] %s has an account, a Service at port 8080 and pods', app => {
  expect(loadAll(rendered[`${app}.k8s.yaml`])).toEqual(canonicalWorkload({ app, image: `your-registry/${app}:v1` }));
});

test('there is a file for each service', () => {
  expect(Object.keys(rendered)).toEqual(['frontend.k8s.yaml', 'order-service.k8s.yaml', 'user-service.k8s.yaml']);
});
