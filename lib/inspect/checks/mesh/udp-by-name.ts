import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const udpByName = meshRule('MESH072', 'warning', ['udp-by-name', 'A TCP port has a name that makes the mesh treat it as UDP.']);

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
          message: `the name ${name.text} makes the mesh treat the port as UDP, so its TCP connections bypass the proxies`,
          repair: 'start the name with the protocol, such as tcp-, or set appProtocol',
        };
      }
    }
  },
});
