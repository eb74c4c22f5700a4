import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const udpByName = meshRule('MESH072', 'warning', ['udp-by-name', 'A port of TCP has a name by which the mesh takes it for UDP.']);

/** Ports that get no listener, since their name says UDP. */
export const udpByNameCheck = defineCheck({
  rules: [udpByName],
  kinds: ['Service'],
  * judge({ spec }) {
    for (const port of spec.at('ports').items()) {
      const name = port.at('name');
      const isTcp = (port.at('protocol').text ?? 'TCP') === 'TCP';
      if (isTcp && !port.at('appProtocol').isSet && /^udp(-|$)/i.test(name.text ?? '')) {
        yield {
          rule: udpByName,
          path: name.path,
          message: `the name ${name.text} makes the port one of UDP for the mesh, and its TCP connections pass by the proxies`,
          repair: 'begin the name with the protocol, such as tcp-, or set appProtocol',
        };
      }
    }
  },
});
