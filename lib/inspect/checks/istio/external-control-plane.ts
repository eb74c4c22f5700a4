import { isIP } from 'node:net';
import type { Field } from '../../mesh/field';
import type { Resource } from '../../mesh/resource';
import { defineCheck, Judgement } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  url: istioRule('IST0163', 'warning', ['control-plane-url', 'A webhook of Istio has no valid address for the API server to call.']),
  address: istioRule('IST0164', 'info', ['control-plane-address', 'A webhook of Istio calls the control plane by IP address instead of name.']),
};

const [VALIDATING, MUTATING] = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(kind => `admissionregistration.k8s.io/${kind}`);

/** The webhooks by which the API server calls a control plane outside of the cluster. */
export const externalControlPlaneCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'externalcontrolplane.ExternalControlPlaneAnalyzer',
  kinds: [VALIDATING, MUTATING],
  * judge(configuration) {
    for (const hook of isOfIstio(configuration) ? configuration.root.at('webhooks').items() : []) {
      yield* judgeClient(hook.at('clientConfig'), hook.at('name').text ?? '');
    }
  },
});

function* judgeClient(client: Field, name: string): Judgement {
  const url = client.at('url');
  if (!url.isFilled) {
    if (!client.at('service').isSet) {
      yield { rule: rules.url, path: client.path, message: `${name} has neither a url nor a service`, repair: 'name the control plane' };
    }
    return;
  }
  const { text = '', path } = url;
  const host = hostOf(text);
  if (host === undefined) {
    yield { rule: rules.url, path, message: `${name} calls "${text}", which is not a URL`, repair: 'write https://host:port/path' };
  } else if (isIP(host.replace(/^\[|\]$/g, '')) > 0) {
    yield { rule: rules.address, path, message: `${name} calls the address ${host}, which certificates rarely include`, repair: 'use a host name' };
  }
}

function isOfIstio({ kind, name }: Resource): boolean {
  return kind === MUTATING ? name.startsWith('istio-sidecar-injector') : name === 'istiod-default-validator' || name.startsWith('istio-validator');
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
