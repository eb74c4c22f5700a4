import { VirtualServiceSpec, VirtualServiceSpecHttp, VirtualServiceSpecTls } from '../../../imports/networking.istio.io';
import type { LeavingIntent } from '../../mesh/private/intent';

/** Stands for all sidecars. */
const MESH = ['mesh'];

/**
 * Rules for sidecars, which lead to a gateway, and behind them those of this gateway. Both have to stand in one VirtualService, since Istio does not
 * add two up for one host, and so each says where it holds.
 */
export function withLeaving(spec: VirtualServiceSpec, leaving: LeavingIntent): VirtualServiceSpec {
  const own = { gateways: MESH };
  const http = spec.http?.map(rule => ({ ...rule, match: (rule.match ?? [{}]).map(match => ({ ...match, ...own })) })) ?? [];
  const tls = spec.tls?.map(rule => ({ ...rule, match: rule.match.map(match => ({ ...match, ...own })) })) ?? [];
  const { serverName } = leaving;
  return {
    ...spec,
    gateways: [...MESH, leaving.gateway],
    http: serverName === undefined ? [...http, requestsOf(leaving)] : undefined,
    tls: serverName === undefined ? undefined : [...tls, connectionsOf(leaving, serverName)],
  };
}

/** Sidecars repeat requests already. If the gateway did, too, each try would become several. */
function requestsOf({ gateway, port, destination }: LeavingIntent): VirtualServiceSpecHttp {
  return { name: 'egress', match: [{ gateways: [gateway], port }], route: [{ destination: targetOf(destination) }], retries: { attempts: 0 } };
}

function connectionsOf({ gateway, port, destination }: LeavingIntent, serverName: string): VirtualServiceSpecTls {
  return { match: [{ gateways: [gateway], port, sniHosts: [serverName] }], route: [{ destination: targetOf(destination) }] };
}

function targetOf({ host, port }: LeavingIntent['destination']): { readonly host: string; readonly port: { readonly number: number } } {
  return { host, port: { number: port } };
}
