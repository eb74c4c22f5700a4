import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { findHost } from '../../mesh/known-hosts';
import { NO_NUMBER } from '../../mesh/port-number';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const portSettings = meshRule('MESH090', 'warning', ['port-settings', 'A DestinationRule has settings for a port that its host does not have.']);

/** Settings for ports that no client calls. */
export const portSettingsCheck = defineCheck({
  rules: [portSettings],
  kinds: ['networking.istio.io/DestinationRule'],
  fields: ['portLevelSettings'],
  reads: ['Service', 'networking.istio.io/ServiceEntry'],
  * judge({ spec, namespace }, { set }) {
    const host = spec.at('host').text ?? '';
    const ports = findHost(set, { namespace, exportTo: spec.at('exportTo').texts }, host)?.ports ?? [];
    for (const { number, path } of ports.length === 0 ? [] : settingsOf(spec).map(setting => setting.at('port', 'number'))) {
      if (number !== undefined && number !== 0 && !ports.includes(number) && !ports.includes(NO_NUMBER)) {
        yield {
          rule: portSettings,
          path,
          message: `${host} has no port ${number}, so these settings have no effect; it has ${listed(ports, 10)}`,
          repair: 'use the Service port that clients call, not the port of the pods',
        };
      }
    }
  },
});

function settingsOf(spec: Field): Field[] {
  return [spec, ...spec.at('subsets').items()].flatMap(holder => holder.at('trafficPolicy', 'portLevelSettings').items());
}
