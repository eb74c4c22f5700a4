import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import type { PolicyAnswer, PolicyRequest, PolicyTarget } from './policy-request';
import type { PolicyToken } from './policy-token';

/** Where records of a real mesh stand beside the checkout, if they do. */
export const RECORDS = path.join('..', 'shared', 'cases', 'routes');

/** What a proxy of a real mesh did with a request. */
export interface PolicyRecord {
  readonly name: string;
  readonly objects: readonly any[];
  readonly target: PolicyTarget;
  readonly request: PolicyRequest;
  readonly answer: PolicyAnswer;
  /** whether the record names the rule that decided */
  readonly namesRule: boolean;
}

/** What was recorded of proxies that have policies; of requests that were changed on the way, only those that show how they arrived. */
export function policyRecords(): PolicyRecord[] {
  const folders = existsSync(RECORDS) ? readdirSync(RECORDS, { withFileTypes: true }).filter(entry => entry.isDirectory()) : [];
  const tokens = folders.length === 0 ? {} : readJson('tokens.json').tokens;
  return folders.flatMap(({ name }) => recordsIn(name, tokens));
}

function recordsIn(folder: string, tokens: any): PolicyRecord[] {
  const objects = loadAll(readFileSync(path.join(RECORDS, folder, 'mesh.yaml'), 'utf8')) as any[];
  if (!objects.some(({ kind }) => /^(Authorization|PeerAuth|RequestAuth)/.test(kind))) {
    return [];
  }
  const truths = readJson(`${folder}/truth.json`);
  return (readJson(`${folder}/requests.json`) as any[]).flatMap(request => {
    const truth = truths[request.id];
    const scene: Scene = { name: `${folder} ${request.id}`, objects, request, truth, tokens };
    return truth === undefined || truth.artefact !== undefined ? [] : [...shutRecord(scene), ...hopRecords(scene)];
  });
}

interface Scene {
  readonly name: string;
  readonly objects: readonly any[];
  readonly request: any;
  readonly truth: any;
  readonly tokens: any;
}

/** A pod without a proxy, and so without a certificate, that calls another directly. */
function shutRecord({ name, objects, request, truth }: Scene): PolicyRecord[] {
  const isPlain = request.to !== undefined && request.from !== undefined && !isInMesh(objects, request.from) && isInMesh(objects, request.to);
  if (!isPlain || truth.status !== 0) {
    return [];
  }
  const target = targetOf(objects, request.to, Number(new URL(request.url).port));
  const arrived = { ip: POD, method: request.method, host: new URL(request.url).host, path: '/' };
  return [{ name, objects, target, request: arrived, answer: { answer: 'no connection' }, namesRule: false }];
}

const POD = '10.244.0.9';
const OUTSIDE = '10.244.0.2';

function hopRecords(scene: Scene): PolicyRecord[] {
  const hops: any[] = scene.truth.hops ?? [];
  return hops.flatMap((hop, number) => {
    const isChanged = changesRequests(scene.objects) && hops.slice(0, number).some(({ vs, k8s }) => vs !== undefined || k8s === true);
    const isTold = ['in', 'gateway'].includes(hop.dir) && hop.at !== undefined && hop.layer === undefined;
    return isTold && (!isChanged || scene.truth.seen !== undefined) ? hopRecord(scene, hop, isChanged) : [];
  });
}

/** Whether a rule of the mesh may change what the next proxy sees. */
function changesRequests(objects: readonly any[]): boolean {
  const routes = objects.filter(({ kind }) => /^(VirtualService|\w+Route)$/.test(kind)).map(({ spec }) => JSON.stringify(spec));
  return routes.some(text => /"(?:rewrite|headers|filters)":/.test(text));
}

function hopRecord({ name, objects, request, truth, tokens }: Scene, hop: any, isChanged: boolean): PolicyRecord[] {
  const isGateway = hop.dir === 'gateway';
  const sent = { method: request.method, host: request.host ?? hostOf(request.url), path: request.url.replace(/^https?:\/\/[^/]*/, ''), headers: request.headers ?? {} };
  const seen = isChanged ? seenAs(sent.headers, truth.seen) : sent;
  const ip = request.from === undefined && isGateway ? OUTSIDE : POD;
  const arrived: PolicyRequest = {
    ...seen,
    ip,
    peer: hop.peer,
    clientIp: isGateway ? ip : clientOf(request),
    token: tokenOf(request, tokens),
    passes: { authorizer: sent.headers['x-echo-status'] === undefined },
  };
  const target = { ...targetOf(objects, hop.at, portOf(objects, hop, request.url)), isGateway };
  const isAudited = objects.some(({ kind, spec }) => kind === 'AuthorizationPolicy' && ['AUDIT', 'CUSTOM'].includes(spec.action));
  return [{ name: `${name} at ${hop.at}`, objects, target, request: arrived, answer: answerOf(hop, truth), namesRule: !isAudited }];
}

