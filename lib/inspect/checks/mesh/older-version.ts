import { textFix } from '../../fix/known-fixes';
import { versionsOf } from '../../schema/check/api-versions';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const olderVersion = meshRule('MESH080', 'info', ['older-version', 'An object of Istio is written in an older version of the API, where v1 is served and has the same form.']);

const KINDS: readonly string[] = [
  ...['DestinationRule', 'Gateway', 'ServiceEntry', 'Sidecar', 'VirtualService', 'WorkloadEntry', 'WorkloadGroup'].map(kind => `networking.istio.io/${kind}`),
  ...['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'].map(kind => `security.istio.io/${kind}`),
  'telemetry.istio.io/Telemetry',
];

/** Versions that Istio's own documentation does not show any more. The schemas of one kind are the same in all of its versions. */
export const olderVersionCheck = defineCheck({
  rules: [olderVersion],
  kinds: KINDS,
  * judge({ root, reference: { apiVersion = '', kind = '' } }, { schemas, istioRelease }) {
    const [group, version] = apiVersion.split('/');
    if (version === 'v1') {
      return;
    }
    const known = schemas.kind(group, kind);
    const served = known === undefined ? [] : versionsOf(known, istioRelease);
    if (served.includes('v1') && served.includes(version)) {
      const { path } = root.at('apiVersion');
      yield {
        rule: olderVersion,
        path,
        message: `Istio ${istioRelease} serves ${kind} as ${group}/v1, which has the same form`,
        repair: `write ${group}/v1`,
        fix: textFix(path, `${group}/v1`),
      };
    }
  },
});
