import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload } from './canonical-workload';

const { 'go-app.k8s.yaml': text } = renderedBy('examples/S3-7.2/main.ts');

// The program of the document takes 15 seconds; a proxy that was told nothing ends after 5, and cuts off what is under way.
test('[F111] the proxy waits as long as the program, starts before it, and the pod has time left', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'go-app',
    image: 'your-registry/go-app:v1',
    annotations: { 'proxy.istio.io/config': '{"holdApplicationUntilProxyStarts":true,"terminationDrainDuration":"15s"}' },
    grace: 30,
  }));
});
