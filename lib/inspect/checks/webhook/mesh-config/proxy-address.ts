import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { isIpAddress } from '../primitives/addresses';
import { isHostName } from '../primitives/host-names';
import { isPort } from '../primitives/ports';
import { refusal } from '../webhook-rules';

export const proxyAddressRules = {
  address: refusal('mesh-address', 'An address for proxies is not host:port.'),
};

/** What is said of a place where an address for proxies has to stand: `host:port`. */
export function* proxyAddress(field: Field): Judgement {
  const { text = '' } = field;
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:[\]]*)):(\d+)$/.exec(text) ?? [];
  const host = bracketed ?? plain ?? '';
  if (!isPort(Number(port)) || !(isHostName(host) || isIpAddress(host))) {
    yield broken(proxyAddressRules.address, field, text === '' ? 'the address is missing' : `"${text}" is not host:port`, 'write host:port');
  }
}

/** The same, where `$(HOST_IP)` stands for the address of the node. */
export function* collectorAddress(field: Field): Judgement {
  yield* proxyAddress(field.holding(field.text?.replace('$(HOST_IP)', '127.0.0.1')));
}
