import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import type { Rule } from '../../rule';
import { broken } from '../broken';
import { addressRules, ipAddress, isSocket, socketPath } from '../primitives/addresses';
import { itemRules, nullItems, presentItems } from '../primitives/present-items';
import { scopedHost, scopedHostRules } from '../primitives/scoped-hosts';
import { refusal, warning } from '../webhook-rules';
import { listenerPort, listenerPortRules, sameListener } from './listener-ports';

const own = {
  noHosts: refusal('egress-without-hosts', 'A listener for outgoing requests names no host.'),
  notLast: refusal('egress-without-port-not-last', 'A listener without a port, which matches everything else, is not the last.'),
  noSocket: refusal('egress-port-zero', 'A listener has neither the number of a port nor a Unix domain socket.'),
  capture: refusal('egress-socket-captured', 'A captureMode is set for a Unix domain socket, which cannot be captured.'),
  sameSocket: refusal('egress-socket-twice', 'Two listeners of a Sidecar have the same Unix domain socket.'),
  sameHost: warning('egress-host-twice', 'A host is named twice for one listener.'),
  allAndMore: warning('egress-all-and-more', 'All hosts are named, and others as well.'),
};

export const sidecarEgressRules: readonly Rule[] = [
  ...Object.values(own), ...Object.values(listenerPortRules), ...Object.values(scopedHostRules), addressRules.ip, addressRules.socket, itemRules.null,
];

/** What is said of the listeners for outgoing requests, in a Sidecar of a namespace. */
export function* sidecarEgress(list: Field, namespace: string): Judgement {
  const [numbers, sockets] = [new Set<number>(), new Set<string>()];
  const listeners = list.items();
  yield* nullItems(list);
  for (const listener of presentItems(list)) {
    if (listener.at('port').isSet) {
      yield* listenerWithPort(listener, numbers, sockets);
    } else if (listener.key !== listeners.length - 1) {
      yield broken(own.notLast, listener, 'the listener without a port is not the last, so it matches what is meant for others', 'move it to the end, and keep one');
    }
    yield* hosts(listener.at('hosts'), namespace);
  }
}

function* listenerWithPort(listener: Field, numbers: Set<number>, sockets: Set<string>): Judgement {
  const port = listener.at('port');
  const hasNumber = port.at('number').isFilled;
  yield* listenerPort(port, !hasNumber);
  if (hasNumber) {
    yield* sameListener(port, numbers);
    yield* listener.at('bind').isFilled ? ipAddress(listener.at('bind')) : [];
  } else {
    yield* socketListener(listener, sockets);
  }
}

function* socketListener(listener: Field, sockets: Set<string>): Judgement {
  const [bind, capture] = [listener.at('bind'), listener.at('captureMode')];
  const { text = '' } = bind;
  if (!isSocket(text)) {
    yield broken(own.noSocket, listener.at('port', 'number'), 'a port without number needs a socket', 'write the number, or bind: unix://PATH');
  } else {
    yield* socketPath(bind);
  }
  if (!['DEFAULT', 'NONE'].includes(capture.text ?? 'DEFAULT')) {
    yield broken(own.capture, capture, `connections to a socket cannot be captured by ${capture.text}`, 'write NONE');
  }
  if (sockets.has(text)) {
    yield broken(own.sameSocket, bind, `another listener is bound to "${text}"`, 'give each listener a different socket');
  }
  sockets.add(text);
}

function* hosts(list: Field, namespace: string): Judgement {
  const seen = new Map<string, Set<string>>();
  if (!list.isFilled) {
    yield broken(own.noHosts, list, 'the listener names no host', 'name hosts, such as ./* and istio-system/*');
  }
  for (const host of list.items()) {
    yield* sameHost(host, namespace, seen);
    yield* scopedHost(host, { isGateway: false });
  }
  if (seen.get('*')?.has('*') === true && seen.size > 1) {
    yield broken(own.allAndMore, list, '*/* names all hosts, but there are other entries', 'write only */*, or remove it');
  }
}

/** What is left out, with `~`, is not compared. */
function* sameHost(host: Field, namespace: string, seen: Map<string, Set<string>>): Judgement {
  const { text = '' } = host;
  const slash = text.indexOf('/');
  if (slash < 0 || text.startsWith('~')) {
    return;
  }
  const scope = slash === 1 && text.startsWith('.') ? namespace : text.slice(0, slash);
  const name = text.slice(slash + 1);
  const others = seen.get(scope) ?? new Set<string>();
  if (name === '*' ? others.size > 0 : others.has(name) || others.has('*')) {
    yield broken(own.sameHost, host, `"${text}" is already named`, 'remove one of the two');
  }
  seen.set(scope, others.add(name));
}
