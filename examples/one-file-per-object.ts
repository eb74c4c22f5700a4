// For GitOps repositories whose reviewers want a file for each object: `npm run example -- examples/one-file-per-object.ts`
import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { MeshApp } from '../lib';

const app = new MeshApp({ outdir: 'build/example', yamlOutputType: YamlOutputType.FILE_PER_RESOURCE, outputFileExtension: '.yaml' });

// Two charts and two API groups may use one name: the folder says the namespace, the file says kind, group and name.
for (const namespace of ['shop', 'billing']) {
  const team = new Chart(app, namespace, { namespace });
  new ApiObject(team, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web' } });
  for (const apiVersion of ['networking.istio.io/v1', 'gateway.networking.k8s.io/v1']) {
    new ApiObject(team, apiVersion, { apiVersion, kind: 'Gateway', metadata: { name: 'web' }, spec: specOf(apiVersion, `${namespace}.example.com`) });
  }
}

app.synth();

function specOf(apiVersion: string, host: string): object {
  return apiVersion === 'networking.istio.io/v1'
    ? { selector: { istio: 'ingressgateway' }, servers: [{ hosts: [host], port: { name: 'http', number: 80, protocol: 'HTTP' } }] }
    : { gatewayClassName: 'istio', listeners: [{ name: 'http', hostname: host, port: 80, protocol: 'HTTP' }] };
}