function portOf(objects: readonly any[], { at, cluster, dir }: any, url: string): number {
  if (dir === 'in') {
    return Number(cluster.split('|')[1]);
  }
  const { port, protocol } = new URL(url);
  const usual = protocol === 'https:' ? 443 : 80;
  return gatewayPort(objects, at, port === '' ? usual : Number(port));
}

/** A pod believes the last address that is written; a gateway writes that of its client. */
function clientOf({ gateway, headers }: any): string | undefined {
  return gateway === undefined ? headers?.['x-forwarded-for']?.split(', ').at(-1) : OUTSIDE;
}

function seenAs(sent: Readonly<Record<string, string>>, seen: any): Pick<PolicyRequest, 'headers' | 'host' | 'method' | 'path'> {
  return { method: seen.method, host: seen.authority, path: seen.path, headers: seenHeaders(sent, seen) };
}

function seenHeaders(sent: Readonly<Record<string, string>>, { added = {}, changed = {}, removed = [] }: any): Record<string, string> {
  const left = Object.entries(sent).filter(([name]) => !(Array.isArray(removed) ? removed : Object.keys(removed)).includes(name));
  return { ...Object.fromEntries(left), ...added, ...changed };
}

function answerOf({ code, details = '', policy, rbac }: any, { status }: any): PolicyAnswer {
  if (details.startsWith('jwt_authn') === true) {
    return { answer: code ?? status };
  }
  if (rbac === 'denied' || details === 'ext_authz_denied') {
    return { answer: 403, by: policy };
  }
  return { answer: 'allowed', by: policy };
}

function targetOf(objects: readonly any[], at: string, port: number): PolicyTarget {
  const [namespace, name] = at.split('/');
  const pod = objects.find(one => one.kind === 'Deployment' && one.metadata.namespace === namespace && one.metadata.name === name);
  const labels = pod?.spec.template.metadata.labels ?? { 'gateway.networking.k8s.io/gateway-name': name.replace(/-istio$/, '') };
  return { namespace, labels, port, protocol: 'http' };
}

/** Of the pod, given that of its Service; a gateway that no YAML makes has the same for both. */
function gatewayPort(objects: readonly any[], at: string, port: number): number {
  const [namespace, name] = at.split('/');
  const service = objects.find(one => one.kind === 'Service' && one.metadata.namespace === namespace && one.metadata.name === name);
  return service?.spec.ports.find((one: any) => one.port === port)?.targetPort ?? port;
}

function isInMesh(objects: readonly any[], at: string): boolean {
  const [namespace] = at.split('/');
  return objects.some(({ kind, metadata: { labels, name } }) => kind === 'Namespace' && name === namespace && labels?.['istio-injection'] === 'enabled');
}

function tokenOf({ headers = {}, url }: any, tokens: any): PolicyToken | undefined {
  const [, parameter, inUrl] = /[?&](\w+)=\{token:([\w-]+)\}/.exec(url) ?? [];
  if (inUrl !== undefined) {
    return { ...checked(tokens[inUrl]), place: `query:${parameter}` };
  }
  const [header, text] = Object.entries<string>(headers).find(([, value]) => value.includes('{token:')) ?? ['', ''];
  const [, prefix, name] = /^(Bearer )?\{token:([\w-]+)\}/.exec(text) ?? [];
  const isBare = header === 'authorization' && prefix === undefined;
  return name === undefined || isBare ? undefined : { ...checked(tokens[name]), place: `header:${header}` };
}

function checked({ payload, signedBy }: any): PolicyToken {
  if (payload === null || payload === undefined) {
    return { claims: {}, isValid: false };
  }
  const { exp = Infinity, iss, nbf = 0 } = payload;
  return { claims: payload, isValid: signedBy === iss.replace(/.*issuer-(\w)\..*/, '$1') && exp > SENT && nbf < SENT };
}

const SENT = Date.UTC(2026, 10, 15) / 1000;

/** As it was written: `URL` would leave out a port that is usual. */
function hostOf(url: string): string {
  return /^https?:\/\/([^/?]*)/.exec(url)![1];
}

function readJson(file: string): any {
  return JSON.parse(readFileSync(path.join(RECORDS, file), 'utf8'));
}
