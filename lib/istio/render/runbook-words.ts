import type { RunbookWords } from '../../mesh/private/runbook/runbook-words';
import { IstioRelease } from '../istio-release';

/** What people have to know of Istio who run what is rendered for it. */
export function runbookWords(release: IstioRelease): RunbookWords {
  return {
    gateways: {
      title: 'Gateways',
      text: 'Services let a gateway in by the namespace or the account of its pods. What says here in which namespace those run, and what whoever installed them says, have to agree: '
        + 'otherwise every service answers 403 (`RBAC: access denied`) to all that comes by the gateway.',
    },
    proxies: { title: 'Proxies', text: aboutProxies(release) },
    proxyAdmin: 15_000,
    certificates: {
      title: 'Certificates',
      text: 'A gateway takes its certificate from a Secret in the namespace of its pods. The namespace of the `Gateway` object does not count, nor does that of the services. '
        + 'Without the Secret, nobody gets an answer over HTTPS; a new certificate is used without a restart.',
    },
  };
}

function aboutProxies(release: IstioRelease): string {
  return [
    'A pod of the mesh has two containers that stay: `app` and `istio-proxy`. `kubectl get pods` shows `2/2`, wherever the proxy is listed:',
    [
      `- as a native sidecar, \`istio-proxy\` is one of the init containers, and \`app\` is alone among the containers${hasNativeSidecars(release) ? `. So it is by default with Istio ${release}, if the nodes have Kubernetes 1.33 or later` : `; with Istio ${release} only where whoever installed it has said so`};`,
      '- otherwise it stands beside `app` among the containers, and `istio-init`, if there is one, is no proxy.',
    ].join('\n'),
    'A pod that shows `1/1` has no proxy. Proxies are added when pods are created: see that istiod runs, and that the namespace is not labelled `istio-injection=disabled`; then replace the pods.',
  ].join('\n\n');
}

/** Releases before that have it as an option. */
function hasNativeSidecars(release: IstioRelease): boolean {
  return Number(release.slice(2)) >= 27;
}
