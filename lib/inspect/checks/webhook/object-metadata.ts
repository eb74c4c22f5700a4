import { defineCheck } from '../check';
import { broken } from './broken';
import { refusal } from './webhook-rules';

const rules = {
  dryRunKind: refusal('dry-run-kind', 'The dry-run annotation is on a kind that does not support it.'),
  dryRunAction: refusal('dry-run-action', 'The dry-run annotation is on a CUSTOM policy, which does not support it.'),
  dryRunValue: refusal('dry-run-value', 'The value of the dry-run annotation is not a boolean.'),
  internal: refusal('internal-annotation', 'An object has an annotation that is reserved for istiod.'),
};

const POLICY = 'security.istio.io/AuthorizationPolicy';
const KINDS = [
  ...['WasmPlugin', 'TrafficExtension'].map(kind => `extensions.istio.io/${kind}`),
  ...['DestinationRule', 'EnvoyFilter', 'Gateway', 'ProxyConfig', 'ServiceEntry', 'Sidecar', 'VirtualService', 'WorkloadEntry', 'WorkloadGroup']
    .map(kind => `networking.istio.io/${kind}`),
  POLICY, 'security.istio.io/PeerAuthentication', 'security.istio.io/RequestAuthentication', 'telemetry.istio.io/Telemetry',
];
const DRY_RUN = 'istio.io/dry-run';
const INTERNAL = ['internal.istio.io/webhook-always-reject', 'internal.istio.io/parent-namespace', 'internal.istio.io/parents'];
/** What Go takes for a boolean. */
const BOOLEANS = ['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False'];

/** What the webhook says of the metadata of any object of Istio. */
export const objectMetadata = defineCheck({
  rules: Object.values(rules),
  kinds: KINDS,
  fields: [DRY_RUN, ...INTERNAL],
  everyDocument: true,
  * judge({ kind, root, spec, annotations }) {
    const place = root.at('metadata', 'annotations');
    for (const key of INTERNAL.filter(one => annotations[one] !== undefined)) {
      yield broken(rules.internal, place.at(key), `${key} is istiod's own`, 'remove it');
    }
    const { [DRY_RUN]: dryRun } = annotations;
    if (dryRun === undefined) {
      return;
    }
    if (kind !== POLICY) {
      yield broken(rules.dryRunKind, place.at(DRY_RUN), `a ${kind.slice(kind.indexOf('/') + 1)} does not support dry run`, 'remove it');
    } else if (!['ALLOW', 'DENY'].includes(spec.at('action').text ?? 'ALLOW')) {
      yield broken(rules.dryRunAction, place.at(DRY_RUN), `a policy with the action ${spec.at('action').text} does not support dry run`, 'remove it');
    } else if (!BOOLEANS.includes(dryRun)) {
      yield broken(rules.dryRunValue, place.at(DRY_RUN), `"${dryRun}" is not a boolean`, 'write "true" or "false"');
    }
  },
});
